package org.tablee.wire;

import java.util.List;
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
import org.tablee.table.FindingKind;
import org.tablee.table.Line;
import org.tablee.table.SourceLink;
import org.tablee.table.SourceNature;
import org.tablee.table.TextId;

/** What the files of the diagnosis say, as values. */
final class GoldenDiagnosis {
  private static final FindingId F1 = new FindingId("f1");
  private static final FindingId F2 = new FindingId("f2");
  private static final FindingId F3 = new FindingId("f3");
  private static final Line TITLE = new Line("Un banc à l’ombre près de l’arrêt");
  private static final Line RENAMED = new Line("Des bancs à l’ombre");
  private static final Line SOURCE = new Line("Visite du quartier, mars");
  private static final SourceLink LINK = new SourceLink("https://example.org/enquete-bancs");

  static final List<DiagnosisCommand> COMMANDS =
      List.of(
          new AddFinding(F1, FindingKind.NEED, TITLE),
          new RenameFinding(F1, RENAMED),
          new RetypeFinding(F1, FindingKind.WEAKNESS),
          new SourceFinding(F1, SOURCE, SourceNature.STORY, LINK),
          new MoveFinding(F1, F2),
          new WithdrawFinding(F1),
          new RestoreFinding(F1),
          new AgreeFinding(F1),
          new TakeBackAgreement(F1),
          new MergeFindings(F3, FindingKind.NEED, RENAMED, List.of(F1, F2)),
          new UnmergeFinding(F3));

  static final List<DiagnosisEvent> EVENTS =
      List.of(
          new FindingAdded(F1, FindingKind.NEED, TITLE, new TextId("f1")),
          new FindingRenamed(F1, RENAMED),
          new FindingRetyped(F1, FindingKind.WEAKNESS),
          new FindingSourced(F1, SOURCE, SourceNature.STORY, LINK),
          new FindingMoved(F1, F2),
          new FindingWithdrawn(F1),
          new FindingRestored(F1),
          new FindingAgreed(F1),
          new AgreementTakenBack(F1),
          new FindingsMerged(F3, FindingKind.NEED, RENAMED, new TextId("f3"), List.of(F1, F2)),
          new FindingUnmerged(F3));

  private GoldenDiagnosis() {}
}
