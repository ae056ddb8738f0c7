package org.tablee.table.vote;

import org.tablee.table.Word;

/** How far a vote has come. */
public enum VoteState implements Word {
  OPEN("open"),
  CLOSED("closed"),
  PUBLISHED("published"),
  DROPPED("dropped");

  private final String word;

  VoteState(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
