package org.tablee.table.frame;

import java.time.Instant;
import org.tablee.table.Item;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.TextId;
import org.tablee.table.WordId;

/**
 * A word, and what the table means by it: the rich text that stands under {@code text}.
 *
 * @param written as it stands in texts
 * @param isLate added after the phase of the frame
 */
public record GlossaryWord(
    WordId id,
    Line written,
    TextId text,
    ParticipantId by,
    Instant at,
    boolean isLate,
    boolean isWithdrawn)
    implements Item {
  @Override
  public String key() {
    return id.value();
  }

  GlossaryWord written(Line next) {
    return new GlossaryWord(id, next, text, by, at, isLate, isWithdrawn);
  }

  GlossaryWord withdrawn(boolean next) {
    return new GlossaryWord(id, written, text, by, at, isLate, next);
  }
}
