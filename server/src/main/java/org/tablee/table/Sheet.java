package org.tablee.table;

import java.util.List;

/** What one member wrote in a round: a few lines. */
public record Sheet(List<Line> entries) implements BoxContent {
  public Sheet {
    entries = List.copyOf(entries);
  }

  @Override
  public String toString() {
    return "Sheet of " + entries.size();
  }
}
