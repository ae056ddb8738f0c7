package org.tablee.table.frame;

import java.util.List;
import java.util.Objects;
import org.tablee.table.ContestId;
import org.tablee.table.ContestOutcome;
import org.tablee.table.Decision;
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
import org.tablee.table.ItemRules;
import org.tablee.table.ListName;
import org.tablee.table.Participant;
import org.tablee.table.ParticipantId;
import org.tablee.table.Phase;
import org.tablee.table.RefusalCode;
import org.tablee.table.Rights.Reach;
import org.tablee.table.Table;
import org.tablee.table.TableEvent;
import org.tablee.table.TermId;
import org.tablee.table.TermStatus;
import org.tablee.table.TextId;

/** Decides what is asked of the frame. */
public final class FrameRules {
  /** Terms of one table, withdrawn ones included. */
  public static final int TERMS_MAX = 500;

  /** Words of one table's glossary, withdrawn ones included. */
  public static final int WORDS_MAX = 1_000;

  /** Requests to take up a term, of one table, answered ones included. */
  public static final int CONTESTS_MAX = 1_000;

  /** Colleges that a table needs before it leaves its frame. */
  private static final int COLLEGES_MIN = 2;

  private static final String TERM = "/term";
  private static final String WORD = "/word";
  private static final String CONTEST = "/contest";

  private FrameRules() {}

  public static Decision decide(Table table, ParticipantId by, Reach reach, FrameCommand command) {
    var frame = table.frame();
    return switch (command) {
      case MovePhase move -> move(table, move);
      case PlanPhase plan -> plan(plan);
      case OpenList(var list) -> Decision.accept(new ListOpened(list));
      case CloseList(var list, var reason) -> Decision.accept(new ListClosed(list, reason));
      case PutListAside(var list, var reason) -> Decision.accept(new ListPutAside(list, reason));
      case AddTerm(var id, var section, var title) ->
          ItemRules.add(
              table,
              frame.terms(),
              TERMS_MAX,
              TERM,
              id.value(),
              new TermAdded(id, section, title, new TextId(id.value())));
      case RenameTerm(var id, var title) ->
          changeUnlessLocked(frame, by, reach, id, new TermRenamed(id, title));
      case MoveTerm(var id, var before) ->
          ItemRules.move(
              frame.terms(),
              TERM,
              id.value(),
              before == null ? null : before.value(),
              new TermMoved(id, before));
      case WithdrawTerm(var id) -> changeUnlessLocked(frame, by, reach, id, new TermWithdrawn(id));
      case RestoreTerm(var id) ->
          ItemRules.change(frame.terms(), by, reach, TERM, id.value(), new TermRestored(id));
      case SettleTerm settle -> settle(frame, by, reach, settle);
      case ContestTerm contest -> contest(table, contest);
      case AnswerContest answer -> answer(frame, answer);
      case WithdrawContest(var id) -> withdraw(frame, by, id);
      case SayScope(var decides, var leaves) -> Decision.accept(new ScopeSaid(decides, leaves));
      case PublishFrame() -> publish(frame);
      case AcknowledgeFrame(var read) ->
          read.equals(frame.publication().latest())
              ? Decision.accept(new FrameAcknowledged(read))
              : Decision.refuseField("/frame");
      case AddWord(var id, var written) ->
          ItemRules.add(
              table,
              frame.glossary(),
              WORDS_MAX,
              WORD,
              id.value(),
              new WordAdded(id, written, new TextId(id.value())));
      case RewriteWord(var id, var written) ->
          ItemRules.change(
              frame.glossary(), by, reach, WORD, id.value(), new WordRewritten(id, written));
      case WithdrawWord(var id) ->
          ItemRules.change(frame.glossary(), by, reach, WORD, id.value(), new WordWithdrawn(id));
      case RestoreWord(var id) ->
          ItemRules.change(frame.glossary(), by, reach, WORD, id.value(), new WordRestored(id));
    };
  }

