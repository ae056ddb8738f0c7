package org.tablee.session;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.history.ChainedCommit;
import org.tablee.history.DamagedHistoryException;
import org.tablee.history.Position;
import org.tablee.hosting.Answer;
import org.tablee.hosting.HostedTable;
import org.tablee.json.Json;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.session.Neighbours.Present;
import org.tablee.table.CommandId;
import org.tablee.table.Commit;
import org.tablee.table.ParticipantId;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableEvent.ParticipantJoined;
import org.tablee.table.TableId;
import org.tablee.wire.ClientFrame.Join;
import org.tablee.wire.Goodbye;
import org.tablee.wire.ServerFrames;
import org.tablee.wire.ServerFrames.Person;

/**
 * A table's audience on this node. One thread takes what happens in order (commits, arrivals,
 * answers, presence), encodes each frame once and hands it to the event loops: so no answer
 * overtakes a commit it rests on, and neither the host's loop nor an event loop encodes for an
 * audience.
 */
final class LiveTable {
  /**
   * How often, and how many times at most, a table that is behind is looked at for what it lacks.
   */
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private static final int LOOKS = 20;

  private static final Answer UNAVAILABLE =
      new Answer.Refused(new Refusal(RefusalCode.STORE_UNAVAILABLE));
  private static final Logger log = LoggerFactory.getLogger(LiveTable.class);

  private final TableId id;
  private final Surroundings around;
  private final Allowance commands;
  private final Inbox inbox;

  /** Every open connection, joined or not; of any thread. */
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  /** Commands that wait for a host; of any thread. */
  private final AtomicInteger waiting = new AtomicInteger();

  private volatile boolean isBroken;

  // What follows is touched on the table's thread only.

  private final Follower follower;
  private final Arrivals arrivals;
  private final Seats seats = new Seats();
  private final Map<EventLoop, LoopSide> sides = new HashMap<>();
  private final Set<Connection> admitted = new HashSet<>();
  private final List<Runnable> early = new ArrayList<>();
  private final Set<Connection> newcomers = new HashSet<>();
  private final Set<Connection> missedPresence = new HashSet<>();
  private boolean presenceIsDue;
  private Present toldNeighbours = Present.NOBODY;
  private long presenceSentAt;

  /** After the last commit that was sent; {@code null} before the table is there. */
  private @Nullable Position position;

  /** Why it is broken; {@code null} where its history is not to blame. */
  private @Nullable Refusal damage;

  LiveTable(TableId id, Surroundings around) {
    this.id = id;
    this.around = around;
    var perSecond = around.limits().tableCommandsPerSecond();
    this.commands = new Allowance(perSecond, perSecond, around.nanos());
    this.inbox =
        new Inbox(
            "audience-" + id.value(),
            around.limits().times().retry(),
            this::nanosToPresence,
            this::tendPresence,
            this::failed);
    this.follower = new Follower(this, around, inbox);
    this.arrivals = new Arrivals(this, around, inbox);
    this.presenceSentAt = around.nanos().getAsLong();
  }

  void start() {
    inbox.start();
    inbox.tell(follower::follow);
  }

  /**
   * Ends it, with its last connection. From any thread.
   *
   * @param isLast nobody sits at the table through this node any more
   */
  void end(boolean isLast) {
    inbox.tell(() -> {
      follower.leave();
      if (isLast) {
        around.neighbours().present(id, Present.NOBODY);
      }
    });
    inbox.end();
  }

  // From any thread.

  TableId id() {
    return id;
  }

  /** What may still be asked of this table. */
  Allowance commands() {
    return commands;
  }

  Set<Connection> connections() {
    return connections;
  }

  /** Whether nobody can be let in any more. */
  boolean isBroken() {
    return isBroken;
  }

  void join(Connection connection, Join join) {
    inbox.fetch(
        () -> around.people().isStillIn(id, connection.guest()),
        isStillIn -> {
          if (isStillIn) {
            come(connection, join);
          } else {
            connection.execute(() -> connection.goodbye(Goodbye.EXPIRED, null));
          }
        });
  }

  /** How many commands one counts as. */
  int weight(ByMember command) {
    var host = follower.host();
    return host == null ? 1 : Weight.of(command, host.position().table());
  }

