package org.tablee.table;

import java.util.Optional;

/** A choice among a few, each named by one word on the wire and in the store, for ever. */
public interface Word {
  /** The word on the wire and in the store. */
  String word();

  /** The choice of that word; empty where there is none. */
  static <E extends Enum<E> & Word> Optional<E> of(Class<E> choices, String word) {
    for (var one : choices.getEnumConstants()) {
      if (one.word().equals(word)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
