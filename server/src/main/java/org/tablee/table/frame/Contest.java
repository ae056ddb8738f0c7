package org.tablee.table.frame;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tablee.table.ContestId;
import org.tablee.table.ContestOutcome;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.TermId;

/**
 * Somebody's request to take up a term that is not negotiable.
 *
 * @param answer {@code null} until the facilitator answers
 */
public record Contest(
    ContestId id,
    TermId term,
    Line reason,
    ParticipantId by,
    Instant at,
    @Nullable Answer answer,
    boolean isWithdrawn) {
  /** What the facilitator made of it. */
  public record Answer(ContestOutcome outcome, Line words, ParticipantId by, Instant at) {}

  /** Whether it waits for an answer. */
  boolean isOpen() {
    return answer == null && !isWithdrawn;
  }

  Contest answered(Answer next) {
    return new Contest(id, term, reason, by, at, next, isWithdrawn);
  }

  Contest withdrawn() {
    return new Contest(id, term, reason, by, at, answer, true);
  }
}
