package org.tablee.table;

/** Where a participant sits. */
public enum Presence implements Word {
  ROOM("room"),
  REMOTE("remote");

  private final String word;

  Presence(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
