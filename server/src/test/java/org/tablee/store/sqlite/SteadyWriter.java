package org.tablee.store.sqlite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.store.Store;
import org.tablee.store.Store.Collection;
import org.tablee.store.Store.Entry;
import org.tablee.store.Store.Inserted;
import org.tablee.store.Store.Outcome;

/**
 * A process that is there to be killed: opens a data folder, goes on with each of its tables where
 * the last process was stopped, and prints {@code TABLE SEQ} for whatever the store called done.
 */
final class SteadyWriter {
  static final int TABLES = 8;

  private SteadyWriter() {}

  public static void main(String[] arguments) throws Exception {
    var store = SqliteStore.open(Path.of(arguments[0]));
    try (var out = new FileOutputStream(FileDescriptor.out);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      out.write("open\n".getBytes(US_ASCII));
      var writing = new ArrayList<Future<?>>();
      for (int i = 0; i < TABLES; i++) {
        int table = i;
        writing.add(
            threads.submit(() -> {
              write(store, table, out);
              return table;
            }));
      }
      for (var one : writing) {
        one.get();
      }
    }
  }

  private static void write(Store store, int table, FileOutputStream out) throws IOException {
    var last =
        store.range(
            Collection.COMMITS,
            id(table, 0),
            id(table, Integer.MAX_VALUE),
            Store.Direction.DOWN,
            1);
    int seq = last.isEmpty() ? 1 : (int) last.getFirst().document().number("seq") + 1;
    while (true) {
      // Tables of different appetite, so that lists of all lengths share a transaction.
      var list = new ArrayList<Entry>();
      for (int i = 0; i <= table; i++) {
        list.add(commit(table, seq + i));
      }
      var inserted = store.insertInOrder(Collection.COMMITS, list);
      if (!inserted.equals(new Inserted(list.size(), Outcome.DONE))) {
        throw new AssertionError("table %d at %d: %s".formatted(table, seq, inserted));
      }
      seq += list.size();
      // One write, so that a line is whole or cut at the end, never mixed with another.
      synchronized (out) {
        out.write("%d %d\n".formatted(table, seq - 1).getBytes(US_ASCII));
      }
    }
  }

  static String id(int table, int seq) {
    return "t%d:%016d".formatted(table, seq);
  }

  /** The one content that a slot can have, of a size that goes over pages now and then. */
  static Entry commit(int table, int seq) {
    List<JsonValue> words = new ArrayList<>();
    for (int i = 0; i < (seq % 97 == 0 ? 400 : seq % 7); i++) {
      words.add(new JsonString("mot %d·%d é 👵🏽".formatted(seq, i)));
    }
    return new Entry(
        id(table, seq), JsonObject.with().field("seq", seq).field("words", words).build());
  }
}
