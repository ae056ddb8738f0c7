package org.tablee.table;

/** What a comment is: a question waits for an answer. */
public enum CommentKind implements Word {
  REMARK("remark"),
  QUESTION("question");

  private final String word;

  CommentKind(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
