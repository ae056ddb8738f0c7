package org.tablee.session;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.tablee.history.History;
import org.tablee.hosting.HostedTable;
import org.tablee.hosting.Hosts;
import org.tablee.json.JsonObject;
import org.tablee.store.MemoryStore;
import org.tablee.table.College;
import org.tablee.table.CollegeId;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.Role;
import org.tablee.table.TableCommand.CreateTable;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableId;
import org.tablee.wire.ServerFrames.Person;

/** A node with one table and real sockets; who comes says so in a header. */
final class World implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final TableId TABLE = new TableId("bench-table");
  static final ParticipantId ANA = new ParticipantId("ana");
  static final ParticipantId BEN = new ParticipantId("ben");
  static final ParticipantId CLEO = new ParticipantId("cleo");
  static final ParticipantId OLGA = new ParticipantId("olga");

  final MemoryStore store = new MemoryStore();
  final History history = new History(store);
  final Hosts hosts = new Hosts(history, InstantSource.fixed(NOON));
  final Map<ParticipantId, String> names = new ConcurrentHashMap<>();
  final Set<String> endedSessions = ConcurrentHashMap.newKeySet();
  final LiveTables live;
  private final Vertx vertx;
  private final int port;

  World(Vertx vertx) {
    this(vertx, SessionLimits.USUAL);
  }

  World(Vertx vertx, SessionLimits limits) {
    this.vertx = vertx;
    this.live =
        new LiveTables(
            vertx, hosts::host, history, new Register(), limits, InstantSource.fixed(NOON));
    hosts.create(
        TABLE,
        new CreateTable(
            new Line("Bancs"),
            null,
            null,
            "fr",
            List.of(new College(new CollegeId("inhabitants"), new Line("Habitants")))));
    seat(ANA, Role.FACILITATOR, Presence.ROOM);
    seat(BEN, Role.PARTICIPANT, Presence.REMOTE);
    var server = vertx.createHttpServer(SessionLimits.applyTo(new HttpServerOptions()));
    server.webSocketHandler(socket ->
        live.accept(socket, TABLE, guest(Objects.requireNonNull(socket.headers().get("who")))));
    this.port = await(server.listen(0, "127.0.0.1")).actualPort();
  }

  void seat(ParticipantId who, Role role, Presence presence) {
    names.put(who, who.value().toUpperCase(Locale.ROOT));
    host().act(new Join(who, role, new CollegeId("inhabitants"), presence));
  }

  HostedTable host() {
    return hosts.host(TABLE);
  }

  private static Guest guest(String who) {
    return new Guest(
        new ParticipantId(who),
        JsonObject.with().field("id", who).field("role", "participant").build(),
        "session-" + who,
        Locale.ENGLISH);
  }

  int port() {
    return port;
  }

  /** A connection that has sent nothing yet. */
  Browser open(ParticipantId who) {
    var options =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI("/live")
            .addSubProtocol(SessionLimits.SUBPROTOCOL)
            .addHeader("who", who.value());
    var client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxFrameSize(16 << 20)
                .setMaxMessageSize(16 << 20)
                .setClosingTimeout(1));
    return new Browser(await(client.connect(options)));
  }

  /** A connection that has joined and taken its welcome. */
  Browser join(ParticipantId who) {
    var browser = open(who);
    browser.send("{'type':'join','client':'%s-tab-1'}".formatted(who.value()));
    browser.take("welcome");
    return browser;
  }

  static <T> T await(io.vertx.core.Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    await(live.shutdown());
    hosts.close();
  }

  private final class Register implements People {
    @Override
    public List<Person> named(TableId table, Collection<ParticipantId> participants) {
      return participants.stream()
          .filter(names::containsKey)
          .map(id -> new Person(id, names.get(id), null))
          .toList();
    }

    @Override
    public boolean isStillIn(TableId table, Guest guest) {
      return !endedSessions.contains(guest.session());
    }
  }
}
