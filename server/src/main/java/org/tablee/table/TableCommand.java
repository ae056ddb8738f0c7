package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.text.Delta;

/** What somebody asks of a table. */
public sealed interface TableCommand {
  /** What a member may ask over the live connection. */
  sealed interface ByMember extends TableCommand {}

  /** What only the server asks, for somebody who came in by an invitation or for the organiser. */
  sealed interface ByServer extends TableCommand {}

  record CreateTable(
      Line title,
      @Nullable Line territory,
      @Nullable Line theme,
      String locale,
      List<College> colleges)
      implements ByServer {
    public CreateTable {
      colleges = List.copyOf(colleges);
    }
  }

  /** Brings a participant in, or raises the role of one who is in already. */
  record Join(ParticipantId participant, Role role, @Nullable CollegeId college, Presence presence)
      implements ByServer {}

  record MovePhase(Phase phase, @Nullable Line reason) implements ByMember {}

  record AddFinding(FindingId finding, FindingKind kind, Line title) implements ByMember {}

  record RenameFinding(FindingId finding, Line title) implements ByMember {}

  record RetypeFinding(FindingId finding, FindingKind kind) implements ByMember {}

  /**
   * Says where a finding is known from.
   *
   * @param source {@code null} takes the source away
   */
  record SourceFinding(FindingId finding, @Nullable Line source) implements ByMember {}

  /**
   * Gives a finding another place in the list.
   *
   * @param before {@code null} moves to the end of the list
   */
  record MoveFinding(FindingId finding, @Nullable FindingId before) implements ByMember {}

  record WithdrawFinding(FindingId finding) implements ByMember {}

  record RestoreFinding(FindingId finding) implements ByMember {}

  /**
   * Changes a co-edited text.
   *
   * @param delta against the text as it stood after commit {@code base}
   */
  record EditText(TextId text, Seq base, Delta delta) implements ByMember {}
}
