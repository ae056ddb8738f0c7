package org.tablee.http;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.json.JsonObject;
import org.tablee.store.Store;
import org.tablee.store.Store.Collection;
import org.tablee.store.Store.Entry;
import org.tablee.store.Store.Outcome;

/**
 * Whether this node should be given people: the store confirmed a write not long ago, and its disk
 * has room for more. Asked in the background, so that a probe is answered at once however the store
 * is.
 */
public final class Readiness implements AutoCloseable {
  static final Duration CONFIRMED_MAX = Duration.ofSeconds(5);
  private static final Duration EVERY = Duration.ofMillis(1_500);

  private static final String PROBE = "ready";

  private static final Logger log = LoggerFactory.getLogger(Readiness.class);

  private final Store store;
  private final Supplier<DiskSpace> disk;
  private final LongSupplier nanos;
  private final Thread asking;
  private volatile boolean hasRoom;
  private volatile long confirmedAt;
  private volatile boolean isConfirmed;
  private volatile boolean isStopping;
  private long writes;

  /**
   * @param disk what there is on the disk that the store writes to, as far as it is this machine's
   * @param nanos a clock that never runs backwards
   */
  public Readiness(Store store, Supplier<DiskSpace> disk, LongSupplier nanos) {
    this.store = store;
    this.disk = disk;
    this.nanos = nanos;
    this.asking = Thread.ofVirtual().name("readiness").start(this::ask);
  }

  boolean isReady() {
    return isConfirmed
        && hasRoom
        && !isStopping
        && nanos.getAsLong() - confirmedAt < CONFIRMED_MAX.toNanos();
  }

  /** From now on not ready, whatever the store says. */
  public void stop() {
    isStopping = true;
  }

  private void ask() {
    try {
      while (!isStopping) {
        look();
        if (confirms()) {
          confirmedAt = nanos.getAsLong();
          isConfirmed = true;
        }
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException _) {
      log.debug("no longer asking the store");
    }
  }

  /** One line when room runs out and one when there is some again. */
  private void look() {
    var space = disk.get();
    if (hasRoom && !space.isEnough()) {
      log.error("not ready: {} MiB are free on the disk", space.free() >> 20);
    } else if (!hasRoom && isConfirmed && space.isEnough()) {
      log.info("there is room on the disk again");
    }
    hasRoom = space.isEnough();
  }

  /** Another node may write the same document: its write proves the store as well. */
  private boolean confirms() {
    try {
      var next = JsonObject.with().field("writes", ++writes).build();
      var read = store.read(Collection.PROBES, PROBE);
      var outcome =
          read.isPresent()
              ? store.replaceIfUnchanged(Collection.PROBES, PROBE, read.get(), next)
              : store.insert(Collection.PROBES, new Entry(PROBE, next));
      return outcome != Outcome.UNKNOWN;
    } catch (RuntimeException e) {
      log.debug("the store does not confirm", e);
      return false;
    }
  }

  @Override
  public void close() {
    stop();
    asking.interrupt();
    try {
      asking.join(Duration.ofSeconds(1));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
