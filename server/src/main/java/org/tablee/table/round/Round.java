package org.tablee.table.round;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.tablee.table.CorruptHistoryException;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.RoundEvent.Entry;
import org.tablee.table.RoundId;
import org.tablee.table.RoundKind;

/**
 * A round: a question, who has handed in a sheet, and what was written once it is revealed.
 *
 * @param by who opened it
 * @param endsAt where its clock ends, which guides alone; {@code null} where it has none
 * @param handed who has a sheet in, in the order in which the log told so
 * @param entries empty until it is revealed
 */
public record Round(
    RoundId id,
    RoundKind kind,
    Line question,
    boolean isAnonymous,
    ParticipantId by,
    Instant at,
    @Nullable Instant endsAt,
    RoundState state,
    PVector<ParticipantId> handed,
    List<Entry> entries) {
  public Round {
    entries = List.copyOf(entries);
  }

  /** Whether this member has a sheet in, as far as the log tells. */
  public boolean hasHandedIn(ParticipantId who) {
    return handed.contains(who);
  }

  /** Whether nothing more can become of it. */
  public boolean isOver() {
    return state == RoundState.REVEALED || state == RoundState.DROPPED;
  }

  Round handedIn(ParticipantId who) {
    if (hasHandedIn(who)) {
      throw new CorruptHistoryException("handed in twice: " + who.value());
    }
    return new Round(
        id, kind, question, isAnonymous, by, at, endsAt, state, handed.plus(who), entries);
  }

  Round in(RoundState next) {
    return new Round(id, kind, question, isAnonymous, by, at, endsAt, next, handed, entries);
  }

  Round revealed(List<Entry> told) {
    return new Round(
        id, kind, question, isAnonymous, by, at, endsAt, RoundState.REVEALED, handed, told);
  }
}
