package org.tablee.table;

/** Names a vote. */
public record VoteId(String value) {
  public VoteId {
    Id.require(value);
  }

  /** The sealed box in which its ballots wait. */
  public BoxId box() {
    return new BoxId(value);
  }
}
