package org.tablee.table;

/**
 * What a member hands in one of: in a rating a challenge, elsewhere the one thing there is.
 *
 * @param value the id of that item
 */
public record Slot(String value) implements Comparable<Slot> {
  /** The slot of a box in which each member has one content. */
  public static final Slot ONLY = new Slot("only");

  public Slot {
    Id.require(value);
  }

  @Override
  public int compareTo(Slot other) {
    return value.compareTo(other.value);
  }
}
