package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.text.Delta;

/**
 * Something that happened at a table. Stored for good: a meaning never changes, others are added.
 */
public sealed interface TableEvent {
  /**
   * The first commit of every table.
   *
   * @param locale a language tag, such as {@code fr}
   */
  record TableCreated(
      Line title,
      @Nullable Line territory,
      @Nullable Line theme,
      String locale,
      List<College> colleges)
      implements TableEvent {
    public TableCreated {
      colleges = List.copyOf(colleges);
    }
  }

  record ParticipantJoined(
      ParticipantId participant, Role role, @Nullable CollegeId college, Presence presence)
      implements TableEvent {}

  record RoleChanged(ParticipantId participant, Role role) implements TableEvent {}

  record PhaseMoved(Phase phase, @Nullable Line reason) implements TableEvent {}

  record FindingAdded(FindingId finding, FindingKind kind, Line title, TextId text)
      implements TableEvent {}

  record FindingRenamed(FindingId finding, Line title) implements TableEvent {}

  record FindingRetyped(FindingId finding, FindingKind kind) implements TableEvent {}

  /**
   * Says where a finding is known from.
   *
   * @param source where it is known from; {@code null} where the source was taken away
   */
  record FindingSourced(FindingId finding, @Nullable Line source) implements TableEvent {}

  /**
   * Gives a finding another place in the list.
   *
   * @param before the finding that it now stands before; {@code null} for the end of the list
   */
  record FindingMoved(FindingId finding, @Nullable FindingId before) implements TableEvent {}

  record FindingWithdrawn(FindingId finding) implements TableEvent {}

  record FindingRestored(FindingId finding) implements TableEvent {}

  /**
   * Changes a co-edited text.
   *
   * @param delta against the text as it stood after the commit before
   */
  record TextEdited(TextId text, Delta delta) implements TableEvent {}
}
