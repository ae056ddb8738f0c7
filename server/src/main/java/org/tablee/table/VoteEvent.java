package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened to a vote. */
public sealed interface VoteEvent extends TableEvent {
  VoteId vote();

  /** See {@link VoteCommand.OpenVote}. */
  record VoteOpened(
      VoteId vote,
      @Nullable ProposalId about,
      Line question,
      VoteMethod method,
      List<VoteOption> options,
      boolean secret,
      @Nullable Integer dots)
      implements VoteEvent {
    public VoteOpened {
      options = List.copyOf(options);
    }
  }

  /** A member has voted. It is told once, however often the ballot is changed. */
  record BallotCast(VoteId vote, ParticipantId participant) implements VoteEvent {}

  record VoteClosed(VoteId vote) implements VoteEvent {}

  /**
   * What came out is told.
   *
   * @param ballots in the order of their voters' ids; {@code null} for a secret vote
   */
  record VotePublished(VoteId vote, VoteResults results, @Nullable List<NamedBallot> ballots)
      implements VoteEvent {
    public VotePublished {
      ballots = ballots == null ? null : List.copyOf(ballots);
    }

    @Override
    public BoxId emptiedBox() {
      return vote.box();
    }
  }

  record VoteDropped(VoteId vote) implements VoteEvent {
    @Override
    public BoxId emptiedBox() {
      return vote.box();
    }
  }

  /** What a member said in a named vote. */
  record NamedBallot(ParticipantId by, Ballot ballot) {}
}
