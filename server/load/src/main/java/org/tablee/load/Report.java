package org.tablee.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The results as a Markdown page. What stands there under {@link #BY_HAND} is kept. */
final class Report {
  /** Begins what people write: why a target is missed, what the figures mean. */
  static final String BY_HAND = "## How to read it";

  private Report() {}

  /** How long a server took to be ready, in seconds: with nothing stored, and with a lot. */
  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
  record Starts(double[] empty, double[] full) {}

  /** Writes the page anew, with what was written by hand before. */
  static void keep(Path page, String measured) throws IOException {
    var before = Files.exists(page) ? Files.readString(page) : "";
    int byHand = before.indexOf(BY_HAND);
    Files.writeString(
        page, measured + "\n" + (byHand < 0 ? BY_HAND + "\n" : before.substring(byHand)));
  }

  /**
   * W1.
   *
   * @param starts how long the server took to be ready
   * @param bytesPerEdit what the stopped server's files grew by
   */
  static String w1(String head, Written floor, Written tablee, Starts starts, double bytesPerEdit) {
    var f = floor.repetitions();
    var t = tablee.repetitions();
    var none = new double[0];
    var rows =
        List.of(
            Row.of("delivery p50, ms", f, t, r -> r.tally().delivery.millis(0.5), 1.0),
            Row.of("delivery p95, ms", f, t, r -> r.tally().delivery.millis(0.95), null),
            Row.of("delivery p99, ms", f, t, r -> r.tally().delivery.millis(0.99), 2.5),
            Row.of("delivery max, ms", f, t, r -> r.tally().delivery.millis(1), null),
            Row.of(
                "acknowledgement p50, ms", f, t, r -> r.tally().acknowledgement.millis(0.5), null),
            Row.of("server, % of a core", f, t, Repetition::serverPercent, 5.0),
            Row.of("edits/s", f, t, Repetition::editsPerSecond, null),
            Row.of("delivered/s", f, t, Repetition::deliveredPerSecond, null),
            Row.of("letters that waited for an answer", f, t, r -> r.tally().held, null),
            Row.of("resident memory, MiB", f, t, Repetition::residentMib, null),
            new Row("longest GC pause, ms", longest(floor), longest(tablee), null),
            new Row("start to ready, empty store, s", none, starts.empty(), 2.0),
            new Row("start to ready, 1,000 tables of 1,000 commits, s", none, starts.full(), 2.0),
            new Row("stored an edit, bytes", none, new double[] {bytesPerEdit}, 300.0),
            Row.of("load program, % of a core", f, t, Repetition::loadPercent, null),
            Row.of("all others meanwhile, % of a core", f, t, Repetition::otherPercent, null));
    var page = new StringBuilder(head);
    page.append("## W1: one table, 12 people type 4 letters a second each in the same text\n\n");
    page.append("| | floor | Tablée | target | |\n| --- | --- | --- | --- | --- |\n");
    rows.forEach(row -> page.append(row.line()));
    return page.toString();
  }

  /** One figure; zero where the collector never had to stop the program. */
  private static double[] longest(Written written) {
    return new double[] {
      written.pauses().stream().mapToDouble(Double::doubleValue).max().orElse(0)
    };
  }
}
