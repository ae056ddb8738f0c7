package org.tablee.table.proposal;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.tablee.table.Item;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.ProposalId;
import org.tablee.table.Seq;
import org.tablee.table.TextId;
import org.tablee.text.Delta;

/**
 * Something the table proposes. Its rich text stands under {@code text}.
 *
 * @param textSeq the commit that last changed the text; at first the one that added it
 * @param isLate added after the phase of the proposals
 */
public record Proposal(
    ProposalId id,
    Line title,
    TextId text,
    ParticipantId by,
    Instant at,
    Seq textSeq,
    Brief brief,
    Discussion discussion,
    boolean isLate,
    boolean isWithdrawn)
    implements Item {
  @Override
  public String key() {
    return id.value();
  }

  /** Whether somebody answers for it: who added it and who carries it. */
  public boolean isHeldBy(ParticipantId participant) {
    return by.equals(participant) || brief.carriedBy().contains(participant);
  }

  /** Whether the text has changed since that position was taken. */
  public boolean isOnEarlierText(Position position) {
    return position.textSeq().isBefore(textSeq);
  }

  Proposal named(Line next) {
    return new Proposal(id, next, text, by, at, textSeq, brief, discussion, isLate, isWithdrawn);
  }

  Proposal withdrawn(boolean next) {
    return new Proposal(id, title, text, by, at, textSeq, brief, discussion, isLate, next);
  }

  Proposal brief(UnaryOperator<Brief> change) {
    return new Proposal(
        id, title, text, by, at, textSeq, change.apply(brief), discussion, isLate, isWithdrawn);
  }

  Proposal discussed(UnaryOperator<Discussion> change) {
    return new Proposal(
        id, title, text, by, at, textSeq, brief, change.apply(discussion), isLate, isWithdrawn);
  }

  /** After an edit of the text; one that says nothing new leaves positions where they are. */
  Proposal edited(Seq seq, Delta edit) {
    return edit.changesNothing()
        ? this
        : new Proposal(
            id, title, text, by, at, seq, brief, discussion.over(edit), isLate, isWithdrawn);
  }
}
