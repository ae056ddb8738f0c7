package org.tablee.table;

/** Names a comment. */
public record CommentId(String value) {
  public CommentId {
    Id.require(value);
  }
}
