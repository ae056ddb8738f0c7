package org.tablee.store.sqlite;

import java.util.List;
import org.tablee.store.Store.Collection;

/** A write that waits for its turn, its documents already in JSON. */
sealed interface Write {
  /** Inserts in order, up to the first taken id. */
  record Insert(Collection into, List<Row> rows) implements Write {}

  /** Replaces what still has this version. */
  record Replace(Collection in, Row row, long version) implements Write {}

  record Delete(Collection from, String id) implements Write {}

  /** A document under its id. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and nobody changes it.
  record Row(String id, byte[] json) {}

  /** How much it holds, in bytes. */
  default long size() {
    return switch (this) {
      case Insert(_, var rows) -> rows.stream().mapToLong(row -> row.json().length).sum();
      case Replace(_, var row, _) -> row.json().length;
      case Delete _ -> 0;
    };
  }

  /**
   * Whether it takes something away that should not be found in the files any more. An old snapshot
   * goes every few hundred commits and says nothing that the commits do not say; where a commit is
   * masked, its snapshots go first, and replacing the commit cleans the files of both.
   */
  default boolean isErasing() {
    return switch (this) {
      case Insert _ -> false;
      case Replace(var in, _, _) -> in != Collection.PROBES;
      case Delete(var from, _) -> from != Collection.SNAPSHOTS;
    };
  }
}
