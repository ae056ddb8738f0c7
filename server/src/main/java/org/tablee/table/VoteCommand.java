package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member may ask of votes, which are consultative. */
public sealed interface VoteCommand extends TableCommand.ByMember {
  VoteId vote();

  /**
   * Opens a vote.
   *
   * @param about the proposal that it is about; {@code null} for none
   * @param options as many as the method asks for
   * @param secret whether ballots are told by nobody, ever, and only counts are
   * @param dots how many dots each voter has; {@code null} unless the method has dots
   */
  record OpenVote(
      VoteId vote,
      @Nullable ProposalId about,
      Line question,
      VoteMethod method,
      List<VoteOption> options,
      boolean secret,
      @Nullable Integer dots)
      implements VoteCommand {
    public OpenVote {
      options = List.copyOf(options);
      if (options.size() < method.optionsMin()
          || options.size() > method.optionsMax()
          || (dots == null) == (method == VoteMethod.DOTS)) {
        throw new IllegalArgumentException("options or dots do not fit " + method);
      }
    }
  }

  /** Hands in a ballot, in place of the one that its member handed in before. */
  record CastBallot(VoteId vote, DeviceKey key, Ballot ballot) implements VoteCommand {
    @Override
    public String toString() {
      return "CastBallot in " + vote.value();
    }
  }

  record CloseVote(VoteId vote) implements VoteCommand {}

  /** Shows everyone the counts of a vote that is closed; with the ballots where it is named. */
  record PublishVote(VoteId vote) implements VoteCommand {}

  /** Closes the vote where it is open, and throws away unread what was handed in. */
  record DropVote(VoteId vote) implements VoteCommand {}
}
