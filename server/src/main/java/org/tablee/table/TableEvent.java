package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.text.Delta;

/**
 * Something that happened at a table. Stored for good: a meaning never changes, others are added.
 * One interface an area; what concerns the table as such stands here.
 */
public sealed interface TableEvent
    permits TableEvent.TableCreated,
        TableEvent.ParticipantJoined,
        TableEvent.RoleChanged,
        TableEvent.MandateTaken,
        TableEvent.TextEdited,
        FrameEvent,
        DiagnosisEvent,
        ChallengeEvent,
        RoundEvent,
        VoteEvent,
        TalkEvent,
        ProposalEvent {
  /** The co-edited text that begins with this event, empty; {@code null} for most. */
  default @Nullable TextId newText() {
    return null;
  }

  /** The sealed box whose contents nobody needs after this event; {@code null} for most. */
  default @Nullable BoxId emptiedBox() {
    return null;
  }

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

  /** Whoever acted says in whose name they speak from now on. */
  record MandateTaken(Mandate mandate) implements TableEvent {}

  /**
   * Changes a co-edited text.
   *
   * @param delta against the text as it stood after the commit before
   */
  record TextEdited(TextId text, Delta delta) implements TableEvent {}
}
