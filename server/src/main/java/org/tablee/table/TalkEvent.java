package org.tablee.table;

import org.jspecify.annotations.Nullable;

/** Something that happened to the talk about items. */
public sealed interface TalkEvent extends TableEvent {
  /**
   * A passage of the item's text.
   *
   * @param index code units before it, in the text after the commit before
   * @param length code units of it
   * @param quote its first words as they stood then, without formats
   */
  record Anchor(int index, int length, String quote) {}

  record CommentAdded(
      CommentId comment,
      String on,
      CommentKind kind,
      Prose words,
      @Nullable CommentId to,
      @Nullable Anchor anchor)
      implements TalkEvent {}

  record CommentReworded(CommentId comment, Prose words) implements TalkEvent {}

  record CommentWithdrawn(CommentId comment) implements TalkEvent {}

  record CommentRestored(CommentId comment) implements TalkEvent {}

  record ThreadResolved(CommentId comment) implements TalkEvent {}

  record ThreadReopened(CommentId comment) implements TalkEvent {}
}
