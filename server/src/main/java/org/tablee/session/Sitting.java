package org.tablee.session;

import org.jspecify.annotations.Nullable;
import org.tablee.table.ParticipantId;
import org.tablee.table.Seq;
import org.tablee.table.TextId;
import org.tablee.wire.ServerFrames.Here;

/**
 * Somebody who sits at a table through a node.
 *
 * @param base the position counts in the text after this commit
 */
public record Sitting(Seq base, Here here) {
  static Sitting of(ParticipantId participant, Whereabouts where) {
    return new Sitting(where.base(), where.told(participant));
  }

  Whereabouts where() {
    return new Whereabouts(base, text(), here.index(), here.length(), here.isTyping());
  }

  private @Nullable TextId text() {
    return here.text() == null ? null : new TextId(here.text());
  }
}
