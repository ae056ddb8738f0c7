package org.tablee.table;

import java.util.List;
import org.tablee.table.Rights.Reach;
import org.tablee.table.TableCommand.AddFinding;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.ByServer;
import org.tablee.table.TableCommand.CreateTable;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableCommand.MoveFinding;
import org.tablee.table.TableCommand.MovePhase;
import org.tablee.table.TableCommand.RenameFinding;
import org.tablee.table.TableCommand.RestoreFinding;
import org.tablee.table.TableCommand.RetypeFinding;
import org.tablee.table.TableCommand.SourceFinding;
import org.tablee.table.TableCommand.WithdrawFinding;
import org.tablee.table.TableEvent.FindingAdded;
import org.tablee.table.TableEvent.FindingMoved;
import org.tablee.table.TableEvent.FindingRenamed;
import org.tablee.table.TableEvent.FindingRestored;
import org.tablee.table.TableEvent.FindingRetyped;
import org.tablee.table.TableEvent.FindingSourced;
import org.tablee.table.TableEvent.FindingWithdrawn;
import org.tablee.table.TableEvent.ParticipantJoined;
import org.tablee.table.TableEvent.PhaseMoved;
import org.tablee.table.TableEvent.RoleChanged;
import org.tablee.table.TableEvent.TableCreated;

/** Decides each command on the state so far: pure, without clock, chance or store. */
public final class TableRules {
  /** Findings of one table, withdrawn ones included. */
  public static final int FINDINGS_MAX = 5_000;

  private TableRules() {}

  /**
   * Decides what a member asks.
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
    var reach = Rights.reach(table.members().roleOf(by), Rights.act(command));
    if (reach == Reach.NOTHING) {
      return Decision.refuse(RefusalCode.RIGHTS_ROLE);
    }
    return switch (command) {
      case AddFinding add -> addFinding(table, add);
      case RenameFinding(var finding, var title) ->
          onFinding(table, by, reach, finding, new FindingRenamed(finding, title));
      case RetypeFinding(var finding, var kind) ->
          onFinding(table, by, reach, finding, new FindingRetyped(finding, kind));
      case SourceFinding(var finding, var source) ->
          onFinding(table, by, reach, finding, new FindingSourced(finding, source));
      case WithdrawFinding(var finding) ->
          onFinding(table, by, reach, finding, new FindingWithdrawn(finding));
      case RestoreFinding(var finding) ->
          onFinding(table, by, reach, finding, new FindingRestored(finding));
      case MoveFinding move -> moveFinding(table, move);
      case EditText edit -> editText(table, edit);
      case MovePhase(var phase, var reason) -> Decision.accept(new PhaseMoved(phase, reason));
    };
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

  private static Decision addFinding(Table table, AddFinding add) {
    if (isTaken(table, add.finding().value())) {
      return Decision.refuseField("/finding");
    }
    if (table.diagnosis().count() >= FINDINGS_MAX) {
      return Decision.refuse(RefusalCode.LIST_FULL);
    }
    return Decision.accept(
        new FindingAdded(
            add.finding(), add.kind(), add.title(), new TextId(add.finding().value())));
  }

  /** Ids are unique in a table over all kinds, withdrawn items included. */
  private static boolean isTaken(Table table, String id) {
    return table.diagnosis().find(new FindingId(id)) != null
        || table.texts().find(new TextId(id)) != null
        || table.members().find(new ParticipantId(id)) != null
        || table.existingHeader().hasCollege(new CollegeId(id));
  }

  private static Decision onFinding(
      Table table, ParticipantId by, Reach reach, FindingId id, TableEvent event) {
    var finding = table.diagnosis().find(id);
    if (finding == null) {
      return Decision.refuseField("/finding");
    }
    if (reach == Reach.OWN && !finding.by().equals(by)) {
      return Decision.refuse(RefusalCode.RIGHTS_OWN);
    }
    return Decision.accept(event);
  }

  private static Decision moveFinding(Table table, MoveFinding move) {
    if (table.diagnosis().find(move.finding()) == null) {
      return Decision.refuseField("/finding");
    }
    var before = move.before();
    if (before != null
        && (before.equals(move.finding()) || table.diagnosis().find(before) == null)) {
      return Decision.refuseField("/before");
    }
    return Decision.accept(new FindingMoved(move.finding(), before));
  }

  private static Decision editText(Table table, EditText edit) {
    var text = table.texts().find(edit.text());
    if (text == null) {
      return Decision.refuse(RefusalCode.TEXT_UNKNOWN);
    }
    if (isLocked(table, edit.text())) {
      return Decision.refuse(RefusalCode.TEXT_LOCKED);
    }
    if (table.seq().isBefore(edit.base()) || text.isOutOfReach(edit.base())) {
      return Decision.refuse(RefusalCode.TEXT_BASE);
    }
    var concurrent = text.since(edit.base());
    if (concurrent.isEmpty()) {
      return new Decision.PastNeeded(edit.base());
    }
    return EditingText.decide(text.document(), concurrent.get(), edit);
  }

  private static boolean isLocked(Table table, TextId text) {
    var finding = table.diagnosis().find(new FindingId(text.value()));
    return finding != null && finding.isWithdrawn();
  }
}
