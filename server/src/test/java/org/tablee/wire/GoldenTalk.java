package org.tablee.wire;

import java.util.List;
import org.tablee.table.CommentId;
import org.tablee.table.CommentKind;
import org.tablee.table.Mandate;
import org.tablee.table.MemberCommand.TakeMandate;
import org.tablee.table.Prose;
import org.tablee.table.Seq;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableEvent;
import org.tablee.table.TableEvent.MandateTaken;
import org.tablee.table.TalkCommand.AddComment;
import org.tablee.table.TalkCommand.Passage;
import org.tablee.table.TalkCommand.ReopenThread;
import org.tablee.table.TalkCommand.ResolveThread;
import org.tablee.table.TalkCommand.RestoreComment;
import org.tablee.table.TalkCommand.RewordComment;
import org.tablee.table.TalkCommand.WithdrawComment;
import org.tablee.table.TalkEvent.Anchor;
import org.tablee.table.TalkEvent.CommentAdded;
import org.tablee.table.TalkEvent.CommentRestored;
import org.tablee.table.TalkEvent.CommentReworded;
import org.tablee.table.TalkEvent.CommentWithdrawn;
import org.tablee.table.TalkEvent.ThreadReopened;
import org.tablee.table.TalkEvent.ThreadResolved;

/** What the files of the talk and of mandates say, as values. */
final class GoldenTalk {
  private static final CommentId C1 = new CommentId("c1");
  private static final CommentId C2 = new CommentId("c2");
  private static final Prose WORDS = new Prose("D’où vient ce chiffre ?\nMerci de le préciser.");
  private static final Prose REWORDED = new Prose("D’où vient ce chiffre, et de quand ?");

  static final List<ByMember> COMMANDS =
      List.of(
          new TakeMandate(Mandate.MANDATED),
          new AddComment(
              C2, "f1", CommentKind.QUESTION, WORDS, null, new Passage(new Seq(5), 3, 4)),
          new RewordComment(C1, REWORDED),
          new WithdrawComment(C1),
          new RestoreComment(C1),
          new ResolveThread(C1),
          new ReopenThread(C1));

  static final List<TableEvent> EVENTS =
      List.of(
          new MandateTaken(Mandate.MANDATED),
          new CommentAdded(C2, "f1", CommentKind.QUESTION, WORDS, null, new Anchor(3, 4, "banc")),
          new CommentReworded(C1, REWORDED),
          new CommentWithdrawn(C1),
          new CommentRestored(C1),
          new ThreadResolved(C1),
          new ThreadReopened(C1));

  private GoldenTalk() {}
}
