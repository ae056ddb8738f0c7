package org.tablee.table;

/**
 * Something that members add to one of the table's lists: it has an author, and is withdrawn rather
 * than deleted.
 */
public interface Item {
  /** The id, unique at its table over all kinds. */
  String key();

  /** Who added it. */
  ParticipantId by();

  boolean isWithdrawn();
}
