package org.tablee.table.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.tablee.table.Decision;
import org.tablee.table.DiagnosisCommand;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.DiagnosisCommand.AgreeFinding;
import org.tablee.table.DiagnosisCommand.MergeFindings;
import org.tablee.table.DiagnosisCommand.MoveFinding;
import org.tablee.table.DiagnosisCommand.RenameFinding;
import org.tablee.table.DiagnosisCommand.RestoreFinding;
import org.tablee.table.DiagnosisCommand.RetypeFinding;
import org.tablee.table.DiagnosisCommand.SourceFinding;
import org.tablee.table.DiagnosisCommand.TakeBackAgreement;
import org.tablee.table.DiagnosisCommand.UnmergeFinding;
import org.tablee.table.DiagnosisCommand.WithdrawFinding;
import org.tablee.table.DiagnosisEvent;
import org.tablee.table.DiagnosisEvent.AgreementTakenBack;
import org.tablee.table.DiagnosisEvent.FindingAdded;
import org.tablee.table.DiagnosisEvent.FindingAgreed;
import org.tablee.table.DiagnosisEvent.FindingMoved;
import org.tablee.table.DiagnosisEvent.FindingRenamed;
import org.tablee.table.DiagnosisEvent.FindingRestored;
import org.tablee.table.DiagnosisEvent.FindingRetyped;
import org.tablee.table.DiagnosisEvent.FindingSourced;
import org.tablee.table.DiagnosisEvent.FindingUnmerged;
import org.tablee.table.DiagnosisEvent.FindingWithdrawn;
import org.tablee.table.DiagnosisEvent.FindingsMerged;
import org.tablee.table.FindingId;
import org.tablee.table.ItemRules;
import org.tablee.table.ParticipantId;
import org.tablee.table.RefusalCode;
import org.tablee.table.Rights.Reach;
import org.tablee.table.Table;
import org.tablee.table.TableEvent.TextEdited;
import org.tablee.table.TextId;
import org.tablee.text.Delta;

/** Decides what is asked of the shared diagnosis. */
public final class DiagnosisRules {
  /** Findings of one table, withdrawn ones included. */
  public static final int FINDINGS_MAX = 5_000;

  /** Findings that one is made of. */
  public static final int PARENTS_MIN = 2;

  public static final int PARENTS_MAX = 20;

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
          isMerged(table, id)
              ? Decision.refuse(RefusalCode.FINDING_MERGED)
              : ItemRules.move(
                  findings,
                  FINDING,
                  id.value(),
                  before == null ? null : before.value(),
                  new FindingMoved(id, before));
      case RenameFinding(var id, var title) ->
          change(table, by, reach, id, new FindingRenamed(id, title));
      case RetypeFinding(var id, var kind) ->
          change(table, by, reach, id, new FindingRetyped(id, kind));
      case SourceFinding(var id, var source, var nature, var link) ->
          change(table, by, reach, id, new FindingSourced(id, source, nature, link));
      case WithdrawFinding(var id) -> change(table, by, reach, id, new FindingWithdrawn(id));
      case RestoreFinding(var id) -> change(table, by, reach, id, new FindingRestored(id));
      case AgreeFinding(var id) -> change(table, by, reach, id, new FindingAgreed(id));
      case TakeBackAgreement(var id) -> change(table, by, reach, id, new AgreementTakenBack(id));
      case MergeFindings merge -> merge(table, merge);
      case UnmergeFinding(var id) -> unmerge(table, id);
    };
  }

  private static Decision change(
      Table table, ParticipantId by, Reach reach, FindingId id, DiagnosisEvent event) {
    return isMerged(table, id)
        ? Decision.refuse(RefusalCode.FINDING_MERGED)
        : ItemRules.change(table.diagnosis().findings(), by, reach, FINDING, id.value(), event);
  }

  private static boolean isMerged(Table table, FindingId id) {
    var finding = table.diagnosis().find(id);
    return finding != null && finding.isMerged();
  }

  private static Decision merge(Table table, MergeFindings merge) {
    var documents = new ArrayList<Delta>();
    for (var id : merge.parents()) {
      var parent = table.diagnosis().find(id);
      if (parent == null || parent.isWithdrawn()) {
        return Decision.refuseField("/parents");
      }
      if (parent.isMerged()) {
        return Decision.refuse(RefusalCode.FINDING_MERGED);
      }
      documents.add(table.texts().existing(parent.text()).document());
    }
    var text = new TextId(merge.finding().value());
    var merged =
        new FindingsMerged(merge.finding(), merge.kind(), merge.title(), text, merge.parents());
    var added =
        ItemRules.add(
            table,
            table.diagnosis().findings(),
            FINDINGS_MAX,
            FINDING,
            merge.finding().value(),
            merged);
    var words = MergedText.of(documents);
    return added instanceof Decision.Accepted && !words.ops().isEmpty()
        ? new Decision.Accepted(List.of(merged, new TextEdited(text, words)))
        : added;
  }

  private static Decision unmerge(Table table, FindingId id) {
    var finding = table.diagnosis().find(id);
    if (finding == null || finding.lineage().parents().isEmpty()) {
      return Decision.refuseField(FINDING);
    }
    return finding.isMerged()
        ? Decision.refuse(RefusalCode.FINDING_MERGED)
        : Decision.accept(new FindingUnmerged(id));
  }
}
