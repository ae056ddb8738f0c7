package org.tablee.table;

/** Names a proposal. */
public record ProposalId(String value) {
  public ProposalId {
    Id.require(value);
  }
}
