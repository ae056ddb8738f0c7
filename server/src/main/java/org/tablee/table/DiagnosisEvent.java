package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened to the shared diagnosis. */
public sealed interface DiagnosisEvent extends TableEvent {
  record FindingAdded(FindingId finding, FindingKind kind, Line title, TextId text)
      implements DiagnosisEvent {
    @Override
    public TextId newText() {
      return text;
    }
  }

  record FindingRenamed(FindingId finding, Line title) implements DiagnosisEvent {}

  record FindingRetyped(FindingId finding, FindingKind kind) implements DiagnosisEvent {}

  /**
   * Says where a finding is known from.
   *
   * @param source {@code null} where the source was taken away; there is no nature and no link then
   * @param nature {@code null} where it was not said
   * @param link {@code null} where there is none
   */
  record FindingSourced(
      FindingId finding,
      @Nullable Line source,
      @Nullable SourceNature nature,
      @Nullable SourceLink link)
      implements DiagnosisEvent {}

  /**
   * Gives a finding another place in the list.
   *
   * @param before the finding that it now stands before; {@code null} for the end of the list
   */
  record FindingMoved(FindingId finding, @Nullable FindingId before) implements DiagnosisEvent {}

  record FindingWithdrawn(FindingId finding) implements DiagnosisEvent {}

  record FindingRestored(FindingId finding) implements DiagnosisEvent {}

  /** Whoever acts agrees with a finding. */
  record FindingAgreed(FindingId finding) implements DiagnosisEvent {}

  record AgreementTakenBack(FindingId finding) implements DiagnosisEvent {}

  /** One finding stands where the first of its parents stood, in the place of all of them. */
  record FindingsMerged(
      FindingId finding, FindingKind kind, Line title, TextId text, List<FindingId> parents)
      implements DiagnosisEvent {
    public FindingsMerged {
      parents = List.copyOf(parents);
    }

    @Override
    public TextId newText() {
      return text;
    }
  }

  record FindingUnmerged(FindingId finding) implements DiagnosisEvent {}
}
