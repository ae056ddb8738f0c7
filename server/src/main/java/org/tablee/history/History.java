package org.tablee.history;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.MalformedJsonException;
import org.tablee.store.Store;
import org.tablee.store.Store.Collection;
import org.tablee.store.Store.Direction;
import org.tablee.store.Store.Entry;
import org.tablee.store.Store.Outcome;
import org.tablee.store.StoreDamagedException;
import org.tablee.store.StoreUnavailableException;
import org.tablee.table.Commit;
import org.tablee.table.CorruptHistoryException;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TableId;
import org.tablee.wire.EventJson;

/**
 * The commits of every table: one order each, judged by the store's slots alone (I2), proven by a
 * hash chain (I9). Calls block.
 */
public final class History {
  /** Commits read from the store at once. */
  public static final int PAGE_MAX = 1_000;

  private static final int SALT_BYTES = 16;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LAST_PAUSE = Duration.ofMillis(500);
  private static final Logger log = LoggerFactory.getLogger(History.class);

  private final Store store;
  private final Snapshots snapshots;
  private final RandomGenerator random;

  public History(Store store) {
    this(store, new SecureRandom());
  }

  /**
   * @param random must not be guessable outside tests: salts keep a masked event secret
   */
  public History(Store store, RandomGenerator random) {
    this(store, random, Snapshots.SPAN);
  }

  /**
   * @param span of the commits of which one snapshot is kept for good
   */
  History(Store store, RandomGenerator random, long span) {
    this.store = store;
    this.snapshots = new Snapshots(store, span);
    this.random = random;
  }

  /**
   * Opens a table: its newest snapshot and the commits after it, each proven. A table without
   * commits opens at {@link Position#START}.
   *
   * @throws DamagedHistoryException where a commit of the tail does not verify
   * @throws StoreUnavailableException where the store does not answer
   */
  public Opened open(TableId table) {
    return open(table, new Seq(JsonValue.MAX_NUMBER));
  }

  /**
   * The state after a commit, or the latest where there are fewer.
   *
   * @throws DamagedHistoryException where a commit on the way does not verify
   * @throws StoreUnavailableException where the store does not answer
   */
  public Position at(TableId table, Seq seq) {
    return open(table, seq).position();
  }

  private Opened open(TableId table, Seq atMost) {
    var start = snapshots.newest(table, atMost, this::hashOf).orElse(Position.START);
    var position = start;
    while (position.seq().isBefore(atMost)) {
      long left = atMost.value() - position.seq().value();
      var page = after(table, position, (int) Math.min(PAGE_MAX, left));
      long span = snapshots.span(position.seq());
      for (var chained : page) {
        position = new Position(folded(table, position, chained), chained.hash());
      }
      if (snapshots.span(position.seq()) > span) {
        // Whoever asks for this part of the past again need not fold so much.
        snapshots.writeLate(table, position);
      }
      if (page.size() < PAGE_MAX) {
        break;
      }
    }
    return new Opened(position, start.seq());
  }

  private static Table folded(TableId table, Position position, ChainedCommit next) {
    try {
      return position.table().after(next.commit());
    } catch (CorruptHistoryException e) {
      throw new DamagedHistoryException(table, next.commit().seq(), e);
    }
  }

  /**
   * The commits that follow a position, each proven.
   *
   * @throws DamagedHistoryException where one does not verify
   * @throws StoreUnavailableException where the store does not answer
   */
  public List<ChainedCommit> after(TableId table, Position position, int limit) {
    return prove(table, position.seq(), position.hash(), limit);
  }

  /**
   * Commits from a number on, each proven; empty behind the last.
   *
   * @throws DamagedHistoryException where one does not verify
   * @throws StoreUnavailableException where the store does not answer
   */
  public List<ChainedCommit> read(TableId table, Seq from, int limit) {
    if (from.value() <= 1) {
      return prove(table, Seq.NONE, Position.NO_HASH, limit);
    }
    var before = new Seq(from.value() - 1);
    return hashOf(table, before).map(prev -> prove(table, before, prev, limit)).orElse(List.of());
  }

  private List<ChainedCommit> prove(TableId table, Seq after, String prev, int limit) {
    var entries = entries(table, after.next(), limit);
    var commits = new ArrayList<ChainedCommit>(entries.size());
    var seq = after;
    var hash = prev;
    for (var entry : entries) {
      seq = seq.next();
      if (!CommitDocument.seq(entry.id()).equals(seq)) {
        throw new DamagedHistoryException(table, seq, "it is missing");
      }
      var chained = CommitDocument.read(table, entry, hash);
      commits.add(chained);
      hash = chained.hash();
    }
    return commits;
  }