  void ask(Connection by, CommandId command, ByMember what) {
    var host = follower.host();
    // Nothing overtakes what waits for a host.
    if (host != null && waiting.get() == 0) {
      ask(host, by, command, what);
      return;
    }
    waiting.incrementAndGet();
    inbox.tell(() ->
        follower.ask(
            next -> {
              ask(next, by, command, what);
              waiting.decrementAndGet();
            },
            () -> {
              by.execute(() -> by.answer(command, UNAVAILABLE));
              waiting.decrementAndGet();
            }));
  }

  private void ask(HostedTable host, Connection by, CommandId command, ByMember what) {
    host.ask(
        by.guest().participant(),
        command,
        what,
        answer -> {
          if (!(answer instanceof Answer.Stored)) {
            inbox.tell(() -> follower.inOrder(() -> by.execute(() -> by.answer(command, answer))));
          }
        });
  }

  /** Somebody told where it is. */
  void moved(Connection connection) {
    inbox.tell(() -> {
      var here = connection.takeHere();
      if (here != null && position != null) {
        presenceIsDue |= seats.move(connection, Whereabouts.of(here), position.table());
      }
    });
  }

  /** A connection was spared some presence and could take it now. */
  void missed(Connection connection) {
    inbox.tell(() -> {
      missedPresence.add(connection);
      presenceIsDue = true;
    });
  }

  void left(Connection connection) {
    inbox.tell(() -> {
      if (admitted.remove(connection)) {
        side(connection).remove(connection);
        newcomers.remove(connection);
        missedPresence.remove(connection);
        seats.remove(connection);
        presenceIsDue = true;
      }
    });
  }

  /** Who sits at it through another node. */
  void presentElsewhere(String node, Present there) {
    inbox.tell(() -> {
      presenceIsDue = true;
      if (seats.sitElsewhere(node, there)) {
        // It knows as little of who sits here.
        around.neighbours().present(id, toldNeighbours);
      }
    });
  }

  /** Nobody sits at it through any other node than these. */
  void onlyThrough(Set<String> nodes) {
    inbox.tell(() -> presenceIsDue |= seats.onlyThrough(nodes));
  }

  /** Names that are new, changed or erased. */
  void named(Collection<Person> people) {
    inbox.tell(() -> {
      arrivals.outdate();
      send(Json.writeUtf8(ServerFrames.people(people)));
    });
  }

  // On the table's thread.

  @Nullable Position position() {
    return position;
  }

  Position knownPosition() {
    if (position == null) {
      throw new IllegalStateException("table " + id.value() + " is not there yet");
    }
    return position;
  }

  private void come(Connection connection, Join join) {
    var limit = around.limits().observers();
    if (isBroken) {
      sendAway(connection);
    } else if (position == null) {
      early.add(() -> come(connection, join));
    } else if (limit > 0
        && seats.isFull(limit, connection.guest().participant(), position.table())) {
      connection.execute(() -> connection.turnAway(RefusalCode.TABLE_FULL));
    } else if (isAhead(join, position)) {
      lookFor(connection, join, position.seq(), LOOKS);
    } else {
      arrivals.come(connection, join, position);
    }
  }

  private static boolean isAhead(Join join, Position position) {
    return join.since() != null && position.seq().isBefore(join.since());
  }

  /**
   * Told more at another node than is known here: what is stored is read before they are parted.
   */
  private void lookFor(Connection connection, Join join, Seq known, int looks) {
    var host = follower.host();
    if (host != null) {
      host.look();
    }
    inbox.fetchAfter(
        LOOK_EVERY,
        () -> around.history().read(id, known.next(), 1).isEmpty(),
        isAll -> {
          if (position == null) {
            come(connection, join);
          } else if (!isAll && looks > 1 && isAhead(join, position)) {
            lookFor(connection, join, position.seq(), looks - 1);
          } else {
            arrivals.come(connection, join, position);
          }
        });
  }

  void admit(
      Connection connection, Position at, boolean isParted, byte[] tail, List<byte[]> since) {
    if (connection.isGone()) {
      return;
    }
    var member = at.table().members().find(connection.guest().participant());
    var you = connection.guest().you();
    if (member != null) {
      you = you.and("role", new JsonString(member.role().word()));
    }
    var head = WelcomeBytes.head(at, around.clock().instant(), you, isParted);
    side(connection).admit(connection, head, tail, List.copyOf(since));
    admitted.add(connection);
    seats.add(connection);
    newcomers.add(connection);
    presenceIsDue = true;
  }

