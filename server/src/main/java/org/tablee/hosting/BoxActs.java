package org.tablee.hosting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.box.Boxes;
import org.tablee.box.Boxes.Closing;
import org.tablee.box.Boxes.Found;
import org.tablee.box.Boxes.Put;
import org.tablee.history.Position;
import org.tablee.json.MalformedJsonException;
import org.tablee.store.StoreDamagedException;
import org.tablee.store.StoreUnavailableException;
import org.tablee.table.BoxId;
import org.tablee.table.BoxState;
import org.tablee.table.Chance;
import org.tablee.table.Decision;
import org.tablee.table.Inside;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Seq;
import org.tablee.table.TableEvent;
import org.tablee.table.TableId;
import org.tablee.table.TableRules;

/**
 * What is done with the sealed boxes of one table, on its loop, one act at a time: the box first,
 * then the log. So a crash in between leaves out a mark, which is made up for, and never a content.
 */
final class BoxActs {
  private static final Logger log = LoggerFactory.getLogger(BoxActs.class);

  private final TableId table;
  private final Boxes boxes;
  private final Chance chance;
  private final Log tableLog;

  /** Boxes that a stored event says are to be emptied. */
  private final List<BoxId> toEmpty = new ArrayList<>();

  private boolean isSwept;

  /**
   * The log may hold what this host does not know of, so nothing more can be decided here: the host
   * lets the table go, and whoever opens it next reads what is stored.
   */
  static final class LostTrackException extends RuntimeException {
    LostTrackException(TableId table, Seq last, Throwable cause) {
      super("table %s is not known after seq %d".formatted(table.value(), last.value()), cause);
    }
  }

  /**
   * What the loop does for these acts; what it throws of its own is a {@link LostTrackException}.
   */
  interface Log {
    Position position();

    /**
     * Has what was asked by whom stored as the next commits, and announces them. Where another
     * writer was first, reads what it wrote and says so.
     *
     * @throws org.tablee.table.CorruptHistoryException where the events do not follow the state;
     *     nothing is stored then
     */
    boolean append(List<Draft> drafts) throws InterruptedException;

    /** Reads and announces what another writer stored. */
    void catchUp();

    /** Tells everyone that the store leaves them waiting. */
    void waits();
  }

  /** A commit to be: the server's own where {@code ask} is {@code null}. */
  record Draft(Optional<Task.Ask> ask, List<TableEvent> events) {
    static Draft ofServer(List<TableEvent> events) {
      return new Draft(Optional.empty(), events);
    }
  }

  /** Where the boxes are, and where chance comes from. */
  record Tools(Boxes boxes, Chance chance) {}

  BoxActs(TableId table, Tools tools, Log tableLog) {
    this.table = table;
    this.boxes = tools.boxes();
    this.chance = tools.chance();
    this.tableLog = tableLog;
  }

  /**
   * Sees an act through; empty where its command has to be decided again on a newer state. One that
   * our own code fails on is refused for good, and alone: left to end the host, it would be sent
   * again and end the next one.
   */
  Optional<Answer> act(Task.Ask ask, Decision.OnBox decision) throws InterruptedException {
    try {
      return switch (decision) {
        case Decision.PutIn putIn -> Optional.of(put(ask, putIn));
        case Decision.CloseBox _, Decision.OpenBox _ -> close(ask, decision);
      };
    } catch (LostTrackException e) {
      throw e;
    } catch (StoreDamagedException | MalformedJsonException e) {
      log.error("table {} has a box that cannot be read", table.value(), e);
      return Optional.of(refused(RefusalCode.SERVER_FAULT));
    } catch (RuntimeException | AssertionError e) {
      var seq = tableLog.position().seq().value();
      log.error("table {} fails on command {} at seq {}", table.value(), ask.id(), seq, e);
      return Optional.of(refused(RefusalCode.SERVER_FAULT));
    }
  }

  private Answer put(Task.Ask ask, Decision.PutIn putIn) throws InterruptedException {
    var put =
        boxes.put(table, putIn.box(), ask.id(), putIn.hand(), putIn.content(), tableLog::waits);
    return switch (put) {
      case Put.In(var inside) -> {
        mark(putIn.box(), inside);
        yield new Answer.HandedIn();
      }
      case Put.Closed _ -> {
        // Somebody closed it whom this state may not know of. Where the log does not tell of it
        // yet, it will, or whoever began it was cut off and begins again: not the last word.
        tableLog.catchUp();
        var isOpen = tableLog.position().table().boxState(putIn.box()) == BoxState.OPEN;
        yield refused(isOpen ? RefusalCode.STORE_UNAVAILABLE : putIn.closed());
      }
      case Put.OtherDevice _ -> refused(RefusalCode.BOX_OTHER);
      case Put.KeyTaken _ -> new Answer.Refused(Refusal.ofField("/key"));
      case Put.Full _ -> refused(RefusalCode.LIST_FULL);
    };
  }

