package org.tablee.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a server said that it must not say. Touched on one event loop only, or after it. */
final class Faults {
  private static final int KEPT_MAX = 20;

  private final List<String> kept = new ArrayList<>();
  private long count;

  void add(String format, Object... values) {
    count++;
    if (kept.size() < KEPT_MAX) {
      kept.add(String.format(Locale.ROOT, format, values));
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** The first ones, and how many there are. */
  List<String> told() {
    var told = new ArrayList<>(kept);
    if (count > kept.size()) {
      told.add("and " + (count - kept.size()) + " more");
    }
    return told;
  }
}
