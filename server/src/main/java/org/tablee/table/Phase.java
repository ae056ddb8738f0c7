package org.tablee.table;

/** The phases of a table, in their usual order; they guide and never refuse. */
public enum Phase implements Word {
  FRAME("frame"),
  DIAGNOSIS("diagnosis"),
  DEBATE("debate"),
  PROPOSALS("proposals"),
  FOLLOW_UP("follow-up"),
  REVIEW("review");

  private final String word;

  Phase(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
