package org.tablee.table;

import org.jspecify.annotations.Nullable;

/**
 * How much a challenge matters to one member, while nobody may see it.
 *
 * @param value {@code null} where they do not know
 */
public record SealedScore(@Nullable Score value) implements BoxContent {
  @Override
  public String toString() {
    return "SealedScore";
  }
}
