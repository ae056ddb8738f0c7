package org.tablee.table.diagnosis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tablee.table.FindingId;
import org.tablee.table.FindingKind;
import org.tablee.table.Item;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.TextId;

/**
 * A line of the shared diagnosis. Its rich text stands under {@code text}.
 *
 * @param isLate added after the phase of the diagnosis
 */
public record Finding(
    FindingId id,
    FindingKind kind,
    Line title,
    TextId text,
    ParticipantId by,
    Instant at,
    @Nullable Line source,
    boolean isLate,
    boolean isWithdrawn)
    implements Item {
  @Override
  public String key() {
    return id.value();
  }

  Finding named(Line next) {
    return new Finding(id, kind, next, text, by, at, source, isLate, isWithdrawn);
  }

  Finding typed(FindingKind next) {
    return new Finding(id, next, title, text, by, at, source, isLate, isWithdrawn);
  }

  Finding sourced(@Nullable Line next) {
    return new Finding(id, kind, title, text, by, at, next, isLate, isWithdrawn);
  }

  Finding withdrawn(boolean next) {
    return new Finding(id, kind, title, text, by, at, source, isLate, next);
  }
}
