package org.tablee.table;

import java.util.List;
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

/** Who may do what to the shared diagnosis. */
final class DiagnosisRightsCases {
  static final FindingId OWN = new FindingId("own");
  static final FindingId OTHERS = new FindingId("others");
  private static final FindingId MERGED = new FindingId("merged");
  private static final Line TITLE = new Line("Un titre");

  static final List<RightsCase> CASES =
      List.of(
          of("members", new AddFinding(new FindingId("new"), FindingKind.NEED, TITLE), null),
          of("members", new MoveFinding(OWN, null), new MoveFinding(OTHERS, null)),
          of("authors", new RenameFinding(OWN, TITLE), new RenameFinding(OTHERS, TITLE)),
          of(
              "authors",
              new RetypeFinding(OWN, FindingKind.ACTOR),
              new RetypeFinding(OTHERS, FindingKind.ACTOR)),
          of("authors", sourcing(OWN), sourcing(OTHERS)),
          of("authors", new WithdrawFinding(OWN), new WithdrawFinding(OTHERS)),
          of("authors", new RestoreFinding(OWN), new RestoreFinding(OTHERS)),
          of("members", new AgreeFinding(OWN), new AgreeFinding(OTHERS)),
          of("members", new TakeBackAgreement(OWN), new TakeBackAgreement(OTHERS)),
          of(
              "scribes",
              new MergeFindings(
                  new FindingId("new"), FindingKind.NEED, TITLE, List.of(OWN, OTHERS)),
              null),
          of("scribes", new UnmergeFinding(MERGED), null));

  private DiagnosisRightsCases() {}

  static void prepare(ATable table) {
    table.does(ATable.NOBODY, new AddFinding(OWN, FindingKind.NEED, TITLE));
    table.does(ATable.YANN, new AddFinding(OTHERS, FindingKind.NEED, TITLE));
    var parents = List.of(new FindingId("parent-1"), new FindingId("parent-2"));
    parents.forEach(id -> table.does(ATable.YANN, new AddFinding(id, FindingKind.NEED, TITLE)));
    table.does(ATable.LEA, new MergeFindings(MERGED, FindingKind.NEED, TITLE, parents));
  }

  private static SourceFinding sourcing(FindingId finding) {
    return new SourceFinding(finding, TITLE, null, null);
  }

  private static RightsCase of(
      String who,
      DiagnosisCommand own,
      @org.jspecify.annotations.Nullable DiagnosisCommand others) {
    return RightsCase.of(
        who, ListName.FINDINGS, List.of(own), others == null ? List.of() : List.of(others));
  }
}
