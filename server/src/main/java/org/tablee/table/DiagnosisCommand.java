package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member may ask of the shared diagnosis. */
public sealed interface DiagnosisCommand extends TableCommand.ByMember {
  record AddFinding(FindingId finding, FindingKind kind, Line title) implements DiagnosisCommand {}

  record RenameFinding(FindingId finding, Line title) implements DiagnosisCommand {}

  record RetypeFinding(FindingId finding, FindingKind kind) implements DiagnosisCommand {}

  /**
   * Says where a finding is known from.
   *
   * @param source {@code null} takes the source away; there is no nature and no link then
   * @param nature {@code null} where it was not said
   * @param link {@code null} where there is none
   */
  record SourceFinding(
      FindingId finding,
      @Nullable Line source,
      @Nullable SourceNature nature,
      @Nullable SourceLink link)
      implements DiagnosisCommand {
    public SourceFinding {
      if (source == null && (nature != null || link != null)) {
        throw new IllegalArgumentException("a nature or a link of no source");
      }
    }
  }

  /**
   * Gives a finding another place in the list.
   *
   * @param before {@code null} moves to the end of the list
   */
  record MoveFinding(FindingId finding, @Nullable FindingId before) implements DiagnosisCommand {}

  record WithdrawFinding(FindingId finding) implements DiagnosisCommand {}

  record RestoreFinding(FindingId finding) implements DiagnosisCommand {}

  /** Says that one finds so as well. */
  record AgreeFinding(FindingId finding) implements DiagnosisCommand {}

  record TakeBackAgreement(FindingId finding) implements DiagnosisCommand {}

  /** Makes one finding of several that say alike; they stay readable under it. */
  record MergeFindings(FindingId finding, FindingKind kind, Line title, List<FindingId> parents)
      implements DiagnosisCommand {
    public MergeFindings {
      parents = List.copyOf(parents);
    }
  }

  /** Brings back the findings that one was made of, and withdraws that one. */
  record UnmergeFinding(FindingId finding) implements DiagnosisCommand {}
}
