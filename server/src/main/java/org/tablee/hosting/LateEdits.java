package org.tablee.hosting;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.history.DamagedHistoryException;
import org.tablee.history.History;
import org.tablee.store.StoreUnavailableException;
import org.tablee.table.Late;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TableId;

/**
 * Carries late edits over what their authors did not know, one after the other beside the table's
 * loop: it may take seconds, and nobody else waits for it. What is remembered is taken from the
 * state; what is not is read back from the history, a little at a time, and forgotten again.
 */
final class LateEdits {
  /** Edits that wait to be carried, at most; above that they are refused, to be sent again. */
  static final int WAITING_MAX = 200;

  /** Commits that are read back at once. */
  private static final int PAGE = 100;

  private static final Logger log = LoggerFactory.getLogger(LateEdits.class);

  private final TableId table;
  private final History history;
  private final Supplier<Table> now;
  private final Consumer<Task> again;
  private final Consumer<Task> giveUp;
  private final ThreadPoolExecutor beside;
  private volatile boolean isClosed;

  /** The last commit that was found damaged; what lies before it cannot be had. */
  private Seq damaged = Seq.NONE;

  /**
   * @param now the state after the last stored commit
   * @param again takes an edit back into the table's queue
   * @param giveUp answers one that is to be sent again
   */
  LateEdits(
      TableId table,
      History history,
      Supplier<Table> now,
      Consumer<Task> again,
      Consumer<Task> giveUp) {
    this.table = table;
    this.history = history;
    this.now = now;
    this.again = again;
    this.giveUp = giveUp;
    this.beside =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING_MAX),
            Thread.ofVirtual().name("late-edits-" + table.value()).factory());
    beside.allowCoreThreadTimeOut(true);
  }

  /** Carries an edit as far as the state goes, then has it asked again. */
  void carry(Task.AskAgain late) {
    try {
      beside.execute(() -> see(late));
    } catch (RejectedExecutionException e) {
      log.debug("table {} has too many late edits", table.value(), e);
      giveUp.accept(late);
    }
  }

  /** What still waits is given up. */
  void close() {
    isClosed = true;
    beside.shutdown();
  }

  private void see(Task.AskAgain late) {
    try {
      var carried = carried(late.command());
      again.accept(new Task.AskAgain(late.by(), late.id(), carried, late.answer()));
    } catch (StoreUnavailableException e) {
      log.warn("table {} cannot read its past", table.value(), e);
      giveUp.accept(late);
    } catch (RuntimeException | AssertionError e) {
      if (isClosed) {
        // The store may have been closed under it.
        log.debug("table {} ends and leaves late edit {}", table.value(), late.id(), e);
        giveUp.accept(late);
        return;
      }
      log.error("table {} fails on late edit {}", table.value(), late.id(), e);
      late.answer().accept(new Answer.Refused(new Refusal(RefusalCode.SERVER_FAULT)));
    }
  }

  private Late carried(Late start) {
    var state = now.get();
    var edit = start;
    while (!isClosed && !edit.isTooLate() && edit.base().isBefore(state.seq())) {
      var known = state.texts().existing(edit.text()).changesSince(edit.base());
      if (known.isEmpty()) {
        edit = readOn(edit, state.seq());
        continue;
      }
      for (var change : known.get()) {
        edit = edit.over(change.seq(), change.delta());
        // Much to do, and not in a hurry: others need the processor as well.
        Thread.yield();
      }
      edit = edit.at(state.seq());
    }
    return edit;
  }

  private Late readOn(Late start, Seq last) {
    if (start.base().isBefore(damaged)) {
      return start.lost();
    }
    try {
      var from = start.base().next();
      long left = last.value() - start.base().value();
      var page = history.read(table, from, (int) Math.min(PAGE, left));
      if (page.isEmpty()) {
        throw new DamagedHistoryException(table, from, "it is missing");
      }
      var edit = start;
      for (var one : page) {
        edit = edit.over(one.commit());
        Thread.yield();
      }
      return edit;
    } catch (DamagedHistoryException e) {
      // One edit is lost for it, and not the table: what is needed to go on stands in memory.
      log.error("table {} has a past that does not verify", table.value(), e);
      damaged = e.seq().isBefore(start.base().next()) ? start.base().next() : e.seq();
      return start.lost();
    }
  }
}
