package org.tablee.table;

/** What became of a request to take up a term that is not negotiable. */
public enum ContestOutcome implements Word {
  /** The term stays as it is. */
  KEPT("kept"),
  /** The term is negotiable from now on. */
  REOPENED("reopened");

  private final String word;

  ContestOutcome(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
