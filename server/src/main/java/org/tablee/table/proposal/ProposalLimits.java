package org.tablee.table.proposal;

/** How much a table's proposals hold at most; beyond it the answer is {@code list.full}. */
public final class ProposalLimits {
  /** Proposals of one table, withdrawn ones included. */
  public static final int PROPOSALS = 500;

  /** Findings and challenges that one proposal answers. */
  public static final int LINKS = 200;

  /** Things that one proposal would take. */
  public static final int MEANS = 20;

  /** Amendments of one proposal that wait for an answer. */
  public static final int OPEN_AMENDMENTS = 200;

  /** Amendments of one proposal, closed ones included. */
  public static final int AMENDMENTS = 1_000;

  /** Disagreements on one proposal, lifted ones included. */
  public static final int DISAGREEMENTS = 500;

  private ProposalLimits() {}
}
