package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.text.Delta;

/** What somebody asks of a table. */
public sealed interface TableCommand {
  /** What a member may ask over the live connection; one interface an area. */
  sealed interface ByMember extends TableCommand
      permits EditText,
          MemberCommand,
          FrameCommand,
          DiagnosisCommand,
          ChallengeCommand,
          RoundCommand,
          VoteCommand,
          TalkCommand,
          ProposalCommand {}

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

  /**
   * Changes a co-edited text, whatever it belongs to.
   *
   * @param delta against the text as it stood after commit {@code base}
   */
  record EditText(TextId text, Seq base, Delta delta) implements ByMember {}
}
