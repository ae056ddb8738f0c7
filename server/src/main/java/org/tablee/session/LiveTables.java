package org.tablee.session;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tablee.history.History;
import org.tablee.hosting.HostedTable;
import org.tablee.table.ParticipantId;
import org.tablee.table.RefusalCode;
import org.tablee.table.TableId;
import org.tablee.wire.Goodbye;
import org.tablee.wire.ServerFrames.Person;

/** Every live connection of this node. Its methods may be called from any thread. */
public final class LiveTables {
  /** Clients of a node that stops come back over this span, or one a millisecond. */
  private static final long RETURN_OVER_MILLIS = 2_000;

  private static final long RETURN_FIRST_MILLIS = 500;

  private final Surroundings around;
  private final Counters counters = new Counters();
  private final Roll roll;
  private final ConcurrentHashMap<TableId, LiveTable> tables = new ConcurrentHashMap<>();
  private final AtomicLong open = new AtomicLong();
  private final Promise<Void> emptied = Promise.promise();
  private volatile boolean isShut;
  private volatile Goodbye farewell = Goodbye.SHUTDOWN;

  /**
   * @param hosts brings a table in; called from virtual threads
   */
  public LiveTables(
      Vertx vertx,
      Function<TableId, HostedTable> hosts,
      History history,
      People people,
      Neighbours neighbours,
      SessionLimits limits,
      InstantSource clock) {
    this(vertx, hosts, history, people, neighbours, limits, clock, System::nanoTime);
  }

  /**
   * @param nanos the monotonic clock
   */
  LiveTables(
      Vertx vertx,
      Function<TableId, HostedTable> hosts,
      History history,
      People people,
      Neighbours neighbours,
      SessionLimits limits,
      InstantSource clock,
      LongSupplier nanos) {
    this.around =
        new Surroundings(vertx, hosts, history, people, neighbours, limits, clock, nanos, counters);
    this.roll = new Roll(limits, nanos);
  }

  /**
   * Takes over an upgraded socket, on its own event loop and before anything else is done with it.
   */
  public void accept(ServerWebSocket socket, TableId table, Guest guest) {
    open.incrementAndGet();
    var entry = roll.open(table, guest.participant());
    var connection = enter(socket, table, guest, entry);
    connection.start();
    if (isShut) {
      connection.goodbye(farewell, RETURN_FIRST_MILLIS);
    } else if (roll.isCrowded(entry)) {
      connection.turnAway(RefusalCode.RATE_LIMITED);
    }
  }

  private Connection enter(ServerWebSocket socket, TableId id, Guest guest, Roll.Entry entry) {
    var entered = new AtomicReference<Connection>();
    tables.compute(
        id,
        (_, known) -> {
          var live = known;
          if (live == null || live.isBroken()) {
            live = new LiveTable(id, around);
            live.start();
          }
          var connection = new Connection(around, socket, live, guest, roll, entry, this::left);
          live.connections().add(connection);
          entered.set(connection);
          return live;
        });
    return Objects.requireNonNull(entered.get());
  }

  private void left(Connection connection) {
    var live = connection.table();
    tables.compute(
        live.id(),
        (_, known) -> {
          live.connections().remove(connection);
          if (!live.connections().isEmpty()) {
            return known;
          }
          live.end(known == live);
          return known == live ? null : known;
        });
    if (open.decrementAndGet() == 0 && isShut) {
      emptied.tryComplete();
    }
  }

  /** A session ended: its connections are told so and closed. */
  public void endSession(String session) {
    sayGoodbye(connection -> connection.guest().session().equals(session), Goodbye.EXPIRED);
  }

  /** A participant is not at the table any more: its connections are told so and closed. */
  public void remove(TableId table, ParticipantId participant) {
    sayGoodbye(
        connection ->
            connection.table().id().equals(table)
                && connection.guest().participant().equals(participant),
        Goodbye.REMOVED);
  }

  private void sayGoodbye(Predicate<Connection> whom, Goodbye code) {
    connections().filter(whom).forEach(one -> one.execute(() -> one.goodbye(code, null)));
  }

  private Stream<Connection> connections() {
    return tables.values().stream().flatMap(live -> live.connections().stream());
  }

  /** Who sits at a table through another node. */
  public void presentElsewhere(TableId table, String node, Neighbours.Present there) {
    var live = tables.get(table);
    if (live != null) {
      live.presentElsewhere(node, there);
    }
  }

  /** There are these other nodes and no more. */
  public void onlyThrough(Set<String> nodes) {
    tables.values().forEach(live -> live.onlyThrough(nodes));
  }

  /** Names at a table that are new, changed or erased. */
  public void named(TableId table, Collection<Person> people) {
    var live = tables.get(table);
    if (live != null) {
      live.named(List.copyOf(people));
    }
  }

  /**
   * Says goodbye to everyone, to come back spread out; done when all are gone.
   *
   * @param isMoved others serve these tables: they come back to one of them
   */
  public Future<Void> shutdown(boolean isMoved) {
    farewell = isMoved ? Goodbye.MOVED : Goodbye.SHUTDOWN;
    isShut = true;
    var all = connections().toList();
    for (int at = 0; at < all.size(); at++) {
      var one = all.get(at);
      long retry = RETURN_FIRST_MILLIS + at * Math.max(1, RETURN_OVER_MILLIS / all.size());
      one.execute(() -> one.goodbye(farewell, retry));
    }
    if (open.get() == 0) {
      emptied.tryComplete();
    }
    return emptied.future();
  }

  public LiveCounts counts() {
    return new LiveCounts(
        open.get(),
        tables.size(),
        counters.framesRead.sum(),
        counters.framesBroken.sum(),
        counters.framesSent.sum(),
        counters.bytesSent.sum(),
        counters.commandsAsked.sum(),
        counters.commandsRefused.sum(),
        counters.welcomesWithState.sum(),
        counters.welcomesWithCommits.sum(),
        counters.closedAsSlow.sum());
  }
}
