package org.tablee.hosting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private final TableId table;
  private final History history;
  private Seq from;

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
   * is known already.
   *
   * @throws org.tablee.store.StoreUnavailableException where the store does not answer
   */
  Optional<List<Commit>> reach(Seq since) {
    if (!since.isBefore(from) || from.value() - since.value() > READ_MAX) {
      return Optional.empty();
    }
    var earlier = new ArrayList<Commit>();
    var next = since.next();
    while (!from.isBefore(next)) {
      long left = from.value() - next.value() + 1;
      var page = history.read(table, next, (int) Math.min(History.PAGE_MAX, left));
      if (page.isEmpty()) {
        return Optional.empty();
      }
      page.forEach(one -> earlier.add(one.commit()));
      next = page.getLast().commit().seq().next();
    }
    from = since;
    return Optional.of(earlier);
  }
}
