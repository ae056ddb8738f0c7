package org.tablee.table.frame;

import org.jspecify.annotations.Nullable;
import org.tablee.table.Line;

/** What the table decides, and what it leaves to others; {@code null} where that is not said. */
public record Scope(@Nullable Line decides, @Nullable Line leaves) {
  public static final Scope UNSAID = new Scope(null, null);
}
