package org.tablee.table;

/** Names a college of a table. */
public record CollegeId(String value) {
  public CollegeId {
    Id.require(value);
  }
}
