package org.tablee.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.store.DocumentText;
import org.tablee.store.Store.Collection;
import org.tablee.store.Store.Direction;
import org.tablee.store.Store.Entry;
import org.tablee.store.Store.Outcome;

/**
 * Measures the embedded store on this machine and prints what decisions/0002-stores.md tells:
 * synced commits one by one, in lists of 64 and from many tables at once, and both layouts.
 */
final class StoreSpeed {
  private static final int RUNS = 3;

  private StoreSpeed() {}

  public static void main(String[] arguments) throws Exception {
    for (int run = 1; run <= RUNS; run++) {
      System.out.println("run " + run);
      inScratch(StoreSpeed::oneByOne);
      inScratch(StoreSpeed::inLists);
      inScratch(StoreSpeed::manyTables);
      for (int tables : new int[] {1, 500}) {
        for (var layout : List.of("STRICT, WITHOUT ROWID", "STRICT")) {
          inScratch(folder -> layout(folder, layout, tables));
        }
      }
    }
  }

  private static void oneByOne(Path folder) throws Exception {
    int count = 5_000;
    var random = new SplittableRandom(1);
    try (var store = SqliteStore.open(folder)) {
      var nanos = new long[count];
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        var entry = commit(random, "t", i + 1);
        long before = System.nanoTime();
        require(store.insert(Collection.COMMITS, entry));
        nanos[i] = System.nanoTime() - before;
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      Arrays.sort(nanos);
      System.out.printf(
          "  one by one: %,.0f commits/s, p50 %.3f ms, p99 %.3f ms, max %.1f ms%n",
          count / seconds,
          nanos[count / 2] / 1e6,
          nanos[count * 99 / 100] / 1e6,
          nanos[count - 1] / 1e6);
    }
  }

  private static void inLists(Path folder) throws Exception {
    int lists = 1_600;
    var random = new SplittableRandom(2);
    try (var store = SqliteStore.open(folder)) {
      long start = System.nanoTime();
      for (int list = 0; list < lists; list++) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < 64; i++) {
          entries.add(commit(random, "t", list * 64 + i + 1));
        }
        require(store.insertInOrder(Collection.COMMITS, entries).end());
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf("  lists of 64: %,.0f commits/s%n", lists * 64 / seconds);
      start = System.nanoTime();
      int read = store.range(Collection.COMMITS, "t:", "t;", Direction.UP, 100_000).size();
      System.out.printf("  range of %,d: %.0f ms%n", read, (System.nanoTime() - start) / 1e6);
    }
  }

  private static void manyTables(Path folder) throws Exception {
    int tables = 500;
    int each = 60;
    try (var store = SqliteStore.open(folder);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      var writing = new ArrayList<Future<?>>();
      for (int table = 0; table < tables; table++) {
        var name = "t%d".formatted(table);
        var random = new SplittableRandom(table);
        writing.add(
            threads.submit(() -> {
              for (int seq = 1; seq <= each; seq++) {
                require(store.insert(Collection.COMMITS, commit(random, name, seq)));
              }
              return name;
            }));
      }
      for (var one : writing) {
        one.get();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf("  500 tables at once: %,.0f commits/s%n", tables * each / seconds);
    }
  }

  /** The bare table in either layout, 60,000 commits in transactions of 64 over many tables. */
  private static void layout(Path folder, String layout, int tables) throws Exception {
    var file = folder.resolve("layout.sqlite");
    var random = new SplittableRandom(3);
    long json = 0;
    int rows = 60_000;
    double seconds;
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      for (var sql :
          List.of(
              "PRAGMA journal_mode=WAL",
              "PRAGMA synchronous=FULL",
              "PRAGMA secure_delete=ON",
              "CREATE TABLE commits (id TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL,"
                  + " document TEXT NOT NULL) "
                  + layout)) {
        execute(connection, sql);
      }
      connection.setAutoCommit(false);
      var seqs = new int[tables];
      long start = System.nanoTime();
      try (var insert = connection.prepareStatement("INSERT INTO commits VALUES (?, ?, ?)")) {
        for (int i = 0; i < rows; i++) {
          int table = random.nextInt(tables);
          var entry = commit(random, "t%d".formatted(table), ++seqs[table]);
          var text = DocumentText.utf8(entry.document());
          json += text.length;
          insert.setString(1, entry.id());
          insert.setLong(2, random.nextLong(1L << 46));
          insert.setString(3, entry.document().toString());
          insert.executeUpdate();
          if (i % 64 == 63) {
            connection.commit();
          }
        }
        connection.commit();
      }
      seconds = (System.nanoTime() - start) / 1e9;
    }
    System.out.printf(
        "  %s, %d tables: %,.0f commits/s, %.0f bytes a commit (its JSON: %.0f)%n",
        layout, tables, rows / seconds, (double) Files.size(file) / rows, (double) json / rows);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A letter typed, with author, time and proof, much as a table stores it. */
  private static Entry commit(SplittableRandom random, String table, int seq) {
    var retain = JsonObject.with().field("retain", seq % 400).build();
    var insert = JsonObject.with().field("insert", "é").build();
    var delta = JsonObject.with().field("ops", List.of(retain, insert)).build();
    var event =
        JsonObject.with()
            .field("type", "TextEdited")
            .field("text", "f-" + seq % 30)
            .field("delta", delta)
            .build();
    var document =
        JsonObject.with()
            .field("at", 1_790_000_000_000L + seq)
            .field("by", "p%08x".formatted(random.nextInt(12)))
            .field("id", "c%07x-%d".formatted(random.nextInt(12), seq))
            .field("nonce", hex(random, 1))
            .field("format", 1)
            .field("events", List.of(event))
            .field("salts", List.of(new JsonString(hex(random, 2).substring(0, 22))))
            .field("hash", hex(random, 4))
            .build();
    return new Entry("%s:%016d".formatted(table, seq), document);
  }

  private static String hex(SplittableRandom random, int longs) {
    var text = new StringBuilder();
    for (int i = 0; i < longs; i++) {
      text.append("%016x".formatted(random.nextLong()));
    }
    return text.toString();
  }

  private static void require(Outcome outcome) {
    if (outcome != Outcome.DONE) {
      throw new AssertionError("expected DONE, was " + outcome);
    }
  }

  private interface Measuring {
    void in(Path folder) throws Exception;
  }

  private static void inScratch(Measuring measuring) throws Exception {
    var folder = Files.createTempDirectory("store-speed");
    try {
      measuring.in(folder);
    } finally {
      try (var files = Files.walk(folder)) {
        for (var file : files.toList().reversed()) {
          delete(file);
        }
      }
    }
  }

  private static void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }
}
