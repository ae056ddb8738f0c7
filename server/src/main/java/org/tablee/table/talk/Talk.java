package org.tablee.table.talk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.tablee.table.Area;
import org.tablee.table.CommentId;
import org.tablee.table.Commit;
import org.tablee.table.Items;
import org.tablee.table.ListName;
import org.tablee.table.TableEvent.TextEdited;
import org.tablee.table.TalkEvent;
import org.tablee.table.TalkEvent.CommentAdded;
import org.tablee.table.TalkEvent.CommentRestored;
import org.tablee.table.TalkEvent.CommentReworded;
import org.tablee.table.TalkEvent.CommentWithdrawn;
import org.tablee.table.TalkEvent.ThreadReopened;
import org.tablee.table.TalkEvent.ThreadResolved;
import org.tablee.table.TextId;

/** Every comment of a table, in the order they came. */
public final class Talk implements Area {
  public static final Talk EMPTY = new Talk(Items.none(), HashTreePMap.empty());

  private final Items<Comment> comments;

  /** The comments whose passage stands in a text: a keystroke moves these and looks at no other. */
  private final PMap<TextId, PVector<String>> anchored;

  private Talk(Items<Comment> comments, PMap<TextId, PVector<String>> anchored) {
    this.comments = comments;
    this.anchored = anchored;
  }

  public static Talk of(List<Comment> comments) {
    PMap<TextId, PVector<String>> anchored = HashTreePMap.empty();
    for (var comment : comments) {
      anchored = anchoring(anchored, comment);
    }
    return new Talk(Items.of(comments), anchored);
  }

  public Items<Comment> comments() {
    return comments;
  }

  /** The comment of that id, or {@code null}. */
  public @Nullable Comment find(CommentId id) {
    return comments.find(id.value());
  }

  /** The state after one more event. */
  public Talk after(TalkEvent event, Commit commit) {
    return switch (event) {
      case CommentAdded added -> added(added, commit);
      case CommentReworded(var id, var words) ->
          with(comments.change(id.value(), comment -> comment.reworded(words, commit.at())));
      case CommentWithdrawn(var id) ->
          with(comments.change(id.value(), comment -> comment.withdrawn(true)));
      case CommentRestored(var id) ->
          with(comments.change(id.value(), comment -> comment.withdrawn(false)));
      case ThreadResolved(var id) -> {
        var resolved = new Comment.Resolved(commit.by(), commit.at());
        yield with(comments.change(id.value(), comment -> comment.resolved(resolved)));
      }
      case ThreadReopened(var id) -> reopened(id);
    };
  }

  /** The state after a text changed: its passages go along. */
  public Talk after(TextEdited edited) {
    var next = comments;
    for (var key : anchored.getOrDefault(edited.text(), TreePVector.empty())) {
      next = next.change(key, comment -> comment.carriedOver(edited.delta()));
    }
    return with(next);
  }

  private Talk added(CommentAdded added, Commit commit) {
    var comment =
        new Comment(
            added.comment(),
            added.on(),
            added.kind(),
            added.words(),
            commit.by(),
            commit.at(),
            added.to(),
            added.anchor(),
            null,
            null,
            false);
    var talk = new Talk(comments.and(comment), anchoring(anchored, comment));
    var to = added.to();
    return to == null ? talk : talk.reopened(to);
  }

  /** An answer reopens its thread: who settled it could not have known. */
  private Talk reopened(CommentId thread) {
    return with(comments.change(thread.value(), comment -> comment.resolved(null)));
  }

  private Talk with(Items<Comment> next) {
    return next == comments ? this : new Talk(next, anchored);
  }

  private static PMap<TextId, PVector<String>> anchoring(
      PMap<TextId, PVector<String>> anchored, Comment comment) {
    if (comment.anchor() == null) {
      return anchored;
    }
    var text = new TextId(comment.on());
    PVector<String> known = anchored.getOrDefault(text, TreePVector.empty());
    return anchored.plus(text, known.plus(comment.key()));
  }

  @Override
  public boolean has(String id) {
    return comments.has(id);
  }

  @Override
  public @Nullable ListName listOf(TextId text) {
    return null;
  }

  @Override
  public boolean isLocked(TextId text) {
    return false;
  }
}
