package org.tablee.store.sqlite;

import java.nio.file.Path;
import org.tablee.json.JsonObject;
import org.tablee.store.Store.Collection;
import org.tablee.store.Store.Direction;
import org.tablee.store.Store.Entry;
import org.tablee.store.Store.Outcome;

/**
 * A process with too little room: writes until it is not told done any more, tries again a few
 * times, and prints how many were done and how many of these it can still read.
 */
final class FillingWriter {
  private FillingWriter() {}

  public static void main(String[] arguments) {
    try (var store = SqliteStore.open(Path.of(arguments[0]))) {
      int done = 0;
      int unknown = 0;
      while (unknown < 3) {
        if (store.insert(Collection.COMMITS, commit(done + 1)) == Outcome.DONE) {
          done++;
        } else {
          unknown++;
        }
      }
      var read = store.range(Collection.COMMITS, "t:", "t;", Direction.UP, 100_000);
      System.out.println(done + " done, " + read.size() + " read");
    }
  }

  static Entry commit(int seq) {
    return new Entry(
        "t:%016d".formatted(seq),
        JsonObject.with().field("seq", seq).field("text", "x".repeat(10_000)).build());
  }
}
