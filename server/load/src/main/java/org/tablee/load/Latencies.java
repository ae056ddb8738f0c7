package org.tablee.load;

import java.util.Arrays;

/** Times that something took, in nanoseconds, each kept. */
final class Latencies {
  private long[] nanos = new long[1024];
  private int count;
  private boolean isSorted = true;

  void add(long taken) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = taken;
    isSorted = false;
  }

  int count() {
    return count;
  }

  /**
   * The smallest time that at least this share of all do not exceed, in milliseconds; NaN where
   * there is none.
   *
   * @param share above 0, up to 1
   */
  double millis(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    if (!isSorted) {
      Arrays.sort(nanos, 0, count);
      isSorted = true;
    }
    int rank = (int) Math.ceil(share * count);
    return nanos[Math.max(rank, 1) - 1] / 1e6;
  }
}
