package org.tablee.table;

/** Names a request to take up a term that is not negotiable. */
public record ContestId(String value) {
  public ContestId {
    Id.require(value);
  }
}
