package org.tablee.table.proposal;

import org.tablee.table.Word;

/** What became of an amendment. */
public enum AmendmentState implements Word {
  OPEN("open"),
  ACCEPTED("accepted"),
  DECLINED("declined"),
  WITHDRAWN("withdrawn");

  private final String word;

  AmendmentState(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
