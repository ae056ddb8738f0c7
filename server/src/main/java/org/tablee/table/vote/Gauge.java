package org.tablee.table.vote;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The majority gauge of one option (Balinski and Laraki, Majority Judgment, MIT Press 2011, chapter
 * 14): how many gave a better grade than the median, the median, how many gave a worse one.
 *
 * @param counts how many gave each grade, the worst first
 * @param median the best grade that more than half think the option deserves at least; of an even
 *     number of grades the lower one in the middle; 0 where there are none
 */
record Gauge(List<Integer> counts, int better, int median, int worse) implements Comparable<Gauge> {
  static Gauge of(int[] counts) {
    int all = IntStream.of(counts).sum();
    int median = 0;
    int upToMedian = counts[0];
    while (2 * upToMedian < all) {
      median++;
      upToMedian += counts[median];
    }
    return new Gauge(
        IntStream.of(counts).boxed().toList(),
        all - upToMedian,
        median,
        upToMedian - counts[median]);
  }

  /** Whether more stand above the median than below it. */
  private boolean leansUp() {
    return better > worse;
  }

  /**
   * The better option is the greater: that of the better median; of equal ones, that which leans
   * up; of two that lean up, the one with more above, then with fewer below; of two that do not,
   * the one with fewer below, then with more above.
   */
  @Override
  public int compareTo(Gauge other) {
    if (median != other.median) {
      return Integer.compare(median, other.median);
    }
    if (leansUp() != other.leansUp()) {
      return leansUp() ? 1 : -1;
    }
    int above = Integer.compare(better, other.better);
    int below = Integer.compare(other.worse, worse);
    int first = leansUp() ? above : below;
    int second = leansUp() ? below : above;
    return first != 0 ? first : second;
  }
}
