package org.tablee.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;

/**
 * The store in memory, to the letter of the contract, with faults on request: lost requests, lost
 * answers, lists cut short, reads that fail, documents that are damaged, and inserts and readings
 * that are held until released.
 */
public final class MemoryStore implements Store {
  /** What gets lost on the way. */
  public enum Lost {
    /** Nothing is written. */
    REQUEST,
    /** It is written, and nobody hears of it. */
    ANSWER
  }

  private record Fault(Lost lost, int applied) {}

  private final Map<Collection, NavigableMap<String, Versioned>> collections =
      new EnumMap<>(Collection.class);

  private long lastVersion;
  private @Nullable Fault fault;
  private int faultyWrites;
  private int faultyReads;
  private int writes;
  private @Nullable Hold hold;
  private @Nullable Hold rangeHold;
  private @Nullable Collection heldRange;
  private final Set<String> damaged = new HashSet<>();
  private boolean closed;

  public MemoryStore() {
    for (var collection : Collection.values()) {
      collections.put(collection, new TreeMap<>());
    }
  }

  /** The next {@code count} writes are {@code UNKNOWN}. */
  public synchronized void loseNextWrites(int count, Lost lost) {
    fault = new Fault(lost, Integer.MAX_VALUE);
    faultyWrites = count;
  }

  /** The next list of inserts writes its first {@code applied} and answers nothing. */
  public synchronized void cutNextListAfter(int applied) {
    fault = new Fault(Lost.ANSWER, applied);
    faultyWrites = 1;
  }

  /** The next {@code count} reads throw {@link StoreUnavailableException}. */
  public synchronized void failNextReads(int count) {
    faultyReads = count;
  }

  /** From now on the document cannot be read as one, until it is deleted. */
  public synchronized void damage(Collection collection, String id) {
    damaged.add(collection.storedName() + " " + id);
  }

  private Entry whole(Collection collection, String id, Versioned found) {
    if (damaged.contains(collection.storedName() + " " + id)) {
      throw StoreDamagedException.of(collection, id, new IllegalStateException("as asked"));
    }
    return new Entry(id, found.document());
  }

  /** Holds the next insert, or list of inserts, before it is applied. */
  public synchronized Hold holdNextInsert() {
    hold = new Hold();
    return hold;
  }

  /** Holds the next reading of a range of a collection before it is answered. */
  public synchronized Hold holdNextRange(Collection collection) {
    rangeHold = new Hold();
    heldRange = collection;
    return rangeHold;
  }

  /** How many writes were asked for so far, lost ones included; a server's own probes aside. */
  public synchronized int writes() {
    return writes;
  }

  @Override
  public Outcome insert(Collection collection, Entry entry) {
    return insertInOrder(collection, List.of(entry)).end();
  }

  @Override
  public Inserted insertInOrder(Collection collection, List<Entry> entries) {
    entries.forEach(entry -> DocumentText.utf8(entry.document()));
    var held = takeHold();
    if (held != null) {
      held.stay();
    }
    synchronized (this) {
      requireOpen();
      count(collection);
      var lost = nextFault();
      int tried = entries.size();
      if (lost != null) {
        tried = lost.lost() == Lost.REQUEST ? 0 : Math.min(tried, lost.applied());
      }
      var inserted = insertAll(collection, entries.subList(0, tried));
      return lost == null ? inserted : new Inserted(0, Outcome.UNKNOWN);
    }
  }

  private Inserted insertAll(Collection collection, List<Entry> entries) {
    var documents = of(collection);
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      var version = new Versioned(entry.document(), ++lastVersion);
      if (documents.putIfAbsent(entry.id(), version) != null) {
        return new Inserted(i, Outcome.TAKEN);
      }
    }
    return new Inserted(entries.size(), Outcome.DONE);
  }

  @Override
  public synchronized Optional<Versioned> read(Collection collection, String id) {
    requireReadable();
    var found = Optional.ofNullable(of(collection).get(id));
    found.ifPresent(one -> whole(collection, id, one));
    return found;
  }

  @Override
  public List<Entry> range(
      Collection collection, String from, String to, Direction direction, int limit) {
    var held = takeRangeHold(collection);
    if (held != null) {
      held.stay();
    }
    return found(collection, from, to, direction, limit);
  }

  private synchronized List<Entry> found(
      Collection collection, String from, String to, Direction direction, int limit) {
    requireReadable();
    if (limit < 0) {
      throw new IllegalArgumentException("limit below zero: " + limit);
    }
    if (from.compareTo(to) >= 0) {
      return List.of();
    }
    var within = of(collection).subMap(from, true, to, false);
    var found = new ArrayList<Entry>();
    for (var entry : (direction == Direction.UP ? within : within.descendingMap()).entrySet()) {
      if (found.size() == limit) {
        break;
      }
      found.add(whole(collection, entry.getKey(), entry.getValue()));
    }
    return List.copyOf(found);
  }

  @Override
  public synchronized Outcome replaceIfUnchanged(
      Collection collection, String id, Versioned read, JsonObject next) {
    DocumentText.utf8(next);
    return write(
        collection,
        () -> {
          var documents = of(collection);
          var present = documents.get(id);
          if (present == null || present.version() != read.version()) {
            return Outcome.TAKEN;
          }
          documents.put(id, new Versioned(next, ++lastVersion));
          return Outcome.DONE;
        });
  }

  @Override
  public synchronized Outcome delete(Collection collection, String id) {
    return write(
        collection,
        () -> {
          of(collection).remove(id);
          damaged.remove(collection.storedName() + " " + id);
          return Outcome.DONE;
        });
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private interface Write {
    Outcome apply();
  }

  private void count(Collection collection) {
    writes += collection == Collection.PROBES ? 0 : 1;
  }

  private Outcome write(Collection collection, Write write) {
    requireOpen();
    count(collection);
    var lost = nextFault();
    if (lost != null && lost.lost() == Lost.REQUEST) {
      return Outcome.UNKNOWN;
    }
    var outcome = write.apply();
    return lost == null ? outcome : Outcome.UNKNOWN;
  }

  private @Nullable Fault nextFault() {
    if (faultyWrites == 0) {
      return null;
    }
    faultyWrites--;
    return fault;
  }

  private synchronized @Nullable Hold takeHold() {
    var taken = hold;
    hold = null;
    return taken;
  }

  private synchronized @Nullable Hold takeRangeHold(Collection collection) {
    if (collection != heldRange) {
      return null;
    }
    var taken = rangeHold;
    rangeHold = null;
    return taken;
  }

  private void requireReadable() {
    requireOpen();
    if (faultyReads > 0) {
      faultyReads--;
      throw new StoreUnavailableException("no answer", new IllegalStateException("as asked"));
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the store is closed");
    }
  }

  private NavigableMap<String, Versioned> of(Collection collection) {
    return Objects.requireNonNull(collections.get(collection));
  }

  /** A call that is on its way and does not arrive until it is let go. */
  public static final class Hold {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CompletableFuture<@Nullable Void> released = new CompletableFuture<>();

    private Hold() {}

    /** Waits until a call is held. */
    public void awaitArrival() {
      try {
        if (!arrived.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new AssertionError("no call came to be held");
        }
      } catch (InterruptedException e) {
        throw new AssertionError("no call came to be held", e);
      }
    }

    /** Lets it go on. */
    public void release() {
      released.complete(null);
    }

    /** As a call that is under way in a store, it does not end because its thread is to. */
    private void stay() {
      arrived.countDown();
      released.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }
  }
}
