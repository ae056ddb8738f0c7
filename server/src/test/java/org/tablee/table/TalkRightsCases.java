package org.tablee.table;

import static org.tablee.table.ATable.NOBODY;
import static org.tablee.table.ATable.YANN;

import java.util.List;
import org.tablee.table.MemberCommand.TakeMandate;
import org.tablee.table.TalkCommand.AddComment;
import org.tablee.table.TalkCommand.ReopenThread;
import org.tablee.table.TalkCommand.ResolveThread;
import org.tablee.table.TalkCommand.RestoreComment;
import org.tablee.table.TalkCommand.RewordComment;
import org.tablee.table.TalkCommand.WithdrawComment;

/** Who may do what to the talk about items, and to their own seat. */
final class TalkRightsCases {
  private static final CommentId OWN = new CommentId("own-comment");
  private static final CommentId OTHERS = new CommentId("others-comment");
  private static final Prose WORDS = new Prose("D’où vient ce chiffre ?");

  static final List<RightsCase> CASES =
      List.of(
          RightsCase.of("members", null, List.of(new TakeMandate(Mandate.OWN)), List.of()),
          RightsCase.of("members", null, List.of(add(new CommentId("new"))), List.of()),
          of("oneself", new RewordComment(OWN, WORDS), new RewordComment(OTHERS, WORDS)),
          of("authors", new WithdrawComment(OWN), new WithdrawComment(OTHERS)),
          of("authors", new RestoreComment(OWN), new RestoreComment(OTHERS)),
          of("members", new ResolveThread(OWN), new ResolveThread(OTHERS)),
          of("members", new ReopenThread(OWN), new ReopenThread(OTHERS)));

  private TalkRightsCases() {}

  static void prepare(ATable table) {
    table.does(NOBODY, add(OWN)).does(YANN, add(OTHERS));
  }

  private static AddComment add(CommentId id) {
    var finding = DiagnosisRightsCases.OWN.value();
    return new AddComment(id, finding, CommentKind.REMARK, WORDS, null, null);
  }

  private static RightsCase of(String who, TalkCommand own, TalkCommand others) {
    return RightsCase.of(who, null, List.of(own), List.of(others));
  }
}
