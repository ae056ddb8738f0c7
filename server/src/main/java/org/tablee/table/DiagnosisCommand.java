package org.tablee.table;

import org.jspecify.annotations.Nullable;

/** What a member may ask of the shared diagnosis. */
public sealed interface DiagnosisCommand extends TableCommand.ByMember {
  record AddFinding(FindingId finding, FindingKind kind, Line title) implements DiagnosisCommand {}

  record RenameFinding(FindingId finding, Line title) implements DiagnosisCommand {}

  record RetypeFinding(FindingId finding, FindingKind kind) implements DiagnosisCommand {}

  /**
   * Says where a finding is known from.
   *
   * @param source {@code null} takes the source away
   */
  record SourceFinding(FindingId finding, @Nullable Line source) implements DiagnosisCommand {}

  /**
   * Gives a finding another place in the list.
   *
   * @param before {@code null} moves to the end of the list
   */
  record MoveFinding(FindingId finding, @Nullable FindingId before) implements DiagnosisCommand {}

  record WithdrawFinding(FindingId finding) implements DiagnosisCommand {}

  record RestoreFinding(FindingId finding) implements DiagnosisCommand {}
}
