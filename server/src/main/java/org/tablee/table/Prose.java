package org.tablee.table;

/**
 * Several lines of plain words that a person wrote, kept as sent: a comment, an entry. Each line is
 * blank or holds what a {@link Line} may hold, and one of them at least shows something.
 */
public record Prose(String value) {
  /** Code units, at most. */
  public static final int UNITS_MAX = 2_000;

  public Prose {
    if (Line.hasBrokenCharacter(value) || !isReadable(value)) {
      throw new IllegalArgumentException("no prose: " + value.length() + " units");
    }
  }

  private static boolean isReadable(String value) {
    if (value.length() > UNITS_MAX) {
      return false;
    }
    var shows = false;
    for (var line : value.split("\n", -1)) {
      if (line.isBlank()) {
        continue;
      }
      if (!Line.isReadable(line)) {
        return false;
      }
      shows = true;
    }
    return shows;
  }
}
