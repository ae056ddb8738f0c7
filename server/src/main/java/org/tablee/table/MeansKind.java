package org.tablee.table;

/** What a proposal would take. */
public enum MeansKind implements Word {
  MONEY("money"),
  HOURS("hours"),
  PEOPLE("people"),
  PREMISES("premises"),
  DATA("data"),
  OTHER("other");

  private final String word;

  MeansKind(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
