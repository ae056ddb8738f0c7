package org.tablee.table;

/** What a term of the frame is about. */
public enum TermSection implements Word {
  SCOPE("scope"),
  RULES("rules"),
  ROLES("roles"),
  METHOD("method"),
  CALENDAR("calendar"),
  RESOURCES("resources");

  private final String word;

  TermSection(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
