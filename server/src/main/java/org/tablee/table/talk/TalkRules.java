package org.tablee.table.talk;

import org.jspecify.annotations.Nullable;
import org.tablee.table.CommentId;
import org.tablee.table.Decision;
import org.tablee.table.ItemRules;
import org.tablee.table.ParticipantId;
import org.tablee.table.RefusalCode;
import org.tablee.table.Rights.Reach;
import org.tablee.table.Table;
import org.tablee.table.TalkCommand;
import org.tablee.table.TalkCommand.AddComment;
import org.tablee.table.TalkCommand.ReopenThread;
import org.tablee.table.TalkCommand.ResolveThread;
import org.tablee.table.TalkCommand.RestoreComment;
import org.tablee.table.TalkCommand.RewordComment;
import org.tablee.table.TalkCommand.WithdrawComment;
import org.tablee.table.TalkEvent;
import org.tablee.table.TalkEvent.Anchor;
import org.tablee.table.TalkEvent.CommentAdded;
import org.tablee.table.TalkEvent.CommentRestored;
import org.tablee.table.TalkEvent.CommentReworded;
import org.tablee.table.TalkEvent.CommentWithdrawn;
import org.tablee.table.TalkEvent.ThreadReopened;
import org.tablee.table.TalkEvent.ThreadResolved;

/** Decides what is asked of the talk about items. */
public final class TalkRules {
  /** Comments of one table, withdrawn ones included. */
  public static final int COMMENTS_MAX = 10_000;

  private static final String COMMENT = "/comment";
  private static final String ANCHOR = "/anchor";

  private TalkRules() {}

  public static Decision decide(Table table, ParticipantId by, Reach reach, TalkCommand command) {
    return switch (command) {
      case AddComment add -> add(table, add);
      case RewordComment(var id, var words) ->
          change(table, by, reach, id, new CommentReworded(id, words));
      case WithdrawComment(var id) -> change(table, by, reach, id, new CommentWithdrawn(id));
      case RestoreComment(var id) -> change(table, by, reach, id, new CommentRestored(id));
      case ResolveThread(var id) -> settle(table, id, new ThreadResolved(id));
      case ReopenThread(var id) -> settle(table, id, new ThreadReopened(id));
    };
  }

  private static Decision add(Table table, AddComment add) {
    if (!table.isItem(add.on())) {
      return Decision.refuseField("/on");
    }
    var to = add.to();
    if (to != null && !isThread(table, to, add.on())) {
      return Decision.refuseField("/to");
    }
    var passage = add.anchor();
    if (passage == null) {
      return added(table, add, null);
    }
    // An answer is about what its thread is about.
    return to == null
        ? anchored(table, LatePassage.of(add, passage))
        : Decision.refuseField(ANCHOR);
  }

  static Decision anchored(Table table, LatePassage late) {
    var add = late.sent();
    var passage = late.passage();
    var text = table.texts().find(late.text());
    if (text == null) {
      return Decision.refuseField(ANCHOR);
    }
    var isAhead = table.seq().isBefore(late.base());
    if (isAhead || late.isTooLate() || text.isOutOfReach(late.base())) {
      return Decision.refuse(RefusalCode.TEXT_BASE);
    }
    var known = text.changesSince(late.base());
    if (known.isEmpty()) {
      return late.isTooFar(table)
          ? Decision.refuse(RefusalCode.TEXT_BASE)
          : new Decision.PastNeeded(late);
    }
    var arrived = late;
    for (var change : known.get()) {
      arrived = arrived.over(change.seq(), change.delta());
    }
    if (arrived.isTooLate()) {
      return Decision.refuse(RefusalCode.TEXT_BASE);
    }
    int length = text.document().length() - arrived.grown();
    if (passage.length() > length - passage.index()) {
      return Decision.refuseField(ANCHOR);
    }
    var stretch = arrived.stretch();
    if (Passages.cutsCharacter(text.document(), stretch)) {
      return Decision.refuse(RefusalCode.TEXT_CHARACTER);
    }
    // The passage went while the comment was written: it is about the item all the same.
    return stretch.length() == 0
        ? added(table, add, null)
        : added(
            table,
            add,
            new Anchor(
                stretch.index(), stretch.length(), Passages.quote(text.document(), stretch)));
  }

  private static Decision added(Table table, AddComment add, @Nullable Anchor anchor) {
    return ItemRules.add(
        table,
        table.talk().comments(),
        COMMENTS_MAX,
        COMMENT,
        add.comment().value(),
        new CommentAdded(add.comment(), add.on(), add.kind(), add.words(), add.to(), anchor));
  }

  private static Decision change(
      Table table, ParticipantId by, Reach reach, CommentId id, TalkEvent event) {
    return ItemRules.change(table.talk().comments(), by, reach, COMMENT, id.value(), event);
  }

  private static Decision settle(Table table, CommentId id, TalkEvent event) {
    var comment = table.talk().find(id);
    return comment == null || comment.to() != null
        ? Decision.refuseField(COMMENT)
        : Decision.accept(event);
  }

  private static boolean isThread(Table table, CommentId id, String on) {
    var comment = table.talk().find(id);
    return comment != null && comment.to() == null && comment.on().equals(on);
  }
}
