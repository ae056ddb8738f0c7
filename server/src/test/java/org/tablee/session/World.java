package org.tablee.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocketClient;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.tablee.box.Boxes;
import org.tablee.history.History;
import org.tablee.hosting.Answer;
import org.tablee.hosting.HostedTable;
import org.tablee.hosting.Hosts;
import org.tablee.json.JsonObject;
import org.tablee.session.SessionLimits.Times;
import org.tablee.store.MemoryStore;
import org.tablee.table.ClientId;
import org.tablee.table.College;
import org.tablee.table.CollegeId;
import org.tablee.table.CommandId;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.DiagnosisCommand.RenameFinding;
import org.tablee.table.FindingId;
import org.tablee.table.FindingKind;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.Role;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.CreateTable;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableId;
import org.tablee.table.TextId;
import org.tablee.text.Delta;
import org.tablee.wire.ServerFrames.Person;

/** A node with one table and real sockets; who comes says so in a header. */
final class World implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final TableId TABLE = new TableId("bench-table");
  static final ParticipantId ANA = new ParticipantId("ana");
  static final ParticipantId BEN = new ParticipantId("ben");
  static final ParticipantId CLEO = new ParticipantId("cleo");
  static final ParticipantId OLGA = new ParticipantId("olga");

  private static final CreateTable CREATION =
      new CreateTable(
          new Line("Bancs"),
          null,
          null,
          "fr",
          List.of(
              new College(new CollegeId("inhabitants"), new Line("Habitants")),
              new College(new CollegeId("users"), new Line("Usagers")),
              new College(new CollegeId("services"), new Line("Services")),
              new College(new CollegeId("administration"), new Line("Administration"))));

  /** Small, so that a reader that stops reading is soon felt by the writer. */
  private static final int BUFFER = 64 * 1024;

  /** The last commit before a test does anything. */
  static final long FIRST_SEQ = 3;

  final MemoryStore store = new MemoryStore();
  final History history = new History(store);
  final Boxes boxes = new Boxes(store);
  volatile Hosts hosts = new Hosts(history, boxes, InstantSource.fixed(NOON));
  final Map<ParticipantId, String> names = new ConcurrentHashMap<>();
  final Set<String> endedSessions = ConcurrentHashMap.newKeySet();
  final LiveTables live;

  /** Held for as long as the world: one that nobody holds closes its sockets. */
  private final WebSocketClient client;

  private final int port;

  World(Vertx vertx) {
    this(vertx, SessionLimits.USUAL);
  }

  World(Vertx vertx, SessionLimits limits) {
    this.client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxFrameSize(16 << 20)
                .setMaxMessageSize(16 << 20)
                .setReceiveBufferSize(BUFFER)
                .setMaxConnections(1_000)
                .setClosingTimeout(1));
    this.live =
        new LiveTables(
            vertx,
            table -> hosts.host(table),
            history,
            new Register(),
            Neighbours.NONE,
            limits,
            InstantSource.fixed(NOON));
    hosts.create(TABLE, CREATION);
    seat(ANA, Role.FACILITATOR, Presence.ROOM);
    seat(BEN, Role.PARTICIPANT, Presence.REMOTE);
    var server =
        vertx.createHttpServer(
            SessionLimits.applyTo(new HttpServerOptions()).setSendBufferSize(BUFFER));
    server.webSocketHandler(socket ->
        live.accept(socket, TABLE, guest(Objects.requireNonNull(socket.headers().get("who")))));
    this.port = await(server.listen(0, "127.0.0.1")).actualPort();
  }

  void seat(ParticipantId who, Role role, Presence presence) {
    seat(who, role, new CollegeId("inhabitants"), presence);
  }

  void seat(ParticipantId who, Role role, CollegeId college, Presence presence) {
    names.put(who, who.value().toUpperCase(Locale.ROOT));
    host().act(new Join(who, role, college, presence));
  }

  HostedTable host() {
    return hosts.host(TABLE);
  }

  /** Adds findings f0, f1 … as Ana, each stored. */
  void addFindings(int count) {
    for (int n = 0; n < count; n++) {
      does(
          1 + n,
          new AddFinding(new FindingId("f" + n), FindingKind.NEED, new Line("Constat " + n)));
    }
  }

  void rename(String finding, String title, int number) {
    does(number, new RenameFinding(new FindingId(finding), new Line(title)));
  }

  /** Writes a long text and takes it away again, so many times. */
  void editMuch(String text, int times, int units) {
    for (int n = 0; n < times; n++) {
      var base = host().position().seq();
      var isEmpty =
          Objects.requireNonNull(host().position().table().texts().find(new TextId(text)))
                  .document()
                  .length()
              == 1;
      var delta =
          isEmpty
              ? Delta.builder().insert("x".repeat(units)).build()
              : Delta.builder().delete(units).build();
      does(10_000 + base.value(), new EditText(new TextId(text), base, delta));
    }
  }

  void insert(String text, int index, String words) {
    var base = host().position().seq();
    var delta = index == 0 ? Delta.builder() : Delta.builder().retain(index);
    does(10_000 + base.value(), new EditText(new TextId(text), base, delta.insert(words).build()));
  }

  /** Another host takes over, which may know another history; the first lets go. */
  void hostElsewhere(History known) {
    var first = hosts;
    var next = new Hosts(known, boxes, InstantSource.fixed(NOON));
    if (known != history) {
      next.create(TABLE, CREATION);
    }
    hosts = next;
    first.close();
  }

  /** Ana does something without a socket, and it is stored. */
  void does(long number, ByMember command) {
    var answer = new CompletableFuture<Answer>();
    host()
        .ask(ANA, new CommandId(new ClientId("without-socket"), number), command, answer::complete);
    assertThat(answer.orTimeout(10, TimeUnit.SECONDS).join()).isInstanceOf(Answer.Stored.class);
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
    var socket = client.webSocket();
    var browser = new Browser(socket);
    await(socket.connect(options));
    return browser;
  }

  /** A connection that has joined and taken its welcome. */
  Browser join(ParticipantId who) {
    var browser = open(who);
    browser.send("{'type':'join','client':'%s-tab-1'}".formatted(who.value()));
    browser.take("welcome");
    return browser;
  }

  /** The usual limits, with other spans of time. */
  static SessionLimits limits(UnaryOperator<Times> change) {
    return new SessionLimits(20, 60, 200, 20_000, 5, change.apply(Times.USUAL));
  }

  /** Waits until something holds, with a deadline. */
  static void eventually(BooleanSupplier holds) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("did not come to hold");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
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
    await(live.shutdown(false));
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
