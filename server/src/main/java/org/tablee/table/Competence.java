package org.tablee.table;

/**
 * The level of government that may decide what a proposal asks; none of them, where nobody's say is
 * needed.
 */
public enum Competence implements Word {
  MUNICIPALITY("municipality"),
  INTERMUNICIPALITY("intermunicipality"),
  DEPARTMENT("department"),
  REGION("region"),
  STATE("state"),
  EUROPE("europe"),
  NONE("none");

  private final String word;

  Competence(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