  /** Who builds something together is at least two. */
  private static Decision move(Table table, MovePhase move) {
    var leaves = table.frame().phase() == Phase.FRAME && move.phase() != Phase.FRAME;
    if (leaves && move.reason() == null && collegesAt(table) < COLLEGES_MIN) {
      return Decision.refuse(RefusalCode.PHASE_COLLEGES);
    }
    return Decision.accept(new PhaseMoved(move.phase(), move.reason()));
  }

  private static long collegesAt(Table table) {
    return table.members().inOrder().stream()
        .map(Participant::college)
        .filter(Objects::nonNull)
        .distinct()
        .count();
  }

  private static Decision plan(PlanPhase plan) {
    var from = plan.from();
    var until = plan.until();
    if (from != null && until != null && !from.isBefore(until)) {
      return Decision.refuseField("/until");
    }
    return Decision.accept(new PhasePlanned(plan.phase(), from, until));
  }

  private static Decision changeUnlessLocked(
      Frame frame, ParticipantId by, Reach reach, TermId id, TableEvent event) {
    var decision = ItemRules.change(frame.terms(), by, reach, TERM, id.value(), event);
    var term = frame.terms().find(id.value());
    var isLocked = term != null && !term.isNegotiable();
    return decision instanceof Decision.Accepted && isLocked
        ? Decision.refuse(RefusalCode.TERM_LOCKED)
        : decision;
  }

  private static Decision settle(Frame frame, ParticipantId by, Reach reach, SettleTerm settle) {
    if (settle.status() == TermStatus.NON_NEGOTIABLE) {
      if (settle.holder() == null) {
        return Decision.refuseField("/holder");
      }
      if (settle.reason() == null) {
        return Decision.refuseField("/reason");
      }
    }
    var id = settle.term();
    return ItemRules.change(
        frame.terms(),
        by,
        reach,
        TERM,
        id.value(),
        new TermSettled(id, settle.status(), settle.holder(), settle.reason(), settle.until()));
  }

  private static Decision contest(Table table, ContestTerm contest) {
    var frame = table.frame();
    if (table.isTaken(contest.contest().value())) {
      return Decision.refuseField(CONTEST);
    }
    var term = frame.terms().find(contest.term().value());
    if (term == null || term.isWithdrawn() || term.isNegotiable()) {
      return Decision.refuseField(TERM);
    }
    if (frame.contests().all().size() >= CONTESTS_MAX) {
      return Decision.refuse(RefusalCode.LIST_FULL);
    }
    return Decision.accept(new TermContested(contest.contest(), contest.term(), contest.reason()));
  }

  private static Decision answer(Frame frame, AnswerContest answer) {
    var contest = frame.contests().find(answer.contest());
    if (contest == null || !contest.isOpen()) {
      return Decision.refuseField(CONTEST);
    }
    var answered = new ContestAnswered(answer.contest(), answer.outcome(), answer.answer());
    if (answer.outcome() == ContestOutcome.KEPT) {
      return Decision.accept(answered);
    }
    // A list that is not open keeps its terms as they are, whatever road leads to them.
    if (!frame.isOpen(ListName.TERMS)) {
      return Decision.refuse(RefusalCode.LIST_CLOSED);
    }
    return new Decision.Accepted(
        List.of(
            answered, new TermSettled(contest.term(), TermStatus.NEGOTIABLE, null, null, null)));
  }

  private static Decision withdraw(Frame frame, ParticipantId by, ContestId id) {
    var contest = frame.contests().find(id);
    if (contest == null) {
      return Decision.refuseField(CONTEST);
    }
    if (!contest.by().equals(by)) {
      return Decision.refuse(RefusalCode.RIGHTS_OWN);
    }
    return contest.isOpen()
        ? Decision.accept(new ContestWithdrawn(id))
        : Decision.refuseField(CONTEST);
  }

  private static Decision publish(Frame frame) {
    return frame.terms().inOrder().stream().allMatch(Term::isWithdrawn)
        ? Decision.refuse(RefusalCode.FRAME_EMPTY)
        : Decision.accept(new FramePublished());
  }
}
