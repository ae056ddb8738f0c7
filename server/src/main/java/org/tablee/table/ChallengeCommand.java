package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member may ask of the challenges. */
public sealed interface ChallengeCommand extends TableCommand.ByMember {
  record AddChallenge(ChallengeId challenge, Line title) implements ChallengeCommand {}

  record RenameChallenge(ChallengeId challenge, Line title) implements ChallengeCommand {}

  /**
   * Gives a challenge another place in the list.
   *
   * @param before {@code null} moves to the end of the list
   */
  record MoveChallenge(ChallengeId challenge, @Nullable ChallengeId before)
      implements ChallengeCommand {}

  record WithdrawChallenge(ChallengeId challenge) implements ChallengeCommand {}

  record RestoreChallenge(ChallengeId challenge) implements ChallengeCommand {}

  /** Puts findings under a challenge, in this order, behind those that stand there. */
  record GatherFindings(ChallengeId challenge, List<FindingId> findings)
      implements ChallengeCommand {
    public GatherFindings {
      findings = List.copyOf(findings);
    }
  }

  /** Takes findings away from whatever challenge they stand under. */
  record ReleaseFindings(List<FindingId> findings) implements ChallengeCommand {
    public ReleaseFindings {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Begins to ask every member how much each challenge matters.
   *
   * @param hidden whether nobody sees a value before the rating is closed
   */
  record OpenRating(RatingId rating, boolean hidden) implements ChallengeCommand {}

  /**
   * Says how much a challenge matters to oneself.
   *
   * @param value {@code null} says that one does not know
   */
  record RateChallenge(RatingId rating, ChallengeId challenge, @Nullable Score value)
      implements ChallengeCommand {
    @Override
    public String toString() {
      return "RateChallenge " + challenge.value();
    }
  }

  record CloseRating(RatingId rating) implements ChallengeCommand {}
}
