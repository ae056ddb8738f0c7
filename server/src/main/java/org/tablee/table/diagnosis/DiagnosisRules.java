package org.tablee.table.diagnosis;

import org.tablee.table.Decision;
import org.tablee.table.DiagnosisCommand;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.DiagnosisCommand.MoveFinding;
import org.tablee.table.DiagnosisCommand.RenameFinding;
import org.tablee.table.DiagnosisCommand.RestoreFinding;
import org.tablee.table.DiagnosisCommand.RetypeFinding;
import org.tablee.table.DiagnosisCommand.SourceFinding;
import org.tablee.table.DiagnosisCommand.WithdrawFinding;
import org.tablee.table.DiagnosisEvent;
import org.tablee.table.DiagnosisEvent.FindingAdded;
import org.tablee.table.DiagnosisEvent.FindingMoved;
import org.tablee.table.DiagnosisEvent.FindingRenamed;
import org.tablee.table.DiagnosisEvent.FindingRestored;
import org.tablee.table.DiagnosisEvent.FindingRetyped;
import org.tablee.table.DiagnosisEvent.FindingSourced;
import org.tablee.table.DiagnosisEvent.FindingWithdrawn;
import org.tablee.table.FindingId;
import org.tablee.table.ItemRules;
import org.tablee.table.ParticipantId;
import org.tablee.table.Rights.Reach;
import org.tablee.table.Table;
import org.tablee.table.TextId;

/** Decides what is asked of the shared diagnosis. */
public final class DiagnosisRules {
  /** Findings of one table, withdrawn ones included. */
  public static final int FINDINGS_MAX = 5_000;

  private static final String FINDING = "/finding";

  private DiagnosisRules() {}

  public static Decision decide(
      Table table, ParticipantId by, Reach reach, DiagnosisCommand command) {
    var findings = table.diagnosis().findings();
    return switch (command) {
      case AddFinding(var id, var kind, var title) ->
          ItemRules.add(
              table,
              findings,
              FINDINGS_MAX,
              FINDING,
              id.value(),
              new FindingAdded(id, kind, title, new TextId(id.value())));
      case MoveFinding(var id, var before) ->
          ItemRules.move(
              findings,
              FINDING,
              id.value(),
              before == null ? null : before.value(),
              new FindingMoved(id, before));
      case RenameFinding(var id, var title) ->
          change(table, by, reach, id, new FindingRenamed(id, title));
      case RetypeFinding(var id, var kind) ->
          change(table, by, reach, id, new FindingRetyped(id, kind));
      case SourceFinding(var id, var source) ->
          change(table, by, reach, id, new FindingSourced(id, source));
      case WithdrawFinding(var id) -> change(table, by, reach, id, new FindingWithdrawn(id));
      case RestoreFinding(var id) -> change(table, by, reach, id, new FindingRestored(id));
    };
  }

  private static Decision change(
      Table table, ParticipantId by, Reach reach, FindingId id, DiagnosisEvent event) {
    return ItemRules.change(table.diagnosis().findings(), by, reach, FINDING, id.value(), event);
  }
}
