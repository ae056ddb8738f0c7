package org.tablee.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tablee.store.Store.Collection;
import org.tablee.store.Store.Inserted;
import org.tablee.store.Store.Outcome;
import org.tablee.store.sqlite.Write.Insert;
import org.tablee.store.sqlite.Write.Row;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class WritingTest {
  private static final String WRITER = "store-writer";

  @TempDir Path folder;

  /** A list that fails when the writing thread looks at it, in whatever way it is asked to. */
  private static List<Row> failing(Runnable failure) {
    return new AbstractList<>() {
      @Override
      public Row get(int index) {
        if (Thread.currentThread().getName().equals(WRITER)) {
          failure.run();
        }
        return row("a");
      }

      @Override
      public int size() {
        return 1;
      }
    };
  }

  private static Row row(String id) {
    return new Row(id, "{}".getBytes(StandardCharsets.UTF_8));
  }

  private Writer writer() throws Exception {
    var file = folder.resolve("tablee.sqlite");
    Database.prepare(file);
    return new Writer(file);
  }

  private static Inserted write(Writer writer, List<Row> rows) throws Exception {
    return CompletableFuture.supplyAsync(() -> writer.write(new Insert(Collection.COMMITS, rows)))
        .get(20, TimeUnit.SECONDS);
  }

  @Test
  void S12_a_write_that_fails_in_an_unforeseen_way_is_unknown_and_writing_goes_on()
      throws Exception {
    try (var writer = writer()) {
      var failed =
          write(
              writer,
              failing(() -> {
                throw new IllegalStateException("a bug");
              }));
      assertThat(failed).isEqualTo(new Inserted(0, Outcome.UNKNOWN));
      assertThat(write(writer, List.of(row("b")))).isEqualTo(new Inserted(1, Outcome.DONE));
    }
  }

  @Test
  void S12_where_writing_ends_for_good_whoever_waits_is_told_unknown() throws Exception {
    try (var writer = writer()) {
      var failed =
          write(
              writer,
              failing(() -> {
                throw new OutOfMemoryError("as asked");
              }));
      assertThat(failed).isEqualTo(new Inserted(0, Outcome.UNKNOWN));
    }
  }
}