  /** What is in a box is in, whatever becomes of its marks; so they are tried until they stand. */
  private void mark(BoxId box, Inside inside) throws InterruptedException {
    while (true) {
      var marks = tableLog.position().table().marks(box, inside);
      if (marks.isEmpty() || tableLog.append(List.of(Draft.ofServer(marks)))) {
        return;
      }
    }
  }

  private Optional<Answer> close(Task.Ask ask, Decision.OnBox decision)
      throws InterruptedException {
    var box = decision.box();
    var closing = boxes.close(table, box, tableLog::waits);
    if (closing.isEmptied()) {
      return behind();
    }
    try {
      if (tableLog.append(drafts(ask, decision, closing))) {
        return Optional.of(new Answer.Stored(tableLog.position().seq()));
      }
    } catch (LostTrackException e) {
      throw e;
    } catch (RuntimeException | AssertionError e) {
      // The log says nothing of a closing: one may hand in as before.
      boxes.reopen(table, box, closing, tableLog::waits);
      throw e;
    }
    reopenUnlessClosed(ask, box, closing);
    return Optional.empty();
  }

  /** The marks that the log lacks, then what was asked. */
  private List<Draft> drafts(Task.Ask ask, Decision.OnBox decision, Closing closing) {
    var drafts = new ArrayList<Draft>();
    var marks = tableLog.position().table().marks(decision.box(), closing.inside());
    if (!marks.isEmpty()) {
      drafts.add(Draft.ofServer(marks));
    }
    drafts.add(new Draft(Optional.of(ask), events(ask, decision, closing)));
    return drafts;
  }

  /** The box was emptied, and this state does not know why. */
  private Optional<Answer> behind() {
    var before = tableLog.position().seq();
    tableLog.catchUp();
    if (!tableLog.position().seq().equals(before)) {
      return Optional.empty();
    }
    log.error("table {} has a box that was emptied, and no commit says so", table.value());
    return Optional.of(refused(RefusalCode.SERVER_FAULT));
  }

  private List<TableEvent> events(Task.Ask ask, Decision.OnBox decision, Closing closing) {
    return switch (decision) {
      case Decision.CloseBox(_, var events) -> events;
      case Decision.OpenBox _ -> {
        var table = tableLog.position().table();
        yield List.of(TableRules.open(table, ask.command(), closing.inside(), chance));
      }
      case Decision.PutIn _ -> throw new IllegalArgumentException("closes nothing: " + decision);
    };
  }

  /** Where the newer state refuses what was asked, the box is as if nobody had asked. */
  private void reopenUnlessClosed(Task.Ask ask, BoxId box, Closing closing)
      throws InterruptedException {
    var now = tableLog.position().table();
    var again = TableRules.decide(now, ask.by(), ask.id(), ask.command());
    var isOpen = now.boxState(box) == BoxState.OPEN;
    if (isOpen && !(again instanceof Decision.OnBox)) {
      boxes.reopen(table, box, closing, tableLog::waits);
    }
  }

  /** Takes note of commits that are stored, by whomever. */
  void stored(List<TableEvent> events) {
    for (var event : events) {
      var box = event.emptiedBox();
      if (box != null) {
        toEmpty.add(box);
      }
    }
  }

  /** Empties what is to be emptied, after everyone who waits has been answered. */
  void tidyUp() throws InterruptedException {
    while (!toEmpty.isEmpty()) {
      var box = toEmpty.removeLast();
      try {
        boxes.empty(table, box, tableLog::waits);
      } catch (RuntimeException | AssertionError e) {
        log.error("table {} has a box that cannot be emptied", table.value(), e);
      }
    }
  }

  /**
   * Makes up, once, for what a crash left out: marks of what was handed in, and boxes that should
   * be empty. A box that this state does not know belongs to a later one and is left alone.
   */
  void sweep() throws InterruptedException {
    if (isSwept) {
      return;
    }
    try {
      for (var found : boxes.of(table)) {
        makeUpFor(found);
      }
      isSwept = true;
    } catch (LostTrackException e) {
      throw e;
    } catch (StoreUnavailableException e) {
      log.debug("table {} cannot look at its boxes yet", table.value(), e);
    } catch (RuntimeException | AssertionError e) {
      // Nobody asked for it; each act on a box finds out for itself.
      log.error("table {} has a box that cannot be read", table.value(), e);
      isSwept = true;
    }
  }

  private void makeUpFor(Found found) throws InterruptedException {
    var state = tableLog.position().table().boxState(found.box());
    if (state == BoxState.EMPTIED && !found.isEmptied()) {
      toEmpty.add(found.box());
    } else if (state == BoxState.OPEN && !found.isClosed()) {
      mark(found.box(), found.inside());
    }
  }

  private static Answer refused(RefusalCode code) {
    return new Answer.Refused(new Refusal(code));
  }
}
