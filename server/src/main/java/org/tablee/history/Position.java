package org.tablee.history;

import org.tablee.table.Seq;
import org.tablee.table.Table;

/**
 * Where a table's history stands.
 *
 * @param hash of the last commit, lower-case hex; 64 zeros before the first
 */
public record Position(Table table, String hash) {
  /** The hash before the first commit. */
  public static final String NO_HASH = "0".repeat(64);

  public static final Position START = new Position(Table.EMPTY, NO_HASH);

  public Seq seq() {
    return table.seq();
  }
}
