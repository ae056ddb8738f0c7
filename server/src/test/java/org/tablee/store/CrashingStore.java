package org.tablee.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.json.JsonObject;

/**
 * A store whose process ends with the n-th write, just before it or just after it: from then on
 * nobody gets an answer. What was written stays in the store behind it.
 */
public final class CrashingStore implements Store {
  private static final Logger log = LoggerFactory.getLogger(CrashingStore.class);

  /** No exception: nobody may catch the end of their own process, and go on. */
  private static final class ProcessGone extends Error {
    private ProcessGone() {
      super("the process is gone", null, false, false);
    }
  }

  private final Store behind;
  private final boolean isAfter;
  private int left;
  private boolean isOver;

  /**
   * @param writes how many writes go through
   * @param isAfter whether the next one is still written, and only its answer never comes
   */
  public CrashingStore(Store behind, int writes, boolean isAfter) {
    this.behind = behind;
    this.left = writes;
    this.isAfter = isAfter;
  }

  /** Whether it came to that. */
  public synchronized boolean isOver() {
    return isOver;
  }

  private synchronized <T> T write(Supplier<T> write) {
    requireRunning();
    if (left == 0) {
      isOver = true;
      if (isAfter) {
        log.debug("written, and nobody hears of it: {}", write.get());
      }
    }
    requireRunning();
    left--;
    return write.get();
  }

  private synchronized void requireRunning() {
    if (isOver) {
      throw new ProcessGone();
    }
  }

  @Override
  public Outcome insert(Collection collection, Entry entry) {
    return write(() -> behind.insert(collection, entry));
  }

  @Override
  public Inserted insertInOrder(Collection collection, List<Entry> entries) {
    return write(() -> behind.insertInOrder(collection, entries));
  }

  @Override
  public Optional<Versioned> read(Collection collection, String id) {
    requireRunning();
    return behind.read(collection, id);
  }

  @Override
  public List<Entry> range(
      Collection collection, String from, String to, Direction direction, int limit) {
    requireRunning();
    return behind.range(collection, from, to, direction, limit);
  }

  @Override
  public Outcome replaceIfUnchanged(
      Collection collection, String id, Versioned read, JsonObject next) {
    return write(() -> behind.replaceIfUnchanged(collection, id, read, next));
  }

  @Override
  public Outcome delete(Collection collection, String id) {
    return write(() -> behind.delete(collection, id));
  }

  @Override
  public void close() {}
}
