package org.tablee.table;

/** Names one asking of all members how much the challenges matter. */
public record RatingId(String value) {
  public RatingId {
    Id.require(value);
  }

  /** The sealed box of a hidden rating. */
  public BoxId box() {
    return new BoxId(value);
  }
}
