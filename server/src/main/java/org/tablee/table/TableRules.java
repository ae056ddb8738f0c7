package org.tablee.table;

import java.util.List;
import org.tablee.table.EditingText.Carried;
import org.tablee.table.Rights.Reach;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.ByServer;
import org.tablee.table.TableCommand.CreateTable;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableEvent.ParticipantJoined;
import org.tablee.table.TableEvent.RoleChanged;
import org.tablee.table.TableEvent.TableCreated;
import org.tablee.table.TableEvent.TextEdited;
import org.tablee.table.challenge.ChallengeRules;
import org.tablee.table.diagnosis.DiagnosisRules;
import org.tablee.table.frame.FrameRules;
import org.tablee.table.proposal.ProposalRules;
import org.tablee.table.round.RoundRules;
import org.tablee.table.talk.TalkRules;
import org.tablee.table.vote.VoteRules;

/** Decides each command on the state so far: pure, without clock, chance or store. */
public final class TableRules {
  private TableRules() {}

  /**
   * Decides what a member asks. What is accepted always has an event, also where it changes
   * nothing: its commit is the answer that the member waits for.
   *
   * @param by the connection's participant; no field of a command names another
   */
  public static Decision decide(Table table, ParticipantId by, CommandId id, ByMember command) {
    var stored = table.memory().storedAs(by, id);
    if (stored != null) {
      return new Decision.Repeated(stored);
    }
    if (table.memory().isStale(by, id)) {
      return Decision.refuse(RefusalCode.COMMAND_STALE);
    }
    var right = Rights.of(command);
    var reach = right.who().reach(table.members().roleOf(by));
    if (reach == Reach.NOTHING) {
      return Decision.refuse(RefusalCode.RIGHTS_ROLE);
    }
    if (right.isContribution() && !table.frame().publication().isAcknowledgedBy(by)) {
      return Decision.refuse(RefusalCode.FRAME_UNACKNOWLEDGED);
    }
    var list = right.list();
    if (list != null && !table.frame().isOpen(list)) {
      return Decision.refuse(RefusalCode.LIST_CLOSED);
    }
    return switch (command) {
      case EditText edit -> editText(table, LateEdit.of(edit));
      case MemberCommand of -> MemberRules.decide(of);
      case FrameCommand of -> FrameRules.decide(table, by, reach, of);
      case DiagnosisCommand of -> DiagnosisRules.decide(table, by, reach, of);
      case ChallengeCommand of -> ChallengeRules.decide(table, by, reach, of);
      case TalkCommand of -> TalkRules.decide(table, by, reach, of);
      case ProposalCommand of -> ProposalRules.decide(table, by, reach, of);
      case RoundCommand of -> RoundRules.decide(table, by, of);
      case VoteCommand of -> VoteRules.decide(table, by, of);
    };
  }

  /**
   * The event by which a member opens a sealed box, once it is closed for good.
   *
   * @param table the state that the event follows, but for marks of this very box
   * @param command one that was decided with {@link Decision.OpenBox} on it
   */
  public static TableEvent open(Table table, ByMember command, Inside inside, Chance chance) {
    return switch (command) {
      case RoundCommand.RevealRound reveal -> RoundRules.open(reveal, inside, chance);
      case VoteCommand.PublishVote publish -> VoteRules.open(table, publish, inside);
      case ChallengeCommand.CloseRating close -> ChallengeRules.open(close, inside);
      default ->
          throw new IllegalArgumentException(command.getClass().getSimpleName() + " opens no box");
    };
  }

  /** Decides a command again that was carried part of its way. */
  public static Decision decide(Table table, ParticipantId by, CommandId id, Late late) {
    var asSent = decide(table, by, id, late.sent());
    return asSent instanceof Decision.PastNeeded ? late.decide(table) : asSent;
  }

  /** Decides what the server asks; it asks nothing that is refused to a role. */
  public static Decision decide(Table table, ByServer command) {
    return switch (command) {
      case CreateTable create -> createTable(table, create);
      case Join join -> join(table, join);
    };
  }

  private static Decision createTable(Table table, CreateTable create) {
    if (table.header() != null) {
      return new Decision.Accepted(List.of());
    }
    return Decision.accept(
        new TableCreated(
            create.title(),
            create.territory(),
            create.theme(),
            create.locale(),
            create.colleges()));
  }

  private static Decision join(Table table, Join join) {
    var college = join.college();
    if (college != null && !table.existingHeader().hasCollege(college)) {
      return Decision.refuseField("/college");
    }
    var known = table.members().find(join.participant());
    if (known == null) {
      return Decision.accept(
          new ParticipantJoined(join.participant(), join.role(), college, join.presence()));
    }
    if (known.role().compareTo(join.role()) < 0) {
      return Decision.accept(new RoleChanged(join.participant(), join.role()));
    }
    return new Decision.Accepted(List.of());
  }

  static Decision editText(Table table, LateEdit edit) {
    var text = table.texts().find(edit.text());
    if (text == null) {
      return Decision.refuse(RefusalCode.TEXT_UNKNOWN);
    }
    if (isLocked(table, edit.text())) {
      return Decision.refuse(RefusalCode.TEXT_LOCKED);
    }
    return switch (EditingText.carry(table, text, edit.sent().delta(), edit.on(), edit)) {
      case Carried.Arrived(var delta) -> Decision.accept(new TextEdited(edit.text(), delta));
      case Carried.Stopped(var decision) -> decision;
    };
  }

  private static boolean isLocked(Table table, TextId text) {
    for (var area : table.areas()) {
      var list = area.listOf(text);
      if (list != null) {
        return !table.frame().isOpen(list) || area.isLocked(text);
      }
    }
    return false;
  }
}
