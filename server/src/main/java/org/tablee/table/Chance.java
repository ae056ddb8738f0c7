package org.tablee.table;

import java.util.List;

/** Chance, handed in by the host: the rules have none of their own. Not to be guessed. */
public interface Chance {
  /** The same things in any order. */
  <T> List<T> shuffled(List<T> things);

  /** An id that nothing bears: 128 random bits. */
  String newId();
}
