package org.tablee.box;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tablee.store.sqlite.SqliteStore;
import org.tablee.table.BoxId;
import org.tablee.table.ClientId;
import org.tablee.table.CommandId;
import org.tablee.table.DeviceKey;
import org.tablee.table.Given;
import org.tablee.table.Hand;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Sheet;
import org.tablee.table.Slot;
import org.tablee.table.TableId;

/**
 * Measures 500 handings in into one box of the embedded store and prints what
 * decisions/0005-sealed-boxes.md tells: time of each, and what the files grow to.
 */
final class BoxSpeed {
  private static final int MEMBERS = 500;

  private BoxSpeed() {}

  public static void main(String[] arguments) throws Exception {
    for (int lines : new int[] {3, 10}) {
      measure(lines);
    }
  }

  private static void measure(int lines) throws Exception {
    var folder = Files.createTempDirectory("tablee-boxes");
    var nanos = new long[MEMBERS];
    try (var store = SqliteStore.open(folder)) {
      var boxes = new Boxes(store);
      for (int i = 0; i < MEMBERS; i++) {
        long before = System.nanoTime();
        boxes.put(
            new TableId("aines"),
            new BoxId("doubts"),
            new CommandId(new ClientId("tab-0001"), 1),
            new Hand.Unsigned(
                new Given(new ParticipantId("member-" + i), Slot.ONLY),
                new DeviceKey("secret-of-the-device-" + i)),
            sheet(lines),
            () -> {});
        nanos[i] = System.nanoTime() - before;
      }
    }
    long bytes = 0;
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    System.out.printf(
        "%d lines a sheet: the last 50 took %.1f ms each, all %.1f s; files of %.1f MiB%n",
        lines,
        Arrays.stream(nanos, MEMBERS - 50, MEMBERS).average().orElseThrow() / 1e6,
        Arrays.stream(nanos).sum() / 1e9,
        bytes / 1048576.0);
    delete(folder);
  }

  private static Sheet sheet(int lines) {
    var entries = new ArrayList<Line>();
    for (int i = 0; i < lines; i++) {
      entries.add(new Line("La navette s’arrête à 13 h, et plus rien ne part ensuite. ".repeat(2)));
    }
    return new Sheet(List.copyOf(entries));
  }

  private static void delete(Path folder) throws Exception {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
