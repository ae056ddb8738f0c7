package org.tablee.table;

/** Whether a term of the frame may be discussed. */
public enum TermStatus implements Word {
  /** Nobody has said yet. */
  OPEN("open"),
  NEGOTIABLE("negotiable"),
  /** It stands as it is: somebody holds it, for a reason, and it can be contested. */
  NON_NEGOTIABLE("non-negotiable");

  private final String word;

  TermStatus(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
