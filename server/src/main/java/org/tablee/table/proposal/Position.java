package org.tablee.table.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Seq;
import org.tablee.table.Stance;

/**
 * A member's position on a proposal.
 *
 * @param textSeq the last change of the text that its holder had read
 * @param earlier the positions before it, the oldest first; the log holds what is not kept here
 */
public record Position(
    ParticipantId by,
    Stance position,
    @Nullable Line reason,
    @Nullable Line wouldLift,
    Seq textSeq,
    Instant at,
    PVector<Earlier> earlier) {
  /** Positions before the present one that the state keeps. */
  public static final int EARLIER_MAX = 50;

  /** A position that was held once. */
  public record Earlier(Stance position, Instant at) {}

  /** With the positions of the one it takes the place of. */
  Position after(Position before) {
    var all = before.earlier.plus(new Earlier(before.position, before.at));
    return new Position(
        by,
        position,
        reason,
        wouldLift,
        textSeq,
        at,
        all.size() > EARLIER_MAX ? all.minus(0) : all);
  }
}
