package org.tablee.table;

/** Names a maintained disagreement. */
public record DisagreementId(String value) {
  public DisagreementId {
    Id.require(value);
  }
}
