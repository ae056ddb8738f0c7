package org.tablee.table;

/** What kind of knowledge stands behind a finding. */
public enum SourceNature implements Word {
  FIGURE("figure"),
  STORY("story"),
  EXPERIENCE("experience");

  private final String word;

  SourceNature(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
