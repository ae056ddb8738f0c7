package org.tablee.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Measures workloads of the design against servers that it starts itself, and writes what it
 * measured: {@code Load W1 [--realtime]}. Ends with 1 where a server said what it must not say,
 * whatever the figures.
 *
 * <p>{@code --realtime} is for a machine that others use as well, and has its price: the threads of
 * one process then take turns of 100 ms on their core, so while the compiler is at work (all of the
 * first minute) an edit may wait for as long.
 */
public final class Load {
  private static final Path PAGE = Path.of("RESULTS.md");
  private static final Path TARGET = Path.of("target");
  private static final int STARTS = 3;

  private final Pinning pinning;
  private final List<Path> folders = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private Load(Pinning pinning) {
    this.pinning = pinning;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of(args));
    var withRealtime = arguments.remove("--realtime");
    if (!arguments.equals(List.of("W1"))) {
      System.err.println("usage: Load W1 [--realtime]");
      System.exit(2);
    }
    var machine = Machine.described();
    var pinning = Pinning.atHand(withRealtime);
    pinning.holdThisProgram();
    var load = new Load(pinning);
    try {
      load.w1(machine);
    } finally {
      load.clear();
    }
    if (!load.faults.isEmpty()) {
      load.faults.forEach(fault -> System.err.println("wrong: " + fault));
      System.exit(1);
    }
  }

  private void w1(String machine) throws IOException, InterruptedException {
    var starts = new double[STARTS];
    var startsWithMany = new double[STARTS];
    long empty = 0;
    var full = folder();
    ManyTables.fill(full.resolve("data"));
    for (int at = 0; at < STARTS; at++) {
      var folder = folder();
      starts[at] = start(folder);
      startsWithMany[at] = start(full);
      empty = Servers.stored(folder);
    }
    var floor = onFloor(Writing.W1);
    var folder = folder();
    var tablee = atTable(Writing.W1, folder);
    double bytesPerEdit = (Servers.stored(folder) - empty) / (double) tablee.edits();
    var page =
        Report.w1(
            head(machine), floor, tablee, new Report.Starts(starts, startsWithMany), bytesPerEdit);
    System.out.println(page);
    if (faults.isEmpty()) {
      Report.keep(PAGE, page);
    }
  }

  /** How long a server takes to be ready, in seconds. */
  private double start(Path folder) throws IOException, InterruptedException {
    try (var server = Servers.tablee(pinning, folder)) {
      return server.start().toMillis() / 1e3;
    }
  }

  private Written onFloor(Writing writing) throws IOException, InterruptedException {
    try (var server = Servers.floor(pinning, folder());
        var together = new WritingTogether(writing, server)) {
      var written = together.onFloor();
      faults.addAll(together.faults());
      return written;
    }
  }

  private Written atTable(Writing writing, Path folder) throws IOException, InterruptedException {
    try (var server = Servers.tablee(pinning, folder);
        var together = new WritingTogether(writing, server)) {
      var written = together.atTable();
      faults.addAll(together.faults());
      return written;
    }
  }

  private String head(String machine) throws IOException, InterruptedException {
    var synced = Machine.syncedWrites(folder());
    return """
    # What the load program measured

    %s, commit %s, on %s. The store is SQLite on %s, where one synced write of a page takes %.2f ms \
    (p50; p99 %.2f ms). %s

    Each figure: the median of the repetitions (lowest to highest), each 10 s after 5 s of warm-up \
    on the same connections. Delivery: from just before an edit is written to its socket until \
    another person's client has read it, one clock. Everything that was received was checked: \
    order, no gap, each edit acknowledged once and delivered to everyone, clients and server with \
    the same text and hash at the end. Floor: a bare Vert.x server that writes each frame to every \
    socket, and stores nothing. To measure anew: `mvn -Pbench`.

    """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Machine.commit(),
            machine,
            Files.getFileStore(TARGET).type(),
            synced.millis(0.5),
            synced.millis(0.99),
            pinning.described());
  }

  /** On the disk of the sources: where temporary files go, a synced write may be none. */
  private Path folder() throws IOException {
    var folder =
        Files.createTempDirectory(Files.createDirectories(TARGET).toAbsolutePath(), "load-");
    folders.add(folder);
    return folder;
  }

  private void clear() throws IOException {
    for (var folder : folders) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
