package org.tablee.hosting;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.history.History;
import org.tablee.history.Position;
import org.tablee.table.Seq;
import org.tablee.table.TableId;

/** Keeps a snapshot of a table now and then, beside its loop: the state is immutable. */
final class SnapshotKeeper {
  /** Commits between two snapshots. */
  static final int EVERY = 500;

  private static final Logger log = LoggerFactory.getLogger(SnapshotKeeper.class);

  private final TableId table;
  private final History history;
  private Seq last;

  /**
   * @param last the commit of the newest snapshot that is kept
   */
  SnapshotKeeper(TableId table, History history, Seq last) {
    this.table = table;
    this.history = history;
    this.last = last;
  }

  void keepIfDue(Position now) {
    if (now.seq().value() - last.value() < EVERY) {
      return;
    }
    last = now.seq();
    Thread.ofVirtual().name("snapshot-" + table.value()).start(() -> keep(now));
  }

  private void keep(Position now) {
    try {
      history.keepSnapshot(table, now);
    } catch (RuntimeException e) {
      // A cache: the table then opens from an older one.
      log.warn("table {} has no snapshot at seq {}", table.value(), now.seq().value(), e);
    }
  }
}
