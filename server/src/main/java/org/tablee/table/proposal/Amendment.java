package org.tablee.table.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tablee.table.AmendmentId;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.text.Delta;
import org.tablee.text.Op.Retain;

/**
 * A suggested change of a proposal's text, with a reason.
 *
 * @param delta against the text as it is now, as long as the amendment follows it; else as it was
 *     when the amendment was accepted or withdrawn
 * @param answer {@code null} as long as it is open
 */
public record Amendment(
    AmendmentId id,
    ParticipantId by,
    Instant at,
    Delta delta,
    Line reason,
    AmendmentState state,
    @Nullable Answer answer) {
  /** Whether nothing of what it wanted is left to do. */
  public boolean isOutdated() {
    return isEffectless(delta);
  }

  public boolean isOpen() {
    return state == AmendmentState.OPEN;
  }

  /** Whether a change neither inserts nor deletes anything. */
  static boolean isEffectless(Delta delta) {
    return delta.ops().stream().allMatch(op -> op instanceof Retain);
  }

  /** After a change of the text: a declined one follows as well, for it may yet live on. */
  Amendment over(Delta edit) {
    return switch (state) {
      case OPEN, DECLINED ->
          new Amendment(id, by, at, edit.transform(delta, true), reason, state, answer);
      case ACCEPTED, WITHDRAWN -> this;
    };
  }

  Amendment closed(AmendmentState next, Answer given) {
    return new Amendment(id, by, at, delta, reason, next, given);
  }
}
