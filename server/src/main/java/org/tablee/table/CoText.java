package org.tablee.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.tablee.text.Delta;
import org.tablee.text.RichText;

/**
 * A co-edited text: what it says now, and its latest changes, which late edits are transformed
 * over. The changes are complete from {@code knownFrom} on; what came before stands in the history.
 *
 * @param created the commit that brought the text in
 * @param knownFrom every change after this commit is in {@code recent}
 */
public record CoText(Delta document, Seq created, Seq knownFrom, PVector<Change> recent) {
  /** Changes of one text that a late edit is carried over, at most. */
  public static final int CHANGES_MAX = 5_000;

  /** A change as it was stored. */
  public record Change(Seq seq, Delta delta) {}

  static CoText empty(Seq created) {
    return new CoText(RichText.EMPTY, created, created, TreePVector.empty());
  }

  CoText after(Seq seq, Delta delta) {
    var changed = recent.plus(new Change(seq, delta));
    if (changed.size() <= CHANGES_MAX) {
      return new CoText(document.compose(delta), created, knownFrom, changed);
    }
    return new CoText(document.compose(delta), created, changed.getFirst().seq(), changed.minus(0));
  }

  /** Whether an edit made on that commit is known to be too far behind, or on no state at all. */
  public boolean isOutOfReach(Seq base) {
    return base.isBefore(created) || (base.isBefore(knownFrom) && recent.size() >= CHANGES_MAX);
  }

  /** The changes after a commit, first to last; empty where they are not all here. */
  public Optional<List<Delta>> since(Seq base) {
    if (base.isBefore(knownFrom)) {
      return Optional.empty();
    }
    int at = recent.size();
    while (at > 0 && base.isBefore(recent.get(at - 1).seq())) {
      at--;
    }
    var changes = new ArrayList<Delta>(recent.size() - at);
    for (int i = at; i < recent.size(); i++) {
      changes.add(recent.get(i).delta());
    }
    return Optional.of(changes);
  }

  /** The same text that knows its past from an earlier commit on. */
  CoText knowing(Seq from, List<Change> earlier) {
    var start = Math.max(0, earlier.size() + recent.size() - CHANGES_MAX);
    if (start >= earlier.size()) {
      return start == 0 && earlier.isEmpty() ? new CoText(document, created, from, recent) : this;
    }
    var all = TreePVector.from(earlier.subList(start, earlier.size())).plusAll(recent);
    return new CoText(document, created, start == 0 ? from : earlier.get(start - 1).seq(), all);
  }
}
