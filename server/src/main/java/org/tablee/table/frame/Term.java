package org.tablee.table.frame;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tablee.table.FrameEvent.TermSettled;
import org.tablee.table.Item;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.TermId;
import org.tablee.table.TermSection;
import org.tablee.table.TermStatus;
import org.tablee.table.TextId;

/**
 * A point of the frame. Its rich text stands under {@code text}.
 *
 * @param holder who holds it to be negotiable or not; {@code null} where nobody is named
 * @param until until when it is so, in words; {@code null} where that is not said
 * @param isLate added after the phase of the frame
 */
public record Term(
    TermId id,
    TermSection section,
    Line title,
    TextId text,
    TermStatus status,
    @Nullable Line holder,
    @Nullable Line reason,
    @Nullable Line until,
    ParticipantId by,
    Instant at,
    boolean isLate,
    boolean isWithdrawn)
    implements Item {
  @Override
  public String key() {
    return id.value();
  }

  boolean isNegotiable() {
    return status != TermStatus.NON_NEGOTIABLE;
  }

  Term named(Line next) {
    return new Term(
        id, section, next, text, status, holder, reason, until, by, at, isLate, isWithdrawn);
  }

  Term settled(TermSettled as) {
    return new Term(
        id,
        section,
        title,
        text,
        as.status(),
        as.holder(),
        as.reason(),
        as.until(),
        by,
        at,
        isLate,
        isWithdrawn);
  }

  Term withdrawn(boolean next) {
    return new Term(id, section, title, text, status, holder, reason, until, by, at, isLate, next);
  }
}
