package org.tablee.table;

/** Names a finding. */
public record FindingId(String value) {
  public FindingId {
    Id.require(value);
  }
}
