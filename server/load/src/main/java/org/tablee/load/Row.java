package org.tablee.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the table of results.
 *
 * @param floor the floor's, one a repetition; empty where it has none
 * @param tablee the server's, one a repetition
 * @param target not to be exceeded; {@code null} where none is set
 */
record Row(String name, double[] floor, double[] tablee, @Nullable Double target) {

  static Row of(
      String name,
      List<Repetition> floor,
      List<Repetition> tablee,
      ToDoubleFunction<Repetition> figure,
      @Nullable Double target) {
    return new Row(
        name,
        floor.stream().mapToDouble(figure).toArray(),
        tablee.stream().mapToDouble(figure).toArray(),
        target);
  }

  /** As a line of a Markdown table. */
  String line() {
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(
            name, spread(floor), spread(tablee), target == null ? "" : number(target), verdict());
  }

  private String verdict() {
    if (target == null || tablee.length == 0 || Double.isNaN(median(tablee))) {
      return "";
    }
    double beyond = median(tablee) - target;
    return beyond <= 0
        ? "met"
        : "missed by %s (%.0f %%)".formatted(number(beyond), 100 * beyond / target);
  }

  private static String spread(double[] values) {
    if (values.length == 0) {
      return "";
    }
    var sorted = sorted(values);
    return values.length == 1
        ? number(sorted[0])
        : "%s (%s to %s)"
            .formatted(
                number(median(values)), number(sorted[0]), number(sorted[sorted.length - 1]));
  }

  private static double median(double[] values) {
    var sorted = sorted(values);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double[] sorted(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Three digits that say something. */
  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    int digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
