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

  /** In a hidden one nobody sees a value before it is closed. */
  record RatingOpened(RatingId rating, boolean hidden) implements ChallengeEvent {}

  /**
   * A member has rated a challenge in a hidden rating, or changed that.
   *
   * @param commitment to what they said: see {@link Inside.Content.Signed}
   */
  record RatingGiven(ChallengeId challenge, ParticipantId participant, String commitment)
      implements ChallengeEvent {}

  /**
   * Says how much a challenge matters to whoever says so.
   *
   * @param value {@code null} where they do not know
   */
  record ChallengeRated(ChallengeId challenge, @Nullable Score value) implements ChallengeEvent {}

  /**
   * Nobody rates any more.
   *
   * @param values what was said in a hidden rating; {@code null} for a visible one
   */
  record RatingClosed(RatingId rating, @Nullable List<RatingValue> values)
      implements ChallengeEvent {
    public RatingClosed {
      values = values == null ? null : List.copyOf(values);
    }

    @Override
    public @Nullable BoxId emptiedBox() {
      return values == null ? null : rating.box();
    }
  }

  /**
   * What one member said of a challenge in a hidden rating.
   *
   * @param value {@code null} where they do not know
   * @param salt by which their last commitment can be computed again
   */
  record RatingValue(
      ChallengeId challenge, ParticipantId participant, @Nullable Score value, String salt) {}
}
