package org.tablee.table;

/** Names a term of the frame. */
public record TermId(String value) {
  public TermId {
    Id.require(value);
  }
}
