package org.tablee.session;

import io.netty.channel.EventLoop;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.hosting.Answer;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.table.ClientId;
import org.tablee.table.CommandId;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.wire.ClientFrame;
import org.tablee.wire.ClientFrame.Do;
import org.tablee.wire.ClientFrame.Here;
import org.tablee.wire.ClientFrame.Join;
import org.tablee.wire.ClientFrame.Ping;
import org.tablee.wire.ClientFrames;
import org.tablee.wire.Goodbye;
import org.tablee.wire.Messages;
import org.tablee.wire.ReadFrame;
import org.tablee.wire.ServerFrames;

/**
 * One browser's connection to one table. Lives on its socket's event loop: every method is called
 * there, save where it says otherwise.
 */
final class Connection {
  private static final Logger log = LoggerFactory.getLogger(Connection.class);

  private enum Stage {
    /** Nothing but a join is taken. */
    OPEN,
    /** The welcome is being made. */
    JOINING,
    LIVE,
    CLOSED
  }

  private final Surroundings around;
  private final ServerWebSocket socket;
  private final EventLoop loop;
  private final Outlet outlet;
  private final LiveTable table;
  private final Guest guest;
  private final Roll roll;
  private final Roll.Entry entry;
  private final Consumer<Connection> gone;
  private final IncomingText incoming = new IncomingText();
  private final Allowance frames;
  private final Deque<Long> badFrames = new ArrayDeque<>();
  private final List<Do> early = new ArrayList<>();
  private final AtomicReference<@Nullable Here> lastHere = new AtomicReference<>();
  private final List<Long> timers = new ArrayList<>();
  private Stage stage = Stage.OPEN;
  private @Nullable ClientId client;
  private long heardAt;
  private long pingedAt;
  private long welcomedAt;
  private boolean missedPresence;
  private volatile boolean isGone;

  /**
   * @param gone told once the socket is closed
   */
  Connection(
      Surroundings around,
      ServerWebSocket socket,
      LiveTable table,
      Guest guest,
      Roll roll,
      Roll.Entry entry,
      Consumer<Connection> gone) {
    this.around = around;
    this.socket = socket;
    this.loop = Outlet.loopOf(socket);
    this.outlet = new Outlet(socket, around.counters());
    this.table = table;
    this.guest = guest;
    this.roll = roll;
    this.entry = entry;
    this.gone = gone;
    this.frames =
        new Allowance(
            SessionLimits.FRAMES_PER_SECOND_MAX,
            SessionLimits.FRAMES_PER_SECOND_MAX,
            around.nanos());
  }

  /** Of any thread. */
  EventLoop loop() {
    return loop;
  }

  /** Of any thread. */
  Guest guest() {
    return guest;
  }

  /** Of any thread. */
  LiveTable table() {
    return table;
  }

  void start() {
    heardAt = around.nanos().getAsLong();
    pingedAt = heardAt;
    socket.frameHandler(this::heard);
    socket.exceptionHandler(this::failed);
    socket.closeHandler(_ -> closed());
    var times = around.limits().times();
    after(times.joinWithin(), this::joinOverdue);
    timers.add(
        around.vertx().setPeriodic(Math.max(1, times.pingEvery().toMillis() / 4), _ -> tick()));
    log.debug("table {} has a new connection", table.id().value());
  }

  private void after(Duration span, Runnable task) {
    timers.add(around.vertx().setTimer(Math.max(1, span.toMillis()), _ -> task.run()));
  }

  private void joinOverdue() {
    if (stage == Stage.OPEN) {
      goodbye(Goodbye.UNJOINED, null);
    }
  }

  private void tick() {
    var times = around.limits().times();
    long now = around.nanos().getAsLong();
    if (stage == Stage.CLOSED) {
      return;
    }
    if (now - heardAt >= times.silence().toNanos()) {
      log.debug("table {} gives up a silent connection", table.id().value());
      shut();
      outlet.cut();
    } else if (outlet.hasWelcomeInTransit()
        && now - welcomedAt >= times.welcomeTransit().toNanos()) {
      slow();
    } else if (now - pingedAt >= times.pingEvery().toNanos()) {
      pingedAt = now;
      outlet.ping();
    }
  }

