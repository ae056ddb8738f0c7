package org.tablee.box;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.json.JsonObject;
import org.tablee.store.DocumentText;
import org.tablee.store.Store;
import org.tablee.store.Store.Collection;
import org.tablee.store.Store.Direction;
import org.tablee.store.Store.Entry;
import org.tablee.store.Store.Outcome;
import org.tablee.store.Store.Versioned;
import org.tablee.store.StoreUnavailableException;
import org.tablee.table.BoxContent;
import org.tablee.table.BoxId;
import org.tablee.table.CommandId;
import org.tablee.table.Hand;
import org.tablee.table.Inside;
import org.tablee.table.TableId;

/**
 * The sealed boxes of every table: one document each, {@code TABLE:BOX}, replaced as a whole and
 * only while it is the one that was read. Whatever the store does not answer is settled by reading
 * the box again before anything is said of it; meanwhile a call waits, for as long as it takes.
 *
 * <p>A document is never deleted, but emptied: a box that was closed stays closed, so that a host
 * that was asleep meanwhile can put nothing into it, and make no new one under its id either.
 */
public final class Boxes {
  /**
   * The size of a box as JSON, at most: 500 sheets of ten long lines. What opens it must fit into
   * one commit.
   */
  static final int BYTES_MAX = 2 << 20;

  /** Boxes read from the store at once. */
  private static final int PAGE_MAX = 100;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LAST_PAUSE = Duration.ofMillis(500);
  private static final Logger log = LoggerFactory.getLogger(Boxes.class);

  private final Store store;
  private final RandomGenerator random;

  public Boxes(Store store) {
    this(store, new SecureRandom());
  }

  /**
   * @param random must not be guessable outside tests: it makes salts, and hides who came when
   */
  public Boxes(Store store, RandomGenerator random) {
    this.store = store;
    this.random = random;
  }

  /** What became of a handing in. */
  public sealed interface Put {
    /** It is in, and durable; or it was in before, and what came after it stands. */
    record In(Inside inside) implements Put {}

    /** The box takes nothing any more, and this was not in it. */
    record Closed() implements Put {}

    /** Its member has something in, put there with another secret. */
    record OtherDevice() implements Put {}

    /** Another member used the very secret. */
    record KeyTaken() implements Put {}

    record Full() implements Put {}
  }

  /**
   * A box that was closed.
   *
   * @param mark whose closing it is: it takes over from one that was cut off
   * @param wasOpen whether this closing found it open
   */
  public record Closing(Inside inside, String mark, boolean wasOpen, boolean isEmptied) {}

  /** One box as found. */
  public record Found(BoxId box, Inside inside, boolean isClosed, boolean isEmptied) {}

  /**
   * Puts a content in, in place of what the same hand put in before. The same command again, or an
   * earlier one of the same client, changes nothing.
   *
   * @param waiting told once, where the store does not answer at first
   * @throws InterruptedException where the thread is to end; it may be in or not
   */
  public Put put(
      TableId table, BoxId box, CommandId command, Hand hand, BoxContent content, Runnable waiting)
      throws InterruptedException {
    var settling = new Settling(table, box, waiting);
    while (true) {
      var found = settling.read();
      var now = Box.of(found);
      if (now.hasHeard(hand.given(), command)) {
        return new Put.In(now.inside());
      }
      if (now.isClosed()) {
        return new Put.Closed();
      }
      Box next;
      switch (hand) {
        case Hand.Signed(var given) ->
            next = now.with(given, new Box.Signed(given, newSalt(), content));
        case Hand.Unsigned(var given, var key) -> {
          var digest = Box.digest(table, box, key);
          if (now.hasGiven(given) != now.holds(digest)) {
            return now.hasGiven(given) ? new Put.OtherDevice() : new Put.KeyTaken();
          }
          next = now.with(given, new Box.Unsigned(digest, content));
        }
      }
      next = next.heard(hand.given(), command);
      var document = next.write(random);
      if (DocumentText.utf8(document).length > BYTES_MAX) {
        return new Put.Full();
      }
      if (settling.write(found, document)) {
        return new Put.In(next.inside());
      }
    }
  }

