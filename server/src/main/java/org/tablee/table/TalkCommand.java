package org.tablee.table;

import org.jspecify.annotations.Nullable;

/** What a member may ask of the talk about items. */
public sealed interface TalkCommand extends TableCommand.ByMember {
  /**
   * A passage of the item's text as its author saw it.
   *
   * @param index code units before it
   * @param length code units of it, 1 at least
   */
  record Passage(Seq base, int index, int length) {
    public Passage {
      if (index < 0 || length < 1) {
        throw new IllegalArgumentException("no passage: " + index + ", " + length);
      }
    }
  }

  /**
   * Says something about an item, or answers.
   *
   * @param on the item's id
   * @param to the comment that is answered, the first of its thread; {@code null} begins a thread
   * @param anchor {@code null} where it is about the item as a whole
   */
  record AddComment(
      CommentId comment,
      String on,
      CommentKind kind,
      Prose words,
      @Nullable CommentId to,
      @Nullable Passage anchor)
      implements TalkCommand {
    public AddComment {
      Id.require(on);
    }
  }

  record RewordComment(CommentId comment, Prose words) implements TalkCommand {}

  record WithdrawComment(CommentId comment) implements TalkCommand {}

  record RestoreComment(CommentId comment) implements TalkCommand {}

  /** Says that a thread is settled. */
  record ResolveThread(CommentId comment) implements TalkCommand {}

  record ReopenThread(CommentId comment) implements TalkCommand {}
}