  private void heard(WebSocketFrame frame) {
    heardAt = around.nanos().getAsLong();
    if (stage == Stage.CLOSED || frame.isClose()) {
      return;
    }
    around.counters().framesRead.increment();
    if (frames.take(1) > 0) {
      cut(CloseCode.POLICY);
      return;
    }
    if (frame.isText() || frame.isBinary() || frame.isContinuation()) {
      switch (incoming.take(frame)) {
        case IncomingText.Brought.Part _ -> {}
        case IncomingText.Brought.Whole(var text) -> read(text);
        case IncomingText.Brought.Broken(var code) -> cut(code);
      }
    }
  }

  private void read(String text) {
    switch (ClientFrames.read(text)) {
      case ReadFrame.Fine(var frame) -> took(frame);
      case ReadFrame.Bad bad -> {
        if (stage == Stage.OPEN && !bad.isBroken()) {
          goodbye(Goodbye.UNJOINED, null);
        } else {
          refuse(bad.id(), bad.refusal());
        }
      }
    }
  }

  private void took(ClientFrame frame) {
    if (stage == Stage.OPEN && !(frame instanceof Join)) {
      goodbye(Goodbye.UNJOINED, null);
      return;
    }
    switch (frame) {
      case Join join -> join(join);
      case Do command -> ask(command);
      case Here here -> here(here);
      case Ping(var n) -> send(ServerFrames.pong(n, around.clock().instant()));
    }
  }

  private void join(Join join) {
    if (stage != Stage.OPEN) {
      refuse(null, new Refusal(RefusalCode.FRAME_INVALID));
      return;
    }
    switch (roll.join(entry, join.client(), this)) {
      case Roll.Joining.TooMany _ -> turnAway(RefusalCode.RATE_LIMITED);
      case Roll.Joining.Joined(var replaced) -> {
        client = join.client();
        stage = Stage.JOINING;
        if (replaced != null) {
          replaced.execute(() -> replaced.goodbye(Goodbye.REPLACED, null));
        }
        table.join(this, join);
      }
    }
  }

  private void ask(Do command) {
    if (!command.id().client().equals(client)) {
      refuse(command.id(), new Refusal(RefusalCode.FRAME_INVALID));
      return;
    }
    if (stage == Stage.JOINING && early.size() < SessionLimits.EARLY_COMMANDS_MAX) {
      early.add(command);
      return;
    }
    int weight = table.weight(command.command());
    long wait = stage == Stage.JOINING ? 1_000 : entry.commands().take(weight);
    if (wait == 0) {
      wait = table.commands().take(Math.min(weight, Weight.ON_LOOP_MAX));
    }
    if (wait > 0) {
      refuse(command.id(), later(RefusalCode.RATE_LIMITED, wait));
    } else {
      around.counters().commandsAsked.increment();
      table.ask(this, command.id(), command.command());
    }
  }

  /** Only the latest counts: what comes in faster than it is looked at is merged here. */
  private void here(Here here) {
    if (stage == Stage.LIVE && lastHere.getAndSet(here) == null) {
      table.moved(this);
    }
  }

  /** Takes where its person was last, once; from any thread. */
  @Nullable Here takeHere() {
    return lastHere.getAndSet(null);
  }

  /** Runs something on the event loop; from any thread. */
  void execute(Runnable task) {
    loop.execute(task);
  }

  /** Whether its socket is closed; from any thread. */
  boolean isGone() {
    return isGone;
  }

  /** Tells what became of a command; a stored one was told by its commit. */
  void answer(CommandId id, Answer answer) {
    switch (answer) {
      case Answer.Stored _ -> {}
      case Answer.Repeated(var seq) -> send(ServerFrames.done(id, seq));
      case Answer.HandedIn _ -> send(ServerFrames.done(id, null));
      case Answer.Refused(var refusal) -> {
        var retry = around.limits().times().retry().toMillis();
        refuse(
            id,
            refusal.code() == RefusalCode.STORE_UNAVAILABLE
                ? later(refusal.code(), retry)
                : refusal);
      }
    }
  }