  private LoopSide side(Connection connection) {
    return sides.computeIfAbsent(connection.loop(), LoopSide::new);
  }

  /** The table is there, or is there again as it was. */
  void standsAt(Position now) {
    position = now;
    early.forEach(Runnable::run);
    early.clear();
  }

  /** Sends commits that follow what was sent. */
  void deliver(List<Commit> commits, Position now) {
    position = now;
    send(commits, now.hash());
  }

  /** Sends commits that others stored while this node did not follow. */
  void deliverMissed(List<List<ChainedCommit>> pages, Position now) {
    position = now;
    for (var page : pages) {
      send(page.stream().map(ChainedCommit::commit).toList(), page.getLast().hash());
    }
  }

  private void send(List<Commit> commits, String hash) {
    arrivals.outdate();
    send(Json.writeUtf8(ServerFrames.commits(commits, hash)));
    var joined = joined(commits);
    if (!joined.isEmpty()) {
      presenceIsDue = true;
      inbox.fetch(
          () -> around.people().named(id, joined),
          people -> {
            if (!people.isEmpty()) {
              named(people);
            }
          });
    }
  }

  private static List<ParticipantId> joined(List<Commit> commits) {
    return commits.stream()
        .flatMap(commit -> commit.events().stream())
        .filter(ParticipantJoined.class::isInstance)
        .map(event -> ((ParticipantJoined) event).participant())
        .toList();
  }

  /** What was sent is not the table's history any more: all come back and are told so. */
  void parted(Position now) {
    log.warn("table {} stands at seq {}, not as it was sent", id.value(), now.seq().value());
    position = now;
    arrivals.part();
    var retry = around.limits().times().retry().toMillis();
    everyone(connection -> connection.goodbye(Goodbye.MOVED, retry));
  }

  void isGone() {
    isBroken = true;
    early.clear();
    everyone(connection -> connection.goodbye(Goodbye.REMOVED, null));
  }

  private void failed(RuntimeException cause) {
    if (cause instanceof DamagedHistoryException damaged) {
      log.warn("audience of table {} let go: {}", id.value(), damaged.getMessage());
      damage = damaged.refusal();
    } else {
      log.error("audience of table {} let go", id.value(), cause);
    }
    isBroken = true;
    early.clear();
    follower.leave();
    connections.forEach(this::sendAway);
  }

  private void sendAway(Connection connection) {
    var why = damage;
    connection.execute(() -> {
      if (why == null) {
        connection.cut(CloseCode.FAULT);
      } else {
        connection.turnAway(why, CloseCode.FAULT);
      }
    });
  }

  private void everyone(Consumer<Connection> task) {
    connections.forEach(connection -> connection.execute(() -> task.accept(connection)));
  }

  private void send(byte[] frame) {
    arrivals.sent(frame);
    sides.values().forEach(side -> side.send(frame));
  }

  private long nanosToPresence() {
    if (!presenceIsDue || position == null) {
      return Duration.ofMinutes(1).toNanos();
    }
    var every = around.limits().times().presenceEvery().toNanos();
    return presenceSentAt + every - around.nanos().getAsLong();
  }

  private void tendPresence() {
    if (nanosToPresence() > 0 || position == null) {
      return;
    }
    presenceIsDue = false;
    presenceSentAt = around.nanos().getAsLong();
    var table = position.table();
    if (around.neighbours() != Neighbours.NONE) {
      tellNeighbours(seats.here(table));
    }
    var changes = seats.changes(table);
    // Where somebody is in what did not come here yet is told once it has.
    presenceIsDue = seats.isAhead();
    if (changes != null) {
      var others = new HashSet<>(newcomers);
      others.addAll(missedPresence);
      sides.values().forEach(side -> side.sendPresence(changes, others));
    }
    sendAll(newcomers, table, false);
    sendAll(missedPresence, table, true);
  }

  private void tellNeighbours(Present here) {
    if (!here.equals(toldNeighbours)) {
      toldNeighbours = here;
      around.neighbours().present(id, here);
    }
  }

  private void sendAll(Set<Connection> to, Table table, boolean isAgain) {
    if (!to.isEmpty()) {
      var all = seats.all(table, isAgain);
      to.forEach(connection -> connection.execute(() -> connection.send(all)));
      to.clear();
    }
  }
}
