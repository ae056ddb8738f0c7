package org.tablee.table;

import java.util.List;
import org.tablee.text.Delta;
import org.tablee.text.Op;

/**
 * A change of a text on its way over those that its author did not know.
 *
 * @param base it is carried over every change up to this commit
 * @param delta against the text as it stood after {@code base}
 * @param changes how many it was carried over
 */
public record LateDelta(Seq base, Delta delta, int changes) {
  /** The ops that one change may have a table's loop look at; some 25 ms of it. */
  public static final int STEPS_MAX = 1_000_000;

  /** At its start. */
  public LateDelta(Seq base, Delta sent) {
    this(base, sent, 0);
  }

  /** The same behind one more change. */
  public LateDelta over(Seq seq, Delta change) {
    // One after the other, the earlier commit first; composed first would give other results.
    return new LateDelta(seq, change.transform(delta, true), changes + 1);
  }

  public LateDelta at(Seq seq) {
    return new LateDelta(seq, delta, changes);
  }

  public LateDelta lost() {
    return new LateDelta(base, delta, CoText.CHANGES_MAX + 1);
  }

  /**
   * The ops that are looked at, at most, on the way over these changes: at each, its own and those
   * of this one, which become more where what it deletes or formats is broken up.
   */
  public long steps(List<Delta> over) {
    long theirs = over.stream().mapToLong(change -> change.ops().size()).sum();
    long breakable = delta.ops().stream().mapToLong(LateDelta::breakable).sum();
    return theirs + over.size() * (delta.ops().size() + 2 * Math.min(theirs, breakable));
  }

  private static long breakable(Op op) {
    return switch (op) {
      case Op.Insert _ -> 0;
      case Op.Delete(int length) -> length;
      case Op.Retain(int length, var attributes) -> attributes.isEmpty() ? 0 : length;
    };
  }
}
