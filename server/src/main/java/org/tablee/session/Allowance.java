package org.tablee.session;

import java.util.function.LongSupplier;

/**
 * So much a second, with bursts: a bucket that fills at a steady rate. From any thread.
 *
 * <p>The clock is monotonic: no limit hangs on the wall clock.
 */
final class Allowance {
  private static final double NANOS = 1e9;

  private final double perNano;
  private final int burst;
  private final LongSupplier nanos;
  private double left;
  private long countedAt;

  /**
   * @param perSecond zero is no limit
   */
  Allowance(int perSecond, int burst, LongSupplier nanos) {
    this.perNano = perSecond / NANOS;
    this.burst = Math.max(1, burst);
    this.nanos = nanos;
    this.left = this.burst;
    this.countedAt = nanos.getAsLong();
  }

  /**
   * Takes so many where there is one at least, and owes what is missing; else tells after how many
   * milliseconds there will be one.
   */
  synchronized long take(int count) {
    if (perNano == 0) {
      return 0;
    }
    fill();
    if (left >= 1) {
      left -= count;
      return 0;
    }
    return Math.max(1, (long) Math.ceil((1 - left) / perNano / 1e6));
  }

  /** Whether all that may be taken at once is there. */
  synchronized boolean isFull() {
    fill();
    return perNano == 0 || left >= burst;
  }

  private void fill() {
    long now = nanos.getAsLong();
    left = Math.min(burst, left + (now - countedAt) * perNano);
    countedAt = now;
  }
}
