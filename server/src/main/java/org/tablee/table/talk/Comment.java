package org.tablee.table.talk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tablee.table.CommentId;
import org.tablee.table.CommentKind;
import org.tablee.table.Item;
import org.tablee.table.ParticipantId;
import org.tablee.table.Prose;
import org.tablee.table.TalkEvent.Anchor;
import org.tablee.text.Delta;

/**
 * Something that somebody said about an item.
 *
 * @param on the item's id, which is that of its text as well
 * @param to the first comment of its thread; {@code null} for that one itself
 * @param anchor where the passage stands now, of length 0 where it is gone; {@code null} where the
 *     comment is about the item as a whole
 * @param rewordedAt {@code null} while the words are the first ones
 * @param resolved who settled the thread and when; {@code null} where it is open, or no thread
 */
public record Comment(
    CommentId id,
    String on,
    CommentKind kind,
    Prose words,
    ParticipantId by,
    Instant at,
    @Nullable CommentId to,
    @Nullable Anchor anchor,
    @Nullable Instant rewordedAt,
    @Nullable Resolved resolved,
    boolean isWithdrawn)
    implements Item {
  /** Who settled a thread, and when. */
  public record Resolved(ParticipantId by, Instant at) {}

  @Override
  public String key() {
    return id.value();
  }

  Comment reworded(Prose next, Instant now) {
    return new Comment(id, on, kind, next, by, at, to, anchor, now, resolved, isWithdrawn);
  }

  Comment withdrawn(boolean next) {
    return new Comment(id, on, kind, words, by, at, to, anchor, rewordedAt, resolved, next);
  }

  Comment resolved(@Nullable Resolved next) {
    return new Comment(id, on, kind, words, by, at, to, anchor, rewordedAt, next, isWithdrawn);
  }

  /** The same after a change of the text that its passage stands in. */
  Comment carriedOver(Delta change) {
    if (anchor == null) {
      return this;
    }
    var moved = Passages.after(anchor.index(), anchor.length(), change);
    var next = new Anchor(moved.index(), moved.length(), anchor.quote());
    return new Comment(id, on, kind, words, by, at, to, next, rewordedAt, resolved, isWithdrawn);
  }
}
