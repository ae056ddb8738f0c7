package org.tablee.hosting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.history.DamagedHistoryException;
import org.tablee.history.History;
import org.tablee.table.Commit;
import org.tablee.table.Seq;
import org.tablee.table.TableId;

/**
 * How far back a host knows the changes of its table's texts, and the way to know more. What was
 * read once stays known, so a member who sends very late edits costs one reading.
 */
final class KnownPast {
  /** Commits that are read back for the sake of one late edit, at most. */
  static final int READ_MAX = 100_000;

  private static final Logger log = LoggerFactory.getLogger(KnownPast.class);

  private final TableId table;
  private final History history;
  private Seq from;

  /** The last commit that was found damaged; what lies before it cannot be had. */
  private Seq damaged = Seq.NONE;

  /**
   * @param from every change after this commit is known
   */
  KnownPast(TableId table, History history, Seq from) {
    this.table = table;
    this.history = history;
    this.from = from;
  }

  /**
   * The commits after {@code since} that were not known yet; empty where it lies too far back, or
   * behind a damaged commit, or is known already.
   *
   * @throws org.tablee.store.StoreUnavailableException where the store does not answer
   */
  Optional<List<Commit>> reach(Seq since) {
    var isTooFar = from.value() - since.value() > READ_MAX || since.isBefore(damaged);
    if (!since.isBefore(from) || isTooFar) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(since));
    } catch (DamagedHistoryException e) {
      // One edit is lost for it, and not the table: what is needed to go on stands in memory.
      log.error("table {} has a past that does not verify", table.value(), e);
      damaged = e.seq().isBefore(since.next()) ? since.next() : e.seq();
      return Optional.empty();
    }
  }

  private List<Commit> read(Seq since) {
    var earlier = new ArrayList<Commit>();
    var next = since.next();
    while (!from.isBefore(next)) {
      long left = from.value() - next.value() + 1;
      var page = history.read(table, next, (int) Math.min(History.PAGE_MAX, left));
      if (page.isEmpty()) {
        throw new DamagedHistoryException(table, next, "it is missing");
      }
      page.forEach(one -> earlier.add(one.commit()));
      next = page.getLast().commit().seq().next();
    }
    from = since;
    return earlier;
  }
}
