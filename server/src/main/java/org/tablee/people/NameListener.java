package org.tablee.people;

import org.tablee.table.TableId;
import org.tablee.wire.ServerFrames.Person;

/** Whoever passes names on to those who are at a table now. */
public interface NameListener {
  /** Somebody at a table has a new name. */
  void named(TableId table, Person person);
}
