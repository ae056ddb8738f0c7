package org.tablee.table;

import java.util.Optional;

/**
 * What a participant may do, lowest first; the organiser runs the installation and is no member.
 */
public enum Role {
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

  /** The word on the wire and in the store. */
  public String word() {
    return word;
  }

  /** The one of that word; empty where there is none. */
  public static Optional<Role> of(String word) {
    for (var one : values()) {
      if (one.word.equals(word)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