  static Refusal later(RefusalCode code, long millis) {
    return new Refusal(code, Map.of("retryInMs", Long.toString(millis)));
  }

  private void refuse(@Nullable CommandId id, Refusal refusal) {
    around.counters().commandsRefused.increment();
    send(ServerFrames.refused(id, refusal, Messages.of(refusal, guest.locale())));
    if (refusal.code() == RefusalCode.FRAME_INVALID && isOneTooMany()) {
      cut(CloseCode.POLICY);
    }
  }

  private boolean isOneTooMany() {
    around.counters().framesBroken.increment();
    long now = around.nanos().getAsLong();
    badFrames.add(now);
    while (now - badFrames.getFirst() > Duration.ofMinutes(1).toNanos()) {
      badFrames.remove();
    }
    return badFrames.size() >= SessionLimits.BAD_FRAMES_PER_MINUTE;
  }

  /** Welcomes, then sends what was stored while the welcome was made. */
  void welcome(byte[] head, byte[] tail, List<byte[]> since) {
    if (stage != Stage.JOINING) {
      return;
    }
    stage = Stage.LIVE;
    welcomedAt = around.nanos().getAsLong();
    outlet.welcome(head, tail, since);
    early.forEach(this::ask);
    early.clear();
  }

  private void send(JsonObject frame) {
    send(Json.writeUtf8(frame));
  }

  /** Sends bytes that may be shared with others. */
  void send(byte[] utf8) {
    if (stage == Stage.CLOSED) {
      return;
    }
    if (outlet.waiting() > SessionLimits.WAITING_BYTES_MAX) {
      slow();
    } else {
      outlet.send(utf8);
    }
  }

  /** Sends where the others are, unless too much waits already; then all of it later. */
  void sendPresence(byte[] utf8) {
    if (outlet.waiting() > SessionLimits.PRESENCE_WAITING_BYTES_MAX) {
      missedPresence = true;
    } else if (missedPresence) {
      missedPresence = false;
      table.missed(this);
    } else {
      send(utf8);
    }
  }

  private void slow() {
    around.counters().closedAsSlow.increment();
    goodbye(Goodbye.SLOW, around.limits().times().retry().toMillis());
  }

  /** Refuses to let in, and closes. */
  void turnAway(RefusalCode code) {
    turnAway(later(code, 10 * around.limits().times().retry().toMillis()), CloseCode.LATER);
  }

  /** Tells why the table is closed to everyone, and closes. */
  void turnAway(Refusal refusal, CloseCode code) {
    if (stage != Stage.CLOSED) {
      send(ServerFrames.refused(null, refusal, Messages.of(refusal, guest.locale())));
      cut(code);
    }
  }

  /**
   * @param retryInMs {@code null} where the client is not to come back by itself
   */
  void goodbye(Goodbye code, @Nullable Long retryInMs) {
    if (stage == Stage.CLOSED) {
      return;
    }
    log.debug("table {} says goodbye {} to a connection", table.id().value(), code.word());
    outlet.send(Json.writeUtf8(ServerFrames.goodbye(code, retryInMs)));
    cut(CloseCode.DONE);
  }

  /** Closes; whatever the other side does, the line is cut soon. */
  void cut(CloseCode code) {
    if (stage == Stage.CLOSED) {
      return;
    }
    log.debug("table {} closes a connection with {}", table.id().value(), code.code());
    shut();
    outlet.close(code);
    after(around.limits().times().closeGrace(), outlet::cut);
  }

  private void shut() {
    stage = Stage.CLOSED;
    timers.forEach(timer -> around.vertx().cancelTimer(timer));
    timers.clear();
  }

  private void failed(Throwable cause) {
    if (stage == Stage.CLOSED) {
      return;
    }
    log.debug("table {} has a connection that failed", table.id().value(), cause);
    cut(Outlet.codeOf(cause));
  }

  private void closed() {
    shut();
    isGone = true;
    roll.close(entry, client, this);
    table.left(this);
    gone.accept(this);
    log.debug("table {} has a connection less", table.id().value());
  }
}
