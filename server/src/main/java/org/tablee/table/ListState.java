package org.tablee.table;

/** Whether a list may be written in, and whether the page shows it. */
public enum ListState implements Word {
  OPEN("open"),
  /** Shown, and nothing in it changes. */
  CLOSED("closed"),
  /** Closed, and not shown on the page; that makes it no secret. */
  ASIDE("aside");

  private final String word;

  ListState(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
