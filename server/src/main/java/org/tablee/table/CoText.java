package org.tablee.table;

import java.util.List;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.tablee.text.Delta;
import org.tablee.text.Op;
import org.tablee.text.RichText;

/**
 * A co-edited text: what it says now, and its latest changes, which late edits are transformed
 * over. The changes are complete from {@code knownFrom} on; what came before stands in the history,
 * and is read back for an edit that needs it: how much is remembered changes no decision.
 *
 * @param created the commit that brought the text in
 * @param knownFrom every change after this commit is in {@code recent}
 * @param weight that of all of {@code recent}
 */
public record CoText(
    Delta document, Seq created, Seq knownFrom, PVector<Change> recent, long weight) {
  /** Changes of one text that a late edit is carried over, at most. */
  public static final int CHANGES_MAX = 5_000;

  /**
   * What the remembered changes of a text may weigh: 5,000 of the usual few letters, and sixteen of
   * the largest. A unit is some two bytes of memory.
   */
  static final int WEIGHT_MAX = 1_000_000;

  /** A change as it was stored. */
  public record Change(Seq seq, Delta delta) {
    private static final int WEIGHT = 64;
    private static final int WEIGHT_OF_OP = 32;

    /** What it takes to remember it: more for each op, and the length of what it inserts. */
    long weight() {
      long weight = WEIGHT + (long) WEIGHT_OF_OP * delta.ops().size();
      for (var op : delta.ops()) {
        weight += op instanceof Op.Insert(var text, _) ? text.length() : 0;
      }
      return weight;
    }
  }

  static CoText empty(Seq created) {
    return withoutPast(RichText.EMPTY, created, created);
  }

  /**
   * A text of which no change is remembered.
   *
   * @param at the state is that after this commit
   */
  public static CoText withoutPast(Delta document, Seq created, Seq at) {
    return new CoText(document, created, at, TreePVector.empty(), 0);
  }

  CoText after(Seq seq, Delta delta) {
    var change = new Change(seq, delta);
    var changed = recent.plus(change);
    long weighs = weight + change.weight();
    var from = knownFrom;
    while (changed.size() > CHANGES_MAX || weighs > WEIGHT_MAX) {
      var first = changed.getFirst();
      from = first.seq();
      weighs -= first.weight();
      changed = changed.minus(0);
    }
    return new CoText(document.compose(delta), created, from, changed, weighs);
  }

  /** The same text, without its remembered changes. */
  CoText forgetful() {
    return recent.isEmpty() ? this : withoutPast(document, created, lastChange());
  }

  /** The commit of its latest change that is remembered. */
  Seq lastChange() {
    return recent.isEmpty() ? knownFrom : recent.getLast().seq();
  }

  /** Whether an edit made on that commit is known to be too far behind, or on no state at all. */
  public boolean isOutOfReach(Seq base) {
    return base.isBefore(created) || (base.isBefore(knownFrom) && recent.size() >= CHANGES_MAX);
  }

  /** The changes after a commit, first to last; empty where they are not all here. */
  public Optional<List<Delta>> since(Seq base) {
    return changesSince(base).map(changes -> changes.stream().map(Change::delta).toList());
  }

  /** As {@link #since}, with the commits of the changes. */
  public Optional<List<Change>> changesSince(Seq base) {
    if (base.isBefore(knownFrom)) {
      return Optional.empty();
    }
    int at = recent.size();
    while (at > 0 && base.isBefore(recent.get(at - 1).seq())) {
      at--;
    }
    return Optional.of(List.copyOf(recent.subList(at, recent.size())));
  }
}
