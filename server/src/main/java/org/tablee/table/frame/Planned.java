package org.tablee.table.frame;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a phase is meant to take place; one of the two may be {@code null}. */
public record Planned(@Nullable Instant from, @Nullable Instant until) {
  public Planned {
    if (from == null && until == null) {
      throw new IllegalArgumentException("planned without a date");
    }
  }
}
