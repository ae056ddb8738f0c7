package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened to the challenges. */
public sealed interface ChallengeEvent extends TableEvent {
  record ChallengeAdded(ChallengeId challenge, Line title, TextId text) implements ChallengeEvent {
    @Override
    public TextId newText() {
      return text;
    }
  }

  record ChallengeRenamed(ChallengeId challenge, Line title) implements ChallengeEvent {}

  /**
   * Gives a challenge another place in the list.
   *
   * @param before the challenge that it now stands before; {@code null} for the end of the list
   */
  record ChallengeMoved(ChallengeId challenge, @Nullable ChallengeId before)
      implements ChallengeEvent {}

  record ChallengeWithdrawn(ChallengeId challenge) implements ChallengeEvent {}

  record ChallengeRestored(ChallengeId challenge) implements ChallengeEvent {}

  record FindingsGathered(ChallengeId challenge, List<FindingId> findings)
      implements ChallengeEvent {
    public FindingsGathered {
      findings = List.copyOf(findings);
    }
  }

  record FindingsReleased(List<FindingId> findings) implements ChallengeEvent {
    public FindingsReleased {
      findings = List.copyOf(findings);
    }
  }

  record RatingOpened(RatingId rating) implements ChallengeEvent {}

  /**
   * Says how much a challenge matters to whoever says so.
   *
   * @param value {@code null} where they do not know
   */
  record ChallengeRated(ChallengeId challenge, @Nullable Score value) implements ChallengeEvent {}

  record RatingClosed(RatingId rating) implements ChallengeEvent {}
}
