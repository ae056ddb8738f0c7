package org.tablee.table;

/** A member's stand on a proposal. */
public enum Stance implements Word {
  SUPPORT("support"),
  ACCEPT("accept"),
  RESERVE("reserve"),
  OBJECT("object"),
  ABSTAIN("abstain");

  private final String word;

  Stance(String word) {
    this.word = word;
  }

  /** Whether who takes it says why, and what would lift it. */
  public boolean needsReason() {
    return this == RESERVE || this == OBJECT;
  }

  @Override
  public String word() {
    return word;
  }
}
