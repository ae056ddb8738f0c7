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

  /** Whether who has it adds, writes and takes positions; the others look on or watch over. */
  public boolean takesPart() {
    return this == PARTICIPANT || this == SCRIBE || this == FACILITATOR;
  }
}