  private List<Entry> entries(TableId table, Seq from, int limit) {
    try {
      return store.range(
          Collection.COMMITS,
          CommitDocument.id(table, from),
          CommitDocument.end(table),
          Direction.UP,
          limit);
    } catch (StoreDamagedException e) {
      var seq = e.id().map(CommitDocument::seq).orElse(from);
      throw new DamagedHistoryException(table, seq, e);
    }
  }

  /**
   * The stored hash of a commit; empty where there is none of that number.
   *
   * @throws DamagedHistoryException where the commit cannot be read
   * @throws StoreUnavailableException where the store does not answer
   */
  public Optional<String> hashOf(TableId table, Seq seq) {
    if (seq.equals(Seq.NONE)) {
      return Optional.of(Position.NO_HASH);
    }
    try {
      return store
          .read(Collection.COMMITS, CommitDocument.id(table, seq))
          .map(read -> read.document().string("hash"));
    } catch (StoreDamagedException | MalformedJsonException e) {
      throw new DamagedHistoryException(table, seq, e);
    }
  }

  /**
   * Stores commits that follow a position, in order, and returns when their slots are settled: each
   * is in, or another writer was there first (I6). Where the store does not answer it asks again
   * for as long as it takes.
   *
   * @param waiting told once, where the outcome stays unknown at first
   * @throws InterruptedException where the thread is to end; what is stored is then unknown
   */
  public Appended append(TableId table, Position after, List<Commit> commits, Runnable waiting)
      throws InterruptedException {
    var chained = chain(table, after, commits);
    var entries = chained.stream().map(one -> CommitDocument.write(table, one)).toList();
    int stored = 0;
    var told = false;
    while (stored < entries.size()) {
      var inserted =
          store.insertInOrder(Collection.COMMITS, entries.subList(stored, entries.size()));
      stored += inserted.stored();
      if (inserted.end() == Outcome.DONE) {
        break;
      }
      if (inserted.end() == Outcome.UNKNOWN && !told) {
        told = true;
        log.info("table {} waits for the store at seq {}", table.value(), after.seq().value());
        waiting.run();
      }
      if (!settle(entries.get(stored), inserted.end())) {
        return new Appended(chained.subList(0, stored), false);
      }
      stored++;
    }
    return new Appended(chained, true);
  }

  /** Whether the slot ends up with this document, and not with another's. */
  private boolean settle(Entry entry, Outcome known) throws InterruptedException {
    var pause = FIRST_PAUSE;
    var outcome = known;
    while (true) {
      if (outcome == Outcome.DONE) {
        return true;
      }
      if (outcome == Outcome.TAKEN) {
        // It may be ours, written by a call that got no answer; not yet readable is still unknown.
        var taken = readOrNothing(entry.id());
        if (taken.isPresent()) {
          return CommitDocument.isSame(taken.get(), entry.document());
        }
      }
      Thread.sleep(pause);
      pause = pause.multipliedBy(2).compareTo(LAST_PAUSE) > 0 ? LAST_PAUSE : pause.multipliedBy(2);
      outcome = store.insert(Collection.COMMITS, entry);
    }
  }

  private Optional<JsonObject> readOrNothing(String id) {
    try {
      return store.read(Collection.COMMITS, id).map(Store.Versioned::document);
    } catch (StoreUnavailableException e) {
      log.debug("slot {} cannot be read yet", id, e);
      return Optional.empty();
    }
  }

  private List<ChainedCommit> chain(TableId table, Position after, List<Commit> commits) {
    var chained = new ArrayList<ChainedCommit>(commits.size());
    var prev = after.hash();
    for (var commit : commits) {
      var salts = new ArrayList<String>();
      var leaves = new ArrayList<String>();
      for (var event : commit.events()) {
        var salt = newSalt();
        salts.add(salt);
        leaves.add(Chain.leaf(salt, EventJson.write(event)));
      }
      var hash = Chain.hash(table, commit, Chain.FORMAT, leaves, prev);
      chained.add(new ChainedCommit(commit, Chain.FORMAT, salts, leaves, prev, hash, List.of()));
      prev = hash;
    }
    return chained;
  }

  /** Keeps a state, so that the table opens from there. */
  public void keepSnapshot(TableId table, Position position) {
    snapshots.write(table, position);
  }

  /** A commit as served from the past (protocol §5). */
  public static JsonObject served(ChainedCommit commit) {
    return CommitDocument.served(commit);
  }

  private String newSalt() {
    var bytes = new byte[SALT_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
