package org.tablee.table.challenge;

import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.tablee.table.RatingId;

/**
 * The latest time that all members were asked how much the challenges matter.
 *
 * @param earlier the ones before it, whose ids stay taken
 */
public record Rating(RatingId id, boolean isOpen, PVector<RatingId> earlier) {
  static Rating first(RatingId id) {
    return new Rating(id, true, TreePVector.empty());
  }

  Rating next(RatingId after) {
    return new Rating(after, true, earlier.plus(id));
  }

  Rating closed() {
    return new Rating(id, false, earlier);
  }

  boolean has(String any) {
    return id.value().equals(any) || earlier.contains(new RatingId(any));
  }
}
