package org.tablee;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.box.Boxes;
import org.tablee.cluster.Cluster;
import org.tablee.cluster.Routes;
import org.tablee.example.ExampleTable;
import org.tablee.history.History;
import org.tablee.hosting.Hosts;
import org.tablee.hosting.Tables;
import org.tablee.http.DiskSpace;
import org.tablee.http.Meters;
import org.tablee.http.Readiness;
import org.tablee.http.WebServer;
import org.tablee.people.Door;
import org.tablee.people.NewIds;
import org.tablee.people.Register;
import org.tablee.people.SessionSweep;
import org.tablee.people.Sessions;
import org.tablee.people.TableList;
import org.tablee.replay.Past;
import org.tablee.session.LiveCounts;
import org.tablee.session.LiveTables;
import org.tablee.session.Neighbours;
import org.tablee.store.Store;
import org.tablee.store.mongo.MongoStore;
import org.tablee.store.sqlite.SqliteStore;

/** One running server: every object, built by hand, and how all of it ends. */
final class Node implements AutoCloseable {
  /**
   * How long each part may take to end; 18 s together, for who started the server waits 20 s before
   * it is killed. A part that does not end is left: what it holds is safe where it is.
   */
  private static final Duration CONNECTIONS_END = Duration.ofSeconds(4);

  private static final Duration REQUESTS_END = Duration.ofSeconds(3);
  private static final Duration TABLES_END = Duration.ofSeconds(5);
  private static final Duration STORE_END = Duration.ofSeconds(3);
  private static final Duration LOOPS_END = Duration.ofSeconds(1);
  private static final Duration LISTENING = Duration.ofSeconds(20);
  private static final Logger log = LoggerFactory.getLogger(Node.class);

  private final Vertx vertx;
  private final Store store;
  private final Hosts hosts;
  private final @Nullable Cluster cluster;
  private final @Nullable Routes routes;
  private final Door door;
  private final LiveTables live;
  private final SessionSweep sweep;
  private final Readiness readiness;
  private final Meters meters;
  private final WebServer server;
  private final Configuration configuration;

  /**
   * @param store is closed with the node, as all that is given
   * @param cluster what it is one node of; {@code null} where it is alone
   * @param client the folder of the class path that holds the web client
   */
  Node(
      Configuration configuration,
      Store store,
      Vertx vertx,
      @Nullable Cluster cluster,
      String client) {
    var clock = InstantSource.system();
    this.configuration = configuration;
    this.store = store;
    this.vertx = vertx;
    var history = new History(store);
    this.hosts = new Hosts(history, new Boxes(store), clock);
    this.cluster = cluster;
    this.routes = cluster == null ? null : cluster.routes(hosts, history);
    Tables everywhere = routes == null ? hosts : routes;
    var logs = new HostedLogs(everywhere);
    var ids = new NewIds(new SecureRandom(), clock);
    var sessions = new Sessions(store, clock);
    var register = new Register(store);
    var neighbourhood = cluster == null ? null : new Neighbourhood(cluster);
    this.live =
        new LiveTables(
            vertx,
            everywhere::host,
            history,
            new KnownPeople(register, sessions),
            neighbourhood == null ? Neighbours.NONE : neighbourhood,
            configuration.live(),
            clock);
    this.door =
        new Door(
            store,
            sessions,
            register,
            logs,
            (table, person) -> {
              live.named(table, List.of(person));
              if (neighbourhood != null) {
                neighbourhood.named(table, person);
              }
            },
            ids,
            clock,
            System::nanoTime,
            configuration.door());
    if (neighbourhood != null) {
      neighbourhood.read(live, register);
    }
    var tables = new TableList(store, logs, ids, clock);
    this.sweep = new SessionSweep(sessions);
    this.readiness =
        new Readiness(
            store,
            configuration.mongodbUri() == null
                ? () -> DiskSpace.at(configuration.data())
                : () -> DiskSpace.ELSEWHERE,
            System::nanoTime);
    this.meters = new Meters();
    measure();
    this.server =
        new WebServer(
            vertx,
            new WebServer.Parts(
                door,
                sessions,
                register,
                tables,
                new Past(history, everywhere, register),
                new ExampleTable(everywhere, tables, register),
                live,
                session -> {
                  live.endSession(session.value());
                  if (neighbourhood != null) {
                    neighbourhood.ended(session.value());
                  }
                },
                readiness,
                meters),
            configuration.publicUrl(),
            client);
  }

