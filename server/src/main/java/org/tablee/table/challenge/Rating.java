package org.tablee.table.challenge;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.tablee.table.Given;
import org.tablee.table.RatingId;

/**
 * The latest time that all members were asked how much the challenges matter.
 *
 * @param given in a hidden one that is open: who rated what, and the commitment to what they said
 * @param earlier the ones before it, whose ids stay taken
 */
public record Rating(
    RatingId id,
    boolean isHidden,
    boolean isOpen,
    PMap<Given, String> given,
    PVector<RatingId> earlier) {
  static Rating first(RatingId id, boolean isHidden) {
    return new Rating(id, isHidden, true, HashTreePMap.empty(), TreePVector.empty());
  }

  Rating next(RatingId after, boolean hidden) {
    return new Rating(after, hidden, true, HashTreePMap.empty(), earlier.plus(id));
  }

  Rating with(Given one, String commitment) {
    return new Rating(id, isHidden, isOpen, given.plus(one, commitment), earlier);
  }

  Rating closed() {
    return new Rating(id, isHidden, false, HashTreePMap.empty(), earlier);
  }

  boolean has(String any) {
    return id.value().equals(any) || earlier.contains(new RatingId(any));
  }
}
