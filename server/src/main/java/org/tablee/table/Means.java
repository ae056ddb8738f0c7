package org.tablee.table;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a proposal would take, as a range.
 *
 * @param from the least, in whole units (money: cents); {@code null} where it is open
 * @param to the most; not below {@code from}
 * @param note what kind of hours, which premises
 */
public record Means(
    MeansKind kind,
    Certainty certainty,
    @Nullable Long from,
    @Nullable Long to,
    @Nullable Line note) {
  public Means {
    if (certainty == Certainty.WITHHELD && (from != null || to != null)) {
      throw new IllegalArgumentException("a withheld figure is told");
    }
    if (from != null && to != null && from > to) {
      throw new IllegalArgumentException("from above to");
    }
  }
}
