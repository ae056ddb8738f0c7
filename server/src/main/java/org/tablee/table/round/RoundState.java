package org.tablee.table.round;

import org.tablee.table.Word;

/** How far a round has come. */
public enum RoundState implements Word {
  OPEN("open"),
  CLOSED("closed"),
  REVEALED("revealed"),
  DROPPED("dropped");

  private final String word;

  RoundState(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
