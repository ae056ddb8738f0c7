package org.tablee.load;

/**
 * What one repetition measured.
 *
 * @param tally counts and times
 * @param seconds how long it was
 * @param serverPercent the server's processor time, of one core
 * @param loadPercent this program's
 * @param otherPercent that of all others that ran on the machine meanwhile
 * @param residentMib the server's memory at the end
 */
record Repetition(
    Tally tally,
    double seconds,
    double serverPercent,
    double loadPercent,
    double otherPercent,
    double residentMib) {

  static Repetition between(Usage[] before, Usage[] after, Tally tally) {
    double server = after[0].percentSince(before[0]);
    double load = after[1].percentSince(before[1]);
    return new Repetition(
        tally,
        (after[0].takenAt() - before[0].takenAt()) / 1e9,
        server,
        load,
        Math.max(0, after[0].machinePercentSince(before[0]) - server - load),
        after[0].residentMib());
  }

  double editsPerSecond() {
    return tally.edits / seconds;
  }

  double deliveredPerSecond() {
    return tally.delivery.count() / seconds;
  }
}
