package org.tablee.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tablee.json.JsonObject;

/**
 * Compares what everyone was told with the history that is kept, and trusts neither: what was
 * acknowledged is there exactly once, what anybody saw is there at its number with its content, and
 * no number is missing.
 */
final class Checker {
  private Checker() {}

  /** What a member remembers. */
  interface Journal {
    String name();

    /** Each commit by its number, as it was sent. */
    Map<Long, JsonObject> commits();

    /** The ids of what was acknowledged. */
    List<String> stored();
  }

  /**
   * What is wrong; empty where nothing is.
   *
   * @param history every commit of a table in order, as it is served
   */
  static List<String> faults(List<JsonObject> history, List<Journal> journals) {
    var faults = new ArrayList<String>();
    var times = new HashMap<String, Integer>();
    for (int at = 0; at < history.size(); at++) {
      var commit = history.get(at);
      if (commit.number("seq") != at + 1) {
        faults.add("commit " + commit.number("seq") + " stands at " + (at + 1));
      }
      times.merge(commit.string("by") + " " + commit.string("id"), 1, Integer::sum);
    }
    times.forEach((id, count) -> {
      if (count > 1) {
        faults.add(id + " is stored " + count + " times");
      }
    });
    var ids = history.stream().map(commit -> commit.string("id")).toList();
    for (var journal : journals) {
      for (var id : journal.stored()) {
        if (!ids.contains(id)) {
          faults.add(journal.name() + " was told that " + id + " is stored");
        }
      }
      journal
          .commits()
          .forEach((seq, seen) -> {
            var kept = seq <= history.size() ? history.get((int) (seq - 1)) : JsonObject.EMPTY;
            for (var field : List.of("id", "by", "at", "events")) {
              if (!Objects.equals(kept.field(field), seen.field(field))) {
                faults.add(journal.name() + " saw another " + field + " at " + seq);
              }
            }
          });
    }
    return faults;
  }
}
