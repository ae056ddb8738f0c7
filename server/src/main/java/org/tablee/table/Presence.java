package org.tablee.table;

import java.util.Optional;

/** Where a participant sits. */
public enum Presence {
  ROOM("room"),
  REMOTE("remote");

  private final String word;

  Presence(String word) {
    this.word = word;
  }

  /** The word on the wire and in the store. */
  public String word() {
    return word;
  }

  /** The one of that word; empty where there is none. */
  public static Optional<Presence> of(String word) {
    for (var one : values()) {
      if (one.word.equals(word)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
