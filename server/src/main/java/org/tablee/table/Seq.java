package org.tablee.table;

/** The number of a commit in its table's history; the first is 1. Zero is the empty table. */
public record Seq(long value) implements Comparable<Seq> {
  public static final Seq NONE = new Seq(0);

  public Seq {
    if (value < 0) {
      throw new IllegalArgumentException("seq below zero: " + value);
    }
  }

  /** The number of the commit that follows. */
  public Seq next() {
    return new Seq(Math.addExact(value, 1));
  }

  public boolean isBefore(Seq other) {
    return value < other.value;
  }

  @Override
  public int compareTo(Seq other) {
    return Long.compare(value, other.value);
  }
}
