package org.tablee.table.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tablee.table.DisagreementId;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;

/**
 * What somebody holds against a proposal and wants kept with it, wherever it goes.
 *
 * @param lifted {@code null} as long as it is maintained
 */
public record Disagreement(
    DisagreementId id, ParticipantId by, Instant at, Line reason, @Nullable Answer lifted) {
  /** Lifted once: the first answer stands. */
  Disagreement lifted(Answer answer) {
    return lifted == null ? new Disagreement(id, by, at, reason, answer) : this;
  }
}
