package org.tablee.table;

/** Names an amendment. */
public record AmendmentId(String value) {
  public AmendmentId {
    Id.require(value);
  }
}