  /** Every request that the server knows. */
  List<String> routes() {
    return server.known();
  }

  private void measure() {
    meters.gauge("tablee.tables.hosted", "tables that are open here", hosts, Hosts::count);
    gauge("tablee.live.connections", "open live connections", LiveCounts::connections);
    gauge("tablee.live.tables", "tables with a live connection", LiveCounts::tables);
    count("tablee.live.frames.read", "from clients", LiveCounts::framesRead);
    count("tablee.live.frames.broken", "from clients, unreadable", LiveCounts::framesBroken);
    count("tablee.live.frames.sent", "to clients", LiveCounts::framesSent);
    count("tablee.live.bytes.sent", "to clients", LiveCounts::bytesSent);
    count("tablee.live.commands", "asked by members", LiveCounts::commandsAsked);
    count("tablee.live.commands.refused", "of those asked", LiveCounts::commandsRefused);
    count("tablee.live.welcomes.state", "with the whole state", LiveCounts::welcomesWithState);
    count("tablee.live.welcomes.commits", "with what was missed", LiveCounts::welcomesWithCommits);
    count("tablee.live.closed.slow", "connections closed as too slow", LiveCounts::closedAsSlow);
  }

  private void gauge(String name, String what, ToLongFunction<LiveCounts> value) {
    meters.gauge(name, what, live, tables -> value.applyAsLong(tables.counts()));
  }

  private void count(String name, String what, ToLongFunction<LiveCounts> value) {
    meters.counter(name, what, live, tables -> value.applyAsLong(tables.counts()));
  }

  /**
   * Begins to serve.
   *
   * @return where it is reached, as links begin
   * @throws ExecutionException where the port cannot be had
   */
  String listen() throws ExecutionException, InterruptedException, TimeoutException {
    // First: whoever waited until the server is ready may have come to accept it.
    var _ = door.organiserInvitation(configuration.organiserSecret());
    return server
        .listen(configuration.host(), configuration.port())
        .toCompletionStage()
        .toCompletableFuture()
        .get(LISTENING.toSeconds(), TimeUnit.SECONDS);
  }

  /** The organiser's link, until somebody has accepted it. */
  Optional<String> organiserLink(String base) {
    var invitation = door.organiserInvitation(configuration.organiserSecret());
    return invitation.acceptedAt() == null
        ? Optional.of(base + "/i#" + invitation.secret().value())
        : Optional.empty();
  }

  /** Not ready, goodbye to everyone, everything queued stored, nothing held any more. */
  @Override
  public void close() {
    readiness.stop();
    var isMoved = routes != null && routes.leave();
    end("live connections", live.shutdown(isMoved), CONNECTIONS_END);
    // A little longer than the requests themselves are given.
    end("requests", server.close(REQUESTS_END), REQUESTS_END.plusSeconds(1));
    sweep.close();
    if (routes != null) {
      routes.close();
    }
    hosts.close(TABLES_END);
    readiness.close();
    endStore();
    meters.close();
    if (cluster != null) {
      cluster.close();
    }
    end("loops", vertx.close(), LOOPS_END);
    log.info("stopped");
  }

  /** A store that hangs must not keep the process: whatever was done is durable already. */
  private void endStore() {
    var ending = Thread.ofPlatform().daemon().name("store-end").start(store::close);
    try {
      if (!ending.join(STORE_END)) {
        log.warn("the store did not end in time");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void end(String what, Future<Void> ending, Duration within) {
    try {
      var _ =
          ending
              .toCompletionStage()
              .toCompletableFuture()
              .get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      log.warn("{} did not end in time", what, e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** The store that the configuration asks for. */
  static Store open(Configuration configuration) {
    var mongo = configuration.mongodbUri();
    return mongo == null ? SqliteStore.open(configuration.data()) : MongoStore.open(mongo);
  }
}
