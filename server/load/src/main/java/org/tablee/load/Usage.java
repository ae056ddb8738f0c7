package org.tablee.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process and the machine have used so far, as Linux tells it. NaN where it does not.
 *
 * @param processSeconds of processor time, in user and kernel
 * @param machineSeconds of processor time, of everything that ran
 * @param residentMib memory that the process holds now
 */
record Usage(long takenAt, double processSeconds, double machineSeconds, double residentMib) {
  /** Ticks of /proc in a second, on every Linux. */
  private static final double TICKS = 100;

  private static final int USER_TICKS = 11;

  static Usage of(long process) {
    long now = System.nanoTime();
    try {
      return new Usage(now, secondsOf(process), secondsOfAll(), mibOf(process));
    } catch (IOException _) {
      return new Usage(now, Double.NaN, Double.NaN, Double.NaN);
    }
  }

  private static double secondsOf(long process) throws IOException {
    var stat = Files.readString(Path.of("/proc/" + process + "/stat"));
    // The name of the program comes before, in brackets, and may hold anything.
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[USER_TICKS + 1])) / TICKS;
  }

  /** user, nice, system, irq, softirq, steal; neither idle nor waiting for a disk. */
  private static double secondsOfAll() throws IOException {
    var fields = Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +");
    long ticks = 0;
    for (int at : new int[] {1, 2, 3, 6, 7, 8}) {
      ticks += Long.parseLong(fields[at]);
    }
    return ticks / TICKS;
  }

  private static double mibOf(long process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Processor time of the process since an earlier look, in percent of one core. */
  double percentSince(Usage earlier) {
    return 100 * (processSeconds - earlier.processSeconds) / seconds(earlier);
  }

  /** Processor time of everything that ran since an earlier look, in percent of one core. */
  double machinePercentSince(Usage earlier) {
    return 100 * (machineSeconds - earlier.machineSeconds) / seconds(earlier);
  }

  private double seconds(Usage earlier) {
    return (takenAt - earlier.takenAt) / 1e9;
  }
}
