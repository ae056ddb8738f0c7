package org.tablee.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What was measured on, in words. */
final class Machine {
  private static final int SYNCED_WRITES = 500;
  private static final int PAGE_BYTES = 4096;

  private Machine() {}

  /** Cores, memory, system and runtime. */
  static String described() {
    return "%s x %s, %s GiB, %s %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            field("/proc/cpuinfo", "model name"),
            gibibytes(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            Runtime.version());
  }

  private static String gibibytes() {
    var kibibytes = field("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
    return kibibytes.isEmpty()
        ? "?"
        : Long.toString(Math.round(Long.parseLong(kibibytes) / 1048576.0));
  }

  /** The first value of that name; a question mark where this system does not tell. */
  private static String field(String file, String name) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("?");
    } catch (IOException _) {
      return "?";
    }
  }

  /** What the sources are, as Git names it. */
  static String commit() throws InterruptedException {
    try {
      var process =
          new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=10", "--exclude=*")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var name = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? name.strip() : "unknown";
    } catch (IOException _) {
      return "unknown";
    }
  }

  /** How long it takes this folder's disk to keep one page for good: no stored edit is faster. */
  static Latencies syncedWrites(Path folder) throws IOException {
    var file = folder.resolve("synced");
    var taken = new Latencies();
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int at = 0; at < SYNCED_WRITES; at++) {
        long start = System.nanoTime();
        channel.write(ByteBuffer.allocate(PAGE_BYTES), (long) at * PAGE_BYTES);
        channel.force(false);
        taken.add(System.nanoTime() - start);
      }
    }
    Files.delete(file);
    return taken;
  }
}
