package org.tablee.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tablee.store.Store.Collection;
import org.tablee.store.Store.Direction;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledWhileWritingTest {
  private static final int KILLS = 50;

  /** Lines of acknowledgement to hear before the kill, at most; two hundred are some 30 ms. */
  private static final int LINES_MAX = 200;

  @TempDir Path folder;

  @Test
  void S13_nothing_acknowledged_is_lost_or_torn_however_often_the_process_is_killed()
      throws Exception {
    long seed = Long.getLong("seed", 50);
    var random = new SplittableRandom(seed);
    var acknowledged = new int[SteadyWriter.TABLES];
    var found = new int[SteadyWriter.TABLES];

    for (int kill = 0; kill < KILLS; kill++) {
      var before = acknowledged.clone();
      runAndKill(random, acknowledged);
      assertThat(acknowledged).as("kill %d, seed %d", kill, seed).isNotEqualTo(before);
      check(acknowledged, found, "kill " + kill + ", seed " + seed);
    }
    // Once more from the first commit on, for what an earlier check has passed.
    check(acknowledged, new int[SteadyWriter.TABLES], "all, seed " + seed);
  }

  private void runAndKill(SplittableRandom random, int[] acknowledged) throws Exception {
    var errors = folder.resolve("errors").toFile();
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SteadyWriter.class.getName(),
                folder.resolve("data").toString())
            .redirectError(errors)
            .start();
    try (var lines = process.inputReader()) {
      assertThat(lines.readLine()).as(() -> read(errors.toPath())).isEqualTo("open");
      int enough = random.nextInt(LINES_MAX);
      for (int heard = 0; heard <= enough; heard++) {
        note(lines.readLine(), acknowledged);
      }
      // Between two lines as well as within what one line stands for.
      long pause = random.nextLong(TimeUnit.MILLISECONDS.toNanos(2));
      for (long end = System.nanoTime() + pause; System.nanoTime() < end; ) {
        Thread.onSpinWait();
      }
      // By its handle: the process itself would close what is still to be read.
      process.toHandle().destroyForcibly();
      noteRest(lines, acknowledged);
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(read(errors.toPath())).isEmpty();
  }

  /** What was printed before the end counts as acknowledged, too; the last line may be cut. */
  private static void noteRest(BufferedReader lines, int[] acknowledged) throws IOException {
    var text = new StringBuilder();
    for (int c = lines.read(); c >= 0; c = lines.read()) {
      text.append((char) c);
    }
    text.substring(0, text.lastIndexOf("\n") + 1).lines().forEach(line -> note(line, acknowledged));
  }

  private static void note(String line, int[] acknowledged) {
    var words = line.split(" ");
    acknowledged[Integer.parseInt(words[0])] = Integer.parseInt(words[1]);
  }

  /** Every slot up to the last acknowledged, without a hole, and whatever may follow. */
  private void check(int[] acknowledged, int[] found, String when) {
    try (var store = SqliteStore.open(folder.resolve("data"))) {
      for (int table = 0; table < SteadyWriter.TABLES; table++) {
        var commits =
            store.range(
                Collection.COMMITS,
                SteadyWriter.id(table, found[table] + 1),
                SteadyWriter.id(table, Integer.MAX_VALUE),
                Direction.UP,
                Integer.MAX_VALUE);
        for (var commit : commits) {
          found[table]++;
          assertThat(commit).as(when).isEqualTo(SteadyWriter.commit(table, found[table]));
        }
        assertThat(found[table])
            .as("table %d, %s", table, when)
            .isGreaterThanOrEqualTo(acknowledged[table]);
      }
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
