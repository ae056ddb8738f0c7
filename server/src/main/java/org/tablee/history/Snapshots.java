package org.tablee.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.json.JsonObject;
import org.tablee.json.MalformedJsonException;
import org.tablee.store.Store;
import org.tablee.store.Store.Collection;
import org.tablee.store.Store.Direction;
import org.tablee.store.Store.Entry;
import org.tablee.store.StoreDamagedException;
import org.tablee.table.Seq;
import org.tablee.table.TableId;

/** Where snapshots are kept: in parts, each bearing the hash of the commit it was taken after. */
final class Snapshots {
  /** UTF-16 units of a part: at three bytes a unit it stays under 4 MiB of UTF-8. */
  static final int PART_UNITS_MAX = 1_300_000;

  /** Of one table; of the older ones only the first in each {@link #SPAN} stays. */
  private static final int KEPT = 2;

  /** Commits, of which one snapshot is kept for good: no state of the past is further from one. */
  static final long SPAN = 10_000;

  private static final Logger log = LoggerFactory.getLogger(Snapshots.class);

  private final Store store;
  private final long span;

  /**
   * @param span {@link #SPAN}, or fewer in tests
   */
  Snapshots(Store store, long span) {
    this.store = store;
    this.span = span;
  }

  void write(TableId table, Position position) {
    if (put(table, position)) {
      forgetOld(table, position.seq());
    }
  }

  /** Keeps one of long ago, which was folded anew for want of it. */
  void writeLate(TableId table, Position position) {
    var _ = put(table, position);
  }

  /** Whether the whole of it is there. */
  private boolean put(TableId table, Position position) {
    var text = Snapshot.write(position.table());
    var parts = cut(text);
    for (int part = 0; part < parts.size(); part++) {
      var document =
          JsonObject.with()
              .field("hash", position.hash())
              .field("shape", Snapshot.SHAPE)
              .field("parts", parts.size())
              .field("text", parts.get(part))
              .build();
      var outcome =
          store.insert(Collection.SNAPSHOTS, new Entry(id(table, position.seq(), part), document));
      if (outcome == Store.Outcome.UNKNOWN) {
        // A cache: a part that is missing only makes the table open from an older one.
        log.info("table {} has no snapshot at seq {}", table.value(), position.seq().value());
        return false;
      }
    }
    return true;
  }

  /** The newest snapshot at or before a commit that is whole and fits that commit's hash. */
  Optional<Position> newest(TableId table, Seq atMost, HashOfCommit hashes) {
    var to = id(table, atMost.next(), 0);
    while (true) {
      var last = readable(from(table), to, Direction.DOWN, 1);
      if (last.isEmpty()) {
        return Optional.empty();
      }
      var seq = seq(last.getFirst().id());
      var position = read(table, seq, hashes);
      if (position.isPresent()) {
        return position;
      }
      to = id(table, seq, 0);
    }
  }

  /** Tells the stored hash of a commit. */
  interface HashOfCommit {
    Optional<String> of(TableId table, Seq seq);
  }

  private Optional<Position> read(TableId table, Seq seq, HashOfCommit hashes) {
    var parts =
        readable(id(table, seq, 0), id(table, seq.next(), 0), Direction.UP, Integer.MAX_VALUE);
    if (parts.isEmpty()) {
      // Deleted meanwhile: newer ones are there by now.
      return Optional.empty();
    }
    try {
      var first = parts.getFirst().document();
      var hash = first.string("hash");
      var fits =
          first.number("shape") == Snapshot.SHAPE
              && first.number("parts") == parts.size()
              && hashes.of(table, seq).filter(hash::equals).isPresent();
      if (!fits) {
        return Optional.empty();
      }
      var text = new StringBuilder();
      parts.forEach(part -> text.append(part.document().string("text")));
      return Optional.of(new Position(Snapshot.read(seq, text.toString()), hash));
    } catch (MalformedJsonException | IllegalArgumentException e) {
      log.warn("table {} has a broken snapshot at seq {}", table.value(), seq.value(), e);
      return Optional.empty();
    }
  }

  /** Looks back over two spans only: what lies before was thinned out when they began. */
  private void forgetOld(TableId table, Seq newest) {
    var from = new Seq(Math.max(0, (span(newest) - 1) * span));
    var entries =
        readable(id(table, from, 0), CommitDocument.end(table), Direction.DOWN, Integer.MAX_VALUE);
    var seqs = entries.stream().map(entry -> seq(entry.id())).distinct().toList();
    var kept = new HashSet<>(seqs.subList(0, Math.min(KEPT, seqs.size())));
    // The last of a span in this order is its first.
    var firsts = new HashMap<Long, Seq>();
    seqs.forEach(seq -> firsts.put(span(seq), seq));
    kept.addAll(firsts.values());
    for (var entry : entries) {
      if (!kept.contains(seq(entry.id()))) {
        var _ = store.delete(Collection.SNAPSHOTS, entry.id());
      }
    }
  }

  /** In which span a commit lies. */
  long span(Seq seq) {
    return seq.value() / span;
  }

  /**
   * The parts of a range. One that is damaged is deleted, for it is of no use to anyone any more;
   * where none alone is to blame there is nothing, and the commits tell the same.
   */
  private List<Entry> readable(String from, String to, Direction direction, int limit) {
    while (true) {
      try {
        return store.range(Collection.SNAPSHOTS, from, to, direction, limit);
      } catch (StoreDamagedException e) {
        log.warn("a snapshot cannot be read", e);
        var isGone =
            e.id()
                .map(id -> store.delete(Collection.SNAPSHOTS, id) == Store.Outcome.DONE)
                .orElse(false);
        if (!isGone) {
          return List.of();
        }
      }
    }
  }

  private static List<String> cut(String text) {
    var parts = new ArrayList<String>();
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + PART_UNITS_MAX);
      if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      parts.add(text.substring(from, to));
      from = to;
    }
    return parts;
  }

  private static String from(TableId table) {
    return table.value() + ":";
  }

  private static String id(TableId table, Seq seq, int part) {
    return CommitDocument.id(table, seq) + ":" + "%04d".formatted(part);
  }

  private static Seq seq(String id) {
    return CommitDocument.seq(id.substring(0, id.lastIndexOf(':')));
  }
}
