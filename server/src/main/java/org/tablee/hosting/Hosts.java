package org.tablee.hosting;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.box.Boxes;
import org.tablee.history.DamagedHistoryException;
import org.tablee.history.History;
import org.tablee.history.Opened;
import org.tablee.history.Position;
import org.tablee.table.ClientId;
import org.tablee.table.Seq;
import org.tablee.table.TableCommand.CreateTable;
import org.tablee.table.TableId;
import org.tablee.table.TableRules;

/** The tables that this node hosts: opened when asked for, let go when nobody needs them. */
public final class Hosts implements Tables, AutoCloseable {
  /** How long a table that nobody follows stays open after it was last asked for something. */
  static final Duration IDLE_MAX = Duration.ofMinutes(10);

  /**
   * How long a table that was found damaged is not read anew: however many knock, reading it again
   * for each would cost the other tables.
   */
  private static final Duration DAMAGED_FOR = Duration.ofSeconds(30);

  /** How long closing waits for the store, where nobody says otherwise. */
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
  private static final Logger log = LoggerFactory.getLogger(Hosts.class);

  private final History history;
  private final BoxActs.Tools boxes;
  private final InstantSource clock;
  private final Batch.Rules rules;
  private final ConcurrentHashMap<TableId, TableHost> open = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<TableId, Damage> damaged = new ConcurrentHashMap<>();

  /** Those that close what was let go; the last of them are waited for. */
  private final Set<Thread> handedOver = ConcurrentHashMap.newKeySet();

  private final Thread caretaker;
  private volatile boolean isClosed;

  /** What was found, and when by the monotonic clock. */
  private record Damage(DamagedHistoryException fault, long foundAt) {}

  public Hosts(History history, Boxes boxes, InstantSource clock) {
    this(history, boxes, clock, TableRules::decide);
  }

  /**
   * @param rules what members ask is decided by
   */
  Hosts(History history, Boxes boxes, InstantSource clock, Batch.Rules rules) {
    this.history = history;
    this.boxes = new BoxActs.Tools(boxes, new HostChance(new SecureRandom()));
    this.clock = clock;
    this.rules = rules;
    this.caretaker = Thread.ofVirtual().name("hosts-caretaker").start(this::letGoOfIdle);
  }

  @Override
  public HostedTable host(TableId table) {
    return hosted(table, false);
  }

  @Override
  public HostedTable create(TableId table, CreateTable command) {
    var host = hosted(table, true);
    var answer = host.act(command);
    if (answer instanceof Answer.Refused(var refusal)) {
      throw new IllegalStateException("not created: " + refusal.code().code());
    }
    return host;
  }

  /** The table where it is open here. */
  public Optional<HostedTable> ifOpen(TableId table) {
    return Optional.ofNullable(open.get(table))
        .filter(TableHost::isOpen)
        .map(HostedTable.class::cast);
  }

  /**
   * Reads a table without hosting it.
   *
   * @throws DamagedHistoryException where its tail does not verify
   * @throws org.tablee.store.StoreUnavailableException where the store does not answer
   */
  public Position read(TableId table) {
    return opened(table).position();
  }

  /** Lets go of tables once all that they have queued is stored. Does not wait for it. */
  public void letGo(Predicate<TableId> which) {
    for (var one : open.entrySet()) {
      if (which.test(one.getKey()) && open.remove(one.getKey(), one.getValue())) {
        log.info("table {} handed over", one.getKey().value());
        var closing = Thread.ofVirtual().unstarted(() -> closeOne(one.getValue(), CLOSE_WITHIN));
        handedOver.add(closing);
        closing.start();
      }
    }
    handedOver.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
  }

  /** Has the tables that are followed here look for what others stored, who may host them too. */
  public void lookAtTails() {
    open.values().stream().filter(TableHost::isFollowed).forEach(TableHost::look);
  }

  /** How many tables are open here. */
  public int count() {
    return open.size();
  }

  private TableHost hosted(TableId table, boolean mayBeNew) {
    while (true) {
      if (isClosed) {
        throw new IllegalStateException("this node no longer hosts");
      }
      var known = open.get(table);
      if (known != null && known.isOpen()) {
        known.touch();
        return known;
      }
      // Reading outside the map: a slow store must not hold up other tables.
      var opened = opened(table);
      if (!mayBeNew && opened.position().seq().equals(Seq.NONE)) {
        throw new UnknownTableException(table);
      }
      var fresh = new TableHost(table, history, boxes, clock, rules, opened, newClientId());
      var raced = open.compute(table, (_, now) -> now == null || !now.isOpen() ? fresh : now);
      if (raced == fresh) {
        fresh.start();
        log.debug("table {} opened at seq {}", table.value(), fresh.position().seq().value());
        return fresh;
      }
    }
  }

  private Opened opened(TableId table) {
    var known = damaged.get(table);
    if (known != null && System.nanoTime() - known.foundAt() < DAMAGED_FOR.toNanos()) {
      throw known.fault();
    }
    try {
      var opened = history.open(table);
      damaged.remove(table);
      return opened;
    } catch (DamagedHistoryException e) {
      log.error("table {} cannot be opened", table.value(), e);
      damaged.put(table, new Damage(e, System.nanoTime()));
      throw e;
    }
  }

  private static ClientId newClientId() {
    var bytes = new byte[8];
    new SecureRandom().nextBytes(bytes);
    return new ClientId("server-" + HexFormat.of().formatHex(bytes));
  }

  private void letGoOfIdle() {
    try {
      while (!isClosed) {
        Thread.sleep(LOOK_EVERY);
        for (var one : open.entrySet()) {
          var host = one.getValue();
          var isIdle = !host.isFollowed() && host.idleNanos() > IDLE_MAX.toNanos();
          if (isIdle && open.remove(one.getKey(), host)) {
            host.close(CLOSE_WITHIN);
            log.debug("table {} let go", one.getKey().value());
          }
        }
      }
    } catch (InterruptedException _) {
      log.debug("the caretaker ends");
    }
  }

  @Override
  public void close() {
    close(CLOSE_WITHIN);
  }

  /**
   * Finishes what every table has queued, then lets all go.
   *
   * @param within how long it takes at most, however the store is
   */
  public void close(Duration within) {
    isClosed = true;
    caretaker.interrupt();
    var closing =
        open.values().stream()
            .map(host -> Thread.ofVirtual().start(() -> closeOne(host, within)))
            .toList();
    try {
      for (var one : closing) {
        one.join();
      }
      for (var one : handedOver) {
        var _ = one.join(within);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    open.clear();
  }

  private static void closeOne(TableHost host, Duration within) {
    try {
      host.close(within);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