  /**
   * Closes a box and tells what is in it. One that was closed by another is taken over, so that
   * whoever closed last alone may open it again.
   *
   * @throws InterruptedException where the thread is to end; it may be closed or not
   */
  public Closing close(TableId table, BoxId box, Runnable waiting) throws InterruptedException {
    var settling = new Settling(table, box, waiting);
    var mark = newSalt();
    var wasOpen = false;
    while (true) {
      var found = settling.read();
      var now = Box.of(found);
      if (now.isEmptied()) {
        return new Closing(now.inside(), mark, false, true);
      }
      if (mark.equals(now.closed())) {
        return new Closing(now.inside(), mark, wasOpen, false);
      }
      wasOpen = !now.isClosed();
      if (settling.write(found, now.closedBy(mark).write(random))) {
        return new Closing(now.inside(), mark, wasOpen, false);
      }
    }
  }

  /**
   * Takes back a closing that came to nothing, so that one may hand in again: only where it found
   * the box open, and nobody closed it since.
   *
   * @throws InterruptedException where the thread is to end; it may be open or not
   */
  public void reopen(TableId table, BoxId box, Closing closing, Runnable waiting)
      throws InterruptedException {
    if (!closing.wasOpen()) {
      return;
    }
    var settling = new Settling(table, box, waiting);
    while (true) {
      var found = settling.read();
      var now = Box.of(found);
      if (!closing.mark().equals(now.closed())
          || settling.write(found, now.closedBy(null).write(random))) {
        return;
      }
    }
  }

  /**
   * Takes everything out that was handed in. That the box was there, who handed in and by which
   * command stays.
   *
   * @throws InterruptedException where the thread is to end; it may be empty or not
   */
  public void empty(TableId table, BoxId box, Runnable waiting) throws InterruptedException {
    var settling = new Settling(table, box, waiting);
    while (true) {
      var found = settling.read();
      var now = Box.of(found);
      if (now.isEmptied() || settling.write(found, now.emptied().write(random))) {
        return;
      }
    }
  }

  /**
   * Every box of a table that anything was done with.
   *
   * @throws StoreUnavailableException where the store does not answer
   */
  public List<Found> of(TableId table) {
    var all = new ArrayList<Found>();
    var from = table.value() + ":";
    // The character after the colon.
    var end = table.value() + ";";
    while (true) {
      var page = store.range(Collection.BOXES, from, end, Direction.UP, PAGE_MAX);
      for (var entry : page) {
        var box = Box.read(entry.document());
        var id = new BoxId(entry.id().substring(table.value().length() + 1));
        all.add(new Found(id, box.inside(), box.isClosed(), box.isEmptied()));
      }
      if (page.size() < PAGE_MAX) {
        return all;
      }
      from = page.getLast().id() + " ";
    }
  }

  private String newSalt() {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** One call on one box: reads and writes until the store has said what became of it. */
  private final class Settling {
    private final TableId table;
    private final String id;
    private final Runnable waiting;
    private Duration pause = Duration.ZERO;

    private Settling(TableId table, BoxId box, Runnable waiting) {
      this.table = table;
      this.id = table.value() + ":" + box.value();
      this.waiting = waiting;
    }

    Optional<Versioned> read() throws InterruptedException {
      while (true) {
        try {
          return store.read(Collection.BOXES, id);
        } catch (StoreUnavailableException e) {
          log.debug("table {} cannot read a box yet", table.value(), e);
          pause();
        }
      }
    }

    /**
     * Whether it was written. Where not, the box is to be read again: another was first, or the
     * store did not say. What it may yet write late finds the box changed, or is found there.
     */
    boolean write(Optional<Versioned> read, JsonObject next) throws InterruptedException {
      var outcome =
          read.isEmpty()
              ? store.insert(Collection.BOXES, new Entry(id, next))
              : store.replaceIfUnchanged(Collection.BOXES, id, read.get(), next);
      if (outcome == Outcome.UNKNOWN) {
        pause();
      }
      return outcome == Outcome.DONE;
    }

    private void pause() throws InterruptedException {
      if (pause.isZero()) {
        log.info("table {} waits for the store with a box", table.value());
        waiting.run();
        pause = FIRST_PAUSE;
      }
      Thread.sleep(pause);
      pause = pause.multipliedBy(2).compareTo(LAST_PAUSE) > 0 ? LAST_PAUSE : pause.multipliedBy(2);
    }
  }
}
