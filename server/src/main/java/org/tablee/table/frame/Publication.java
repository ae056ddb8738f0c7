package org.tablee.table.frame;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.tablee.table.Commit;
import org.tablee.table.ParticipantId;
import org.tablee.table.Seq;

/**
 * The frame as it was last published, and who has read which publication.
 *
 * @param latest the commit of the latest publication; {@code null} before the first
 * @param isChanged whether the frame says something else since
 * @param acknowledged the publication that each has read last
 */
public record Publication(
    @Nullable Seq latest, boolean isChanged, PMap<ParticipantId, Seq> acknowledged) {
  public static final Publication NONE = new Publication(null, false, HashTreePMap.empty());

  public static Publication of(
      @Nullable Seq latest, boolean isChanged, Map<ParticipantId, Seq> acknowledged) {
    return new Publication(latest, isChanged, HashTreePMap.from(acknowledged));
  }

  /** Whether somebody has read the latest, or there is none to read. */
  public boolean isAcknowledgedBy(ParticipantId participant) {
    return latest == null || latest.equals(acknowledged.get(participant));
  }

  /** Who publishes knows what it says. */
  Publication published(Commit commit) {
    return new Publication(commit.seq(), false, acknowledged.plus(commit.by(), commit.seq()));
  }

  Publication read(ParticipantId by, Seq frame) {
    return new Publication(latest, isChanged, acknowledged.plus(by, frame));
  }

  Publication changed() {
    return latest == null || isChanged ? this : new Publication(latest, true, acknowledged);
  }
}
