package org.tablee.table;

/** What a finding is. */
public enum FindingKind implements Word {
  NEED("need"),
  RESOURCE("resource"),
  STRENGTH("strength"),
  WEAKNESS("weakness"),
  ACTOR("actor"),
  QUESTION("question");

  private final String word;

  FindingKind(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
