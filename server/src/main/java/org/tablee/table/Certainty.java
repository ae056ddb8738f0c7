package org.tablee.table;

/** How well a figure is known; a withheld one is known to somebody and not told. */
public enum Certainty implements Word {
  KNOWN("known"),
  ESTIMATED("estimated"),
  WITHHELD("withheld");

  private final String word;

  Certainty(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
