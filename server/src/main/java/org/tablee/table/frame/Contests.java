package org.tablee.table.frame;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.tablee.table.ContestId;
import org.tablee.table.CorruptHistoryException;

/** The requests to take up terms that are not negotiable, as they came. Persistent. */
public record Contests(PVector<Contest> all) {
  public static final Contests NONE = new Contests(TreePVector.empty());

  public static Contests of(List<Contest> contests) {
    return new Contests(TreePVector.from(contests));
  }

  /** The request of that id, or {@code null}. */
  public @Nullable Contest find(ContestId id) {
    int at = at(id);
    return at < 0 ? null : all.get(at);
  }

  Contests and(Contest contest) {
    return new Contests(all.plus(contest));
  }

  Contests change(ContestId id, UnaryOperator<Contest> change) {
    int at = at(id);
    if (at < 0) {
      throw new CorruptHistoryException("no contest " + id.value());
    }
    return new Contests(all.with(at, change.apply(all.get(at))));
  }

  private int at(ContestId id) {
    for (int at = 0; at < all.size(); at++) {
      if (all.get(at).id().equals(id)) {
        return at;
      }
    }
    return -1;
  }
}
