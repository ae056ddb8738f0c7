package org.tablee.table;

/**
 * What a participant may do, lowest first; the organiser runs the installation and is no member.
 */
public enum Role implements Word {
  OBSERVER("observer"),
  PARTICIPANT("participant"),
  GUARANTOR("guarantor"),
  SCRIBE("scribe"),
  FACILITATOR("facilitator"),
  ORGANISER("organiser");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
