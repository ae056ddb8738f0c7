package org.tablee.table;

import java.util.Optional;

/** What a finding is. */
public enum FindingKind {
  NEED("need"),
  RESOURCE("resource"),
  STRENGTH("strength"),
  WEAKNESS("weakness"),
  ACTOR("actor"),
  QUESTION("question");

  private final String word;

  FindingKind(String word) {
    this.word = word;
  }

  /** The word on the wire and in the store. */
  public String word() {
    return word;
  }

  /** The one of that word; empty where there is none. */
  public static Optional<FindingKind> of(String word) {
    for (var one : values()) {
      if (one.word.equals(word)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
