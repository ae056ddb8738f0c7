package org.tablee.wire;

import java.time.Instant;
import java.util.List;
import org.tablee.table.ContestId;
import org.tablee.table.ContestOutcome;
import org.tablee.table.FrameCommand;
import org.tablee.table.FrameCommand.AcknowledgeFrame;
import org.tablee.table.FrameCommand.AddTerm;
import org.tablee.table.FrameCommand.AddWord;
import org.tablee.table.FrameCommand.AnswerContest;
import org.tablee.table.FrameCommand.CloseList;
import org.tablee.table.FrameCommand.ContestTerm;
import org.tablee.table.FrameCommand.MovePhase;
import org.tablee.table.FrameCommand.MoveTerm;
import org.tablee.table.FrameCommand.OpenList;
import org.tablee.table.FrameCommand.PlanPhase;
import org.tablee.table.FrameCommand.PublishFrame;
import org.tablee.table.FrameCommand.PutListAside;
import org.tablee.table.FrameCommand.RenameTerm;
import org.tablee.table.FrameCommand.RestoreTerm;
import org.tablee.table.FrameCommand.RestoreWord;
import org.tablee.table.FrameCommand.RewriteWord;
import org.tablee.table.FrameCommand.SayScope;
import org.tablee.table.FrameCommand.SettleTerm;
import org.tablee.table.FrameCommand.WithdrawContest;
import org.tablee.table.FrameCommand.WithdrawTerm;
import org.tablee.table.FrameCommand.WithdrawWord;
import org.tablee.table.FrameEvent;
import org.tablee.table.FrameEvent.ContestAnswered;
import org.tablee.table.FrameEvent.ContestWithdrawn;
import org.tablee.table.FrameEvent.FrameAcknowledged;
import org.tablee.table.FrameEvent.FramePublished;
import org.tablee.table.FrameEvent.ListClosed;
import org.tablee.table.FrameEvent.ListOpened;
import org.tablee.table.FrameEvent.ListPutAside;
import org.tablee.table.FrameEvent.PhaseMoved;
import org.tablee.table.FrameEvent.PhasePlanned;
import org.tablee.table.FrameEvent.ScopeSaid;
import org.tablee.table.FrameEvent.TermAdded;
import org.tablee.table.FrameEvent.TermContested;
import org.tablee.table.FrameEvent.TermMoved;
import org.tablee.table.FrameEvent.TermRenamed;
import org.tablee.table.FrameEvent.TermRestored;
import org.tablee.table.FrameEvent.TermSettled;
import org.tablee.table.FrameEvent.TermWithdrawn;
import org.tablee.table.FrameEvent.WordAdded;
import org.tablee.table.FrameEvent.WordRestored;
import org.tablee.table.FrameEvent.WordRewritten;
import org.tablee.table.FrameEvent.WordWithdrawn;
import org.tablee.table.Line;
import org.tablee.table.ListName;
import org.tablee.table.Phase;
import org.tablee.table.Seq;
import org.tablee.table.TermId;
import org.tablee.table.TermSection;
import org.tablee.table.TermStatus;
import org.tablee.table.TextId;
import org.tablee.table.WordId;

/** What the files of the frame say, as values. */
final class GoldenFrame {
  private static final Line REASON = new Line("Le diagnostic est partagé");
  private static final Instant FROM = Instant.ofEpochMilli(1_772_452_800_000L);
  private static final Instant UNTIL = Instant.ofEpochMilli(1_775_044_800_000L);
  private static final TermId T1 = new TermId("t1");
  private static final TermId T2 = new TermId("t2");
  private static final Line TITLE = new Line("La table travaille, le conseil décide");
  private static final Line RENAMED = new Line("Le conseil décide");
  private static final Line HOLDER = new Line("Le conseil municipal");
  private static final Line WHY = new Line("La loi confie cette décision au conseil");
  private static final Line JUNE = new Line("Juin");
  private static final ContestId X1 = new ContestId("x1");
  private static final Line CONTESTED = new Line("Les usagers veulent en parler");
  private static final Line ANSWER = new Line("On en parle à la prochaine séance");
  private static final Line DECIDES = new Line("Ses constats et ses propositions");
  private static final Line LEAVES = new Line("Le budget, voté par le conseil");
  private static final WordId W1 = new WordId("w1");
  private static final Line WRITTEN = new Line("co-construction");
  private static final Line REWRITTEN = new Line("coconstruction");

  static final List<FrameCommand> COMMANDS =
      List.of(
          new MovePhase(Phase.DEBATE, REASON),
          new PlanPhase(Phase.DIAGNOSIS, FROM, UNTIL),
          new OpenList(ListName.FINDINGS),
          new CloseList(ListName.FINDINGS, REASON),
          new PutListAside(ListName.CHALLENGES, REASON),
          new AddTerm(T1, TermSection.SCOPE, TITLE),
          new RenameTerm(T1, RENAMED),
          new MoveTerm(T1, T2),
          new WithdrawTerm(T1),
          new RestoreTerm(T1),
          new SettleTerm(T1, TermStatus.NON_NEGOTIABLE, HOLDER, WHY, JUNE),
          new ContestTerm(X1, T1, CONTESTED),
          new AnswerContest(X1, ContestOutcome.REOPENED, ANSWER),
          new WithdrawContest(X1),
          new SayScope(DECIDES, LEAVES),
          new PublishFrame(),
          new AcknowledgeFrame(new Seq(41)),
          new AddWord(W1, WRITTEN),
          new RewriteWord(W1, REWRITTEN),
          new WithdrawWord(W1),
          new RestoreWord(W1));

  static final List<FrameEvent> EVENTS =
      List.of(
          new PhaseMoved(Phase.DEBATE, REASON),
          new PhasePlanned(Phase.DIAGNOSIS, FROM, UNTIL),
          new ListOpened(ListName.FINDINGS),
          new ListClosed(ListName.FINDINGS, REASON),
          new ListPutAside(ListName.CHALLENGES, REASON),
          new TermAdded(T1, TermSection.SCOPE, TITLE, new TextId("t1")),
          new TermRenamed(T1, RENAMED),
          new TermMoved(T1, T2),
          new TermWithdrawn(T1),
          new TermRestored(T1),
          new TermSettled(T1, TermStatus.NON_NEGOTIABLE, HOLDER, WHY, JUNE),
          new TermContested(X1, T1, CONTESTED),
          new ContestAnswered(X1, ContestOutcome.REOPENED, ANSWER),
          new ContestWithdrawn(X1),
          new ScopeSaid(DECIDES, LEAVES),
          new FramePublished(),
          new FrameAcknowledged(new Seq(41)),
          new WordAdded(W1, WRITTEN, new TextId("w1")),
          new WordRewritten(W1, REWRITTEN),
          new WordWithdrawn(W1),
          new WordRestored(W1));

  private GoldenFrame() {}
}
