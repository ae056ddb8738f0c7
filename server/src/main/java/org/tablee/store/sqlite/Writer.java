package org.tablee.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.store.Store.Inserted;
import org.tablee.store.Store.Outcome;

/**
 * The one thread that writes. Whatever is queued when it is free goes into one transaction and one
 * sync (group commit), each write with its own outcome; who comes alone waits for nobody. The queue
 * is bounded by its callers, who each wait for their answer.
 *
 * <p>A transaction that failed is {@code UNKNOWN} to all of it: where the sync failed, its frames
 * may be in the log and be found there after a crash.
 */
final class Writer implements AutoCloseable {
  /** Writes in one transaction, at most. */
  private static final int BATCH_WRITES_MAX = 1_024;

  /** The size of the documents in one transaction from which it takes no more. */
  private static final long BATCH_BYTES_MAX = 4L << 20;

  /**
   * From this size on, the log is emptied as soon as no reader is in the way. SQLite reuses it from
   * 4 MB on by itself, save where readers always overlap.
   */
  private static final long LOG_BYTES_MAX = 64L << 20;

  private static final Duration SCRUB_RETRY = Duration.ofSeconds(1);

  private static final Logger log = LoggerFactory.getLogger(Writer.class);

  private record Request(Write write, long size, CompletableFuture<Inserted> answer) {}

  private final Path file;
  private final Path logFile;
  private final AtomicInteger longReads = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition queued = lock.newCondition();
  private final Queue<Request> queue = new ArrayDeque<>();
  private boolean closed;

  // Only the writing thread touches these.
  private @Nullable WritingConnection connection;
  private boolean isScrubOwed = true;
  private boolean isFailing;
  private List<Request> inHand = List.of();

  private final Thread thread;

  Writer(Path file) throws SQLException {
    this.file = file;
    logFile = file.resolveSibling(file.getFileName() + "-wal");
    connection = new WritingConnection(file);
    thread = Thread.ofPlatform().name("store-writer").start(this::run);
  }

  /** Waits until the write is durable, or has failed. */
  Inserted write(Write write) {
    // What is wrong with the write itself is thrown here, to the one who asked.
    var request = new Request(write, write.size(), new CompletableFuture<>());
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the store is closed");
      }
      queue.add(request);
      queued.signal();
    } finally {
      lock.unlock();
    }
    return request.answer().join();
  }

  /** Leaves the log alone from now on, because something reads for long, as a backup does. */
  void beginLongRead() {
    longReads.incrementAndGet();
  }

  void endLongRead() {
    longReads.decrementAndGet();
  }

  private void run() {
    try {
      for (var batch = next(); batch != null; batch = next()) {
        inHand = batch;
        if (!batch.isEmpty()) {
          transact(batch);
        }
        inHand = List.of();
        scrubIfOwed();
      }
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts the writer", e);
    } catch (Error e) {
      log.error("{} takes no writes any more", file, e);
      throw e;
    } finally {
      disconnect();
      abandon();
    }
  }

  /** What is queued, in order; nothing where it is time to scrub; {@code null} at the end. */
  private @Nullable List<Request> next() throws InterruptedException {
    lock.lock();
    try {
      boolean waited = true;
      while (queue.isEmpty() && !closed && waited) {
        if (isScrubOwed) {
          waited = queued.await(SCRUB_RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } else {
          queued.await();
        }
      }
      if (queue.isEmpty() && closed) {
        return null;
      }
      var batch = new ArrayList<Request>();
      long size = 0;
      while (!queue.isEmpty() && batch.size() < BATCH_WRITES_MAX && size < BATCH_BYTES_MAX) {
        var request = queue.remove();
        size += request.size();
        batch.add(request);
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void transact(List<Request> batch) {
    var outcomes = new ArrayList<Inserted>(batch.size());
    try {
      var open = connected();
      for (var request : batch) {
        outcomes.add(open.apply(request.write()));
      }
      open.commit();
      noteSuccess();
    } catch (SQLException | RuntimeException e) {
      // Whatever it was: nobody may wait for an answer for ever, and the next batch is another one.
      noteFailure(e);
      disconnect();
      batch.forEach(request -> request.answer().complete(new Inserted(0, Outcome.UNKNOWN)));
      return;
    }
    if (batch.stream().anyMatch(request -> request.write().isErasing())) {
      isScrubOwed = true;
      // Before the answers: who masked something may rely on the files.
      scrubIfOwed();
    }
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).answer().complete(outcomes.get(i));
    }
  }

  private void scrubIfOwed() {
    try {
      if (!isScrubOwed && logSize() > LOG_BYTES_MAX) {
        isScrubOwed = true;
      }
      if (isScrubOwed && longReads.get() == 0) {
        isScrubOwed = !connected().scrub();
      }
    } catch (SQLException | IOException | RuntimeException e) {
      noteFailure(e);
      disconnect();
    }
  }

  private long logSize() throws IOException {
    try {
      return Files.size(logFile);
    } catch (NoSuchFileException _) {
      return 0;
    }
  }

  private WritingConnection connected() throws SQLException {
    var open = connection;
    if (open == null) {
      open = new WritingConnection(file);
      connection = open;
    }
    return open;
  }

  /** Closing rolls back for certain; the next write opens anew. */
  private void disconnect() {
    var open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        log.warn("the connection that writes was not closed well", e);
      }
    }
  }

  /** One line when writing stops and one when it goes on, however often it is tried. */
  private void noteFailure(Exception e) {
    if (!isFailing) {
      isFailing = true;
      log.error("{} takes no writes", file, e);
    }
  }

  private void noteSuccess() {
    if (isFailing) {
      isFailing = false;
      log.info("{} takes writes again", file);
    }
  }

  /** Nobody waits for a thread that has ended. */
  private void abandon() {
    inHand.forEach(request -> request.answer().complete(new Inserted(0, Outcome.UNKNOWN)));
    lock.lock();
    try {
      closed = true;
      queue.forEach(request -> request.answer().complete(new Inserted(0, Outcome.UNKNOWN)));
      queue.clear();
    } finally {
      lock.unlock();
    }
  }

  /** Writes what is queued, then ends. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      queued.signal();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
