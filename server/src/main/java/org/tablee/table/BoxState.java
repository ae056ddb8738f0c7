package org.tablee.table;

/** What a state knows of a sealed box. It only ever goes on from one to the next. */
public enum BoxState {
  /** One may hand in, and change what one handed in. */
  OPEN,
  /** Nothing comes in any more, and what is in it waits. */
  CLOSED,
  /** What was in it was told or thrown away, as the log says: the box keeps none of it. */
  EMPTIED
}
