package org.tablee.table.vote;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.tablee.table.CorruptHistoryException;
import org.tablee.table.OptionId;
import org.tablee.table.ParticipantId;
import org.tablee.table.VoteEvent.NamedBallot;
import org.tablee.table.VoteEvent.VoteOpened;
import org.tablee.table.VoteEvent.VotePublished;
import org.tablee.table.VoteId;
import org.tablee.table.VoteResults;

/**
 * A vote: what was asked, who has voted, and what came out once it is published.
 *
 * @param by who opened it
 * @param voted who has a ballot in, in the order in which the log told so
 * @param results {@code null} until it is published
 * @param ballots {@code null} until it is published, and for ever in a secret one
 */
public record Vote(
    VoteOpened opened,
    ParticipantId by,
    Instant at,
    VoteState state,
    PVector<ParticipantId> voted,
    @Nullable VoteResults results,
    @Nullable List<NamedBallot> ballots) {
  public Vote {
    ballots = ballots == null ? null : List.copyOf(ballots);
  }

  public VoteId id() {
    return opened.vote();
  }

  public boolean isSecret() {
    return opened.secret();
  }

  public List<OptionId> options() {
    return opened.options().stream().map(one -> one.id()).toList();
  }

  /** Whether this member has a ballot in, as far as the log tells. */
  public boolean hasVoted(ParticipantId who) {
    return voted.contains(who);
  }

  /** Whether nothing more can become of it. */
  public boolean isOver() {
    return state == VoteState.PUBLISHED || state == VoteState.DROPPED;
  }

  boolean has(String any) {
    return id().value().equals(any)
        || opened.options().stream().anyMatch(one -> one.id().value().equals(any));
  }

  Vote cast(ParticipantId who) {
    if (hasVoted(who)) {
      throw new CorruptHistoryException("voted twice: " + who.value());
    }
    return new Vote(opened, by, at, state, voted.plus(who), results, ballots);
  }

  Vote in(VoteState next) {
    return new Vote(opened, by, at, next, voted, results, ballots);
  }

  Vote after(VotePublished published) {
    return new Vote(
        opened, by, at, VoteState.PUBLISHED, voted, published.results(), published.ballots());
  }
}
