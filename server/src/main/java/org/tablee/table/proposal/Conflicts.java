package org.tablee.table.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tablee.table.AmendmentId;
import org.tablee.text.Delta;
import org.tablee.text.Op.Delete;
import org.tablee.text.Op.Insert;
import org.tablee.text.Op.Retain;

/**
 * Which open amendments want different things of one place. An amendment touches what it deletes
 * and formats, and the places where it inserts; beside a deletion it inserts before it. Two are in
 * conflict where they touch one letter, where one inserts inside what the other touches, or where
 * both insert at one place. Side by side is no conflict: either order leads to the same text.
 */
public final class Conflicts {
  private Conflicts() {}

  /** A stretch of letters, or, where it has no length, a place where something is inserted. */
  private record Span(int start, int end) {
    boolean meets(Span other) {
      if (isPlace() && other.isPlace()) {
        return start == other.start;
      }
      return Math.max(start, other.start) < Math.min(end, other.end)
          || (isPlace() && other.start < start && start < other.end)
          || (other.isPlace() && start < other.start && other.start < end);
    }

    private boolean isPlace() {
      return start == end;
    }
  }

  /** The amendments each is in conflict with; none of those that are in conflict with none. */
  public static Map<AmendmentId, List<AmendmentId>> among(List<Amendment> amendments) {
    var open = amendments.stream().filter(one -> one.isOpen() && !one.isOutdated()).toList();
    var spans = open.stream().map(one -> spans(one.delta())).toList();
    var conflicts = new LinkedHashMap<AmendmentId, List<AmendmentId>>();
    for (int at = 0; at < open.size(); at++) {
      var others = new ArrayList<AmendmentId>();
      for (int other = 0; other < open.size(); other++) {
        if (other != at && meet(spans.get(at), spans.get(other))) {
          others.add(open.get(other).id());
        }
      }
      if (!others.isEmpty()) {
        conflicts.put(open.get(at).id(), List.copyOf(others));
      }
    }
    return conflicts;
  }

  private static boolean meet(List<Span> these, List<Span> those) {
    return these.stream().anyMatch(one -> those.stream().anyMatch(one::meets));
  }

  private static List<Span> spans(Delta delta) {
    var spans = new ArrayList<Span>();
    int at = 0;
    // Where the present run of inserts and deletes began: its inserts stand there, however it is
    // written.
    int run = 0;
    for (var op : delta.ops()) {
      switch (op) {
        case Insert _ -> spans.add(new Span(run, run));
        case Delete(int length) -> {
          spans.add(new Span(at, at + length));
          at += length;
        }
        case Retain(int length, var attributes) -> {
          if (!attributes.isEmpty()) {
            spans.add(new Span(at, at + length));
          }
          at += length;
          run = at;
        }
      }
    }
    return spans;
  }
}
