package org.tablee.table;

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
   * @param source {@code null} where the source was taken away
   */
  record FindingSourced(FindingId finding, @Nullable Line source) implements DiagnosisEvent {}

  /**
   * Gives a finding another place in the list.
   *
   * @param before the finding that it now stands before; {@code null} for the end of the list
   */
  record FindingMoved(FindingId finding, @Nullable FindingId before) implements DiagnosisEvent {}

  record FindingWithdrawn(FindingId finding) implements DiagnosisEvent {}

  record FindingRestored(FindingId finding) implements DiagnosisEvent {}
}
