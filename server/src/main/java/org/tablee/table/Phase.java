package org.tablee.table;

import java.util.Optional;

/** The phases of a table, in their usual order; they guide and never refuse. */
public enum Phase {
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

  /** The word on the wire and in the store. */
  public String word() {
    return word;
  }

  /** The one of that word; empty where there is none. */
  public static Optional<Phase> of(String word) {
    for (var one : values()) {
      if (one.word.equals(word)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
