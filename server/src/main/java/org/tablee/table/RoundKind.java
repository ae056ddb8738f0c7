package org.tablee.table;

/** What a round gathers. */
public enum RoundKind implements Word {
  DOUBTS("doubts"),
  NEEDS("needs"),
  IDEAS("ideas");

  private final String word;

  RoundKind(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
