package org.tablee.load;

import java.time.Duration;

/**
 * People at one table who write in one text, each so many letters a second.
 *
 * @param replicas how many of them keep the text and write anywhere in it; the others write at its
 *     beginning and need not know it
 * @param warmUp written before anything counts, on the same connections
 * @param seed of who writes what, where and when
 */
record Writing(
    int people,
    int replicas,
    double perSecond,
    Duration warmUp,
    Duration repetition,
    int repetitions,
    long seed) {

  /** The workload W1 of the design. */
  static final Writing W1 =
      new Writing(12, 2, 4, Duration.ofSeconds(5), Duration.ofSeconds(10), 3, 1);
}
