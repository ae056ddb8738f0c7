package org.tablee.table;

/** How much a challenge matters to somebody, from 1 to 10. */
public record Score(int value) {
  public static final int LEAST = 1;
  public static final int MOST = 10;

  public Score {
    if (value < LEAST || value > MOST) {
      throw new IllegalArgumentException("no score: " + value);
    }
  }
}
