package org.tablee.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.history.DamagedHistoryException;
import org.tablee.history.Position;
import org.tablee.json.Json;
import org.tablee.table.Commit;
import org.tablee.table.Participant;
import org.tablee.table.ParticipantId;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.wire.ClientFrame.Join;
import org.tablee.wire.CommitJson;
import org.tablee.wire.ServerFrames.Person;

/**
 * Makes welcomes. Reading and encoding happen on threads of their own; what is sent to everyone
 * meanwhile is kept and follows the welcome, so there is no gap and nothing twice. Touched on the
 * table's thread.
 */
final class Arrivals {
  private static final int PAGE = 100;
  private static final Logger log = LoggerFactory.getLogger(Arrivals.class);

  private final LiveTable table;
  private final Surroundings around;
  private final Inbox inbox;

  /** Welcomes that are being made. */
  private final Set<Making> makings = new HashSet<>();

  /** The state that is being encoded, for all who come meanwhile; {@code null} where none is. */
  private @Nullable Making stateMaking;

  /** The state as encoded last; {@code null} where the table moved on. */
  private byte @Nullable [] stateTail;

  Arrivals(LiveTable table, Surroundings around, Inbox inbox) {
    this.table = table;
    this.around = around;
    this.inbox = inbox;
  }

  private record Arrival(Connection connection, boolean isParted) {}

  /** A welcome being made at a position, whom for, and what was sent since. */
  private static final class Making {
    private final Position at;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<byte[]> since = new ArrayList<>();

    private Making(Position at) {
      this.at = at;
    }
  }

  /** How what a client missed can be made up for. */
  private sealed interface Missed {
    record Commits(byte[] tail) implements Missed {}

    enum TooMuch implements Missed {
      TOO_MUCH
    }

    enum Parted implements Missed {
      PARTED
    }
  }

  void come(Connection connection, Join join, Position now) {
    var since = join.since();
    var hash = join.hash();
    if (since == null || since.equals(Seq.NONE)) {
      withState(new Arrival(connection, false), now);
    } else if (now.seq().isBefore(since)) {
      withState(new Arrival(connection, true), now);
    } else if (hash == null) {
      withState(new Arrival(connection, false), now);
    } else {
      withCommits(connection, since, hash, now);
    }
  }

  /** Takes note of a frame that goes to everyone. */
  void sent(byte[] frame) {
    makings.forEach(making -> making.since.add(frame));
  }

  /** The state that was encoded is not the latest any more. */
  void outdate() {
    stateTail = null;
  }

  /** What is being encoded is of another history: nobody else may share it. */
  void part() {
    stateTail = null;
    stateMaking = null;
  }

  private void withState(Arrival arrival, Position now) {
    if (stateTail != null) {
      admit(arrival, now, stateTail, List.of());
      return;
    }
    if (stateMaking != null) {
      stateMaking.arrivals.add(arrival);
      return;
    }
    var making = new Making(now);
    making.arrivals.add(arrival);
    makings.add(making);
    stateMaking = making;
    inbox.fetch(
        () -> WelcomeBytes.tail(names(now.table()), now.table()), tail -> stateMade(making, tail));
  }

  private void stateMade(Making making, byte[] tail) {
    makings.remove(making);
    if (stateMaking == making) {
      stateMaking = null;
      stateTail = making.since.isEmpty() ? tail : null;
    }
    making.arrivals.forEach(arrival -> admit(arrival, making.at, tail, making.since));
  }

  private void withCommits(Connection connection, Seq since, String hash, Position now) {
    var making = new Making(now);
    makings.add(making);
    inbox.fetch(() -> missed(since, hash, now), missed -> missedRead(making, connection, missed));
  }

  private void missedRead(Making making, Connection connection, Missed missed) {
    makings.remove(making);
    switch (missed) {
      case Missed.Commits(var tail) -> {
        around.counters().welcomesWithCommits.increment();
        table.admit(connection, making.at, false, tail, making.since);
      }
      case Missed.TooMuch _ -> withState(new Arrival(connection, false), table.knownPosition());
      case Missed.Parted _ -> withState(new Arrival(connection, true), table.knownPosition());
    }
  }

  private void admit(Arrival arrival, Position at, byte[] tail, List<byte[]> since) {
    around.counters().welcomesWithState.increment();
    table.admit(arrival.connection(), at, arrival.isParted(), tail, since);
  }

  /** Blocks. Where the past is damaged the state makes up for it: nobody else is to notice. */
  private Missed missed(Seq since, String hash, Position now) {
    try {
      return read(since, hash, now);
    } catch (DamagedHistoryException e) {
      log.error("table {} has a past that does not verify", table.id().value(), e);
      return Missed.TooMuch.TOO_MUCH;
    }
  }

  private Missed read(Seq since, String hash, Position now) {
    var kept =
        since.equals(now.seq())
            ? now.hash()
            : around.history().hashOf(table.id(), since).orElse("");
    if (!kept.equals(hash)) {
      return Missed.Parted.PARTED;
    }
    if (now.seq().value() - since.value() > SessionLimits.MISSED_COMMITS_MAX) {
      return Missed.TooMuch.TOO_MUCH;
    }
    var commits = new ArrayList<Commit>();
    long bytes = 0;
    for (var seq = since; seq.isBefore(now.seq()); seq = commits.getLast().seq()) {
      int left = (int) Math.min(PAGE, now.seq().value() - seq.value());
      var page = around.history().read(table.id(), seq.next(), left);
      if (page.isEmpty()) {
        return Missed.TooMuch.TOO_MUCH;
      }
      page.forEach(one -> commits.add(one.commit()));
      bytes += size(commits.subList(commits.size() - page.size(), commits.size()));
      if (bytes > SessionLimits.MISSED_BYTES_MAX) {
        return Missed.TooMuch.TOO_MUCH;
      }
    }
    return new Missed.Commits(WelcomeBytes.tail(names(now.table()), commits));
  }

  private static int size(List<Commit> commits) {
    return commits.stream()
        .mapToInt(commit -> Json.writeUtf8(CommitJson.write(commit)).length)
        .sum();
  }

  /** Blocks. */
  private List<Person> names(Table at) {
    List<ParticipantId> everyone = at.members().inOrder().stream().map(Participant::id).toList();
    return around.people().named(table.id(), everyone);
  }
}
