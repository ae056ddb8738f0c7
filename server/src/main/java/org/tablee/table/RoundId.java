package org.tablee.table;

/** Names a round. */
public record RoundId(String value) {
  public RoundId {
    Id.require(value);
  }

  /** The sealed box in which its sheets wait. */
  public BoxId box() {
    return new BoxId(value);
  }
}
