package org.tablee.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of the shared diagnosis. Its rich text stands under {@code text}. */
public record Finding(
    FindingId id,
    FindingKind kind,
    Line title,
    TextId text,
    ParticipantId by,
    Instant at,
    @Nullable Line source,
    boolean isWithdrawn) {
  Finding named(Line next) {
    return new Finding(id, kind, next, text, by, at, source, isWithdrawn);
  }

  Finding typed(FindingKind next) {
    return new Finding(id, next, title, text, by, at, source, isWithdrawn);
  }

  Finding sourced(@Nullable Line next) {
    return new Finding(id, kind, title, text, by, at, next, isWithdrawn);
  }

  Finding withdrawn(boolean next) {
    return new Finding(id, kind, title, text, by, at, source, next);
  }
}
