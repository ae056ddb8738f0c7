package org.tablee.session;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.store.StoreUnavailableException;

/**
 * What is told to a table's audience, done one after the other on one virtual thread. Its length is
 * bounded by what tells: a connection has a limit of frames, a host one of queued commands.
 */
final class Inbox {
  private static final Logger log = LoggerFactory.getLogger(Inbox.class);

  private final String name;
  private final Duration retry;
  private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final LongSupplier nanosToNextTurn;
  private final Runnable turn;
  private final Consumer<RuntimeException> failed;
  private final Thread thread;
  private final AtomicBoolean isAway = new AtomicBoolean();
  private volatile boolean isOver;

  /**
   * @param retry between two questions to a store that is away
   * @param nanosToNextTurn how long to wait for a task at most before the next {@code turn}
   * @param turn done after each task and wait
   * @param failed told where a task threw; what follows is still done
   */
  Inbox(
      String name,
      Duration retry,
      LongSupplier nanosToNextTurn,
      Runnable turn,
      Consumer<RuntimeException> failed) {
    this.name = name;
    this.retry = retry;
    this.nanosToNextTurn = nanosToNextTurn;
    this.turn = turn;
    this.failed = failed;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  boolean isOver() {
    return isOver;
  }

  /** Has something done after all that was told before. From any thread. */
  void tell(Runnable task) {
    tasks.add(task);
  }

  /** Fetches something that blocks and tells it; while the store is away, asks again. */
  <T> void fetch(Supplier<T> blocking, Consumer<T> told) {
    fetchAfter(Duration.ZERO, blocking, told);
  }

  /** As {@link #fetch}, after a pause. From any thread. */
  <T> void fetchAfter(Duration pause, Supplier<T> blocking, Consumer<T> told) {
    Thread.ofVirtual()
        .name(name)
        .start(() -> {
          try {
            Thread.sleep(pause);
            if (!isOver) {
              var found = blocking.get();
              isAway.set(false);
              tell(() -> told.accept(found));
            }
          } catch (StoreUnavailableException e) {
            noteAway(e);
            fetchAfter(retry, blocking, told);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException e) {
            tell(() -> failed.accept(e));
          }
        });
  }

  /** One line when the store stays away, however many wait and however often they ask. */
  private void noteAway(StoreUnavailableException e) {
    if (isAway.compareAndSet(false, true)) {
      log.warn("{} waits for the store", name, e);
    }
  }

  /** Does what was told so far, then ends. */
  void end() {
    tell(() -> isOver = true);
  }

  private void run() {
    try {
      while (!isOver) {
        var task = tasks.poll(nanosToNextTurn.getAsLong(), TimeUnit.NANOSECONDS);
        attempt(task == null ? () -> {} : task);
        attempt(turn);
      }
    } catch (InterruptedException _) {
      isOver = true;
    }
  }

  private void attempt(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      failed.accept(e);
    }
  }
}
