package org.tablee.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tablee.Tablee;

/** The servers that are measured, each in a folder of its own. */
final class Servers {
  private Servers() {}

  /**
   * How the server is set up: SQLite in an empty folder, and no limit on how much is asked of it.
   */
  static Map<String, String> environment(Path data) {
    return Map.of(
        "TABLEE_DATA",
        data.toString(),
        "TABLEE_ORGANISER_SECRET",
        WritingTogether.ORGANISER_SECRET,
        "TABLEE_COMMANDS_PER_SECOND",
        "0",
        "TABLEE_BURST",
        "0",
        "TABLEE_TABLE_COMMANDS_PER_SECOND",
        "0",
        "TABLEE_ACCEPTS_PER_MINUTE",
        "0");
  }

  static Program tablee(Pinning pinning, Path folder) throws IOException, InterruptedException {
    var run = Files.createDirectories(folder.resolve("run"));
    return Program.start(Tablee.class, pinning, run, environment(folder.resolve("data")));
  }

  static Program floor(Pinning pinning, Path folder) throws IOException, InterruptedException {
    var run = Files.createDirectories(folder.resolve("run"));
    return Program.start(Floor.class, pinning, run, Map.of());
  }

  /** The bytes of everything that the server of a folder has stored. */
  static long stored(Path folder) throws IOException {
    try (var files = Files.walk(folder.resolve("data"))) {
      return files.filter(Files::isRegularFile).mapToLong(Servers::size).sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
