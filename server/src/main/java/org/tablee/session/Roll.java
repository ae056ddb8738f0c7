package org.tablee.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tablee.table.ClientId;
import org.tablee.table.ParticipantId;
import org.tablee.table.TableId;

/** Who is connected to this node, and with how many connections. From any thread. */
final class Roll {
  /** A participant with an open connection, or with one a moment ago. */
  static final class Entry {
    private final Who who;
    private final Allowance commands;
    private final Map<ClientId, Connection> joined = new HashMap<>();
    private int open;

    private Entry(Who who, Allowance commands) {
      this.who = who;
      this.commands = commands;
    }

    /** What this participant may still ask, over all its connections. */
    Allowance commands() {
      return commands;
    }
  }

  private record Who(TableId table, ParticipantId participant) {}

  private final SessionLimits limits;
  private final LongSupplier nanos;
  private final Map<Who, Entry> entries = new HashMap<>();

  /**
   * Those who left, first to last. They are known until they may ask all they like again: who comes
   * back sooner goes on with what was left. Whoever is here again may still stand in it.
   */
  private final Deque<Entry> gone = new ArrayDeque<>();

  Roll(SessionLimits limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
  }

  /** Enters a connection that has not joined yet. */
  synchronized Entry open(TableId table, ParticipantId participant) {
    forgetRested();
    var who = new Who(table, participant);
    var entry =
        entries.computeIfAbsent(
            who,
            _ -> new Entry(who, new Allowance(limits.commandsPerSecond(), limits.burst(), nanos)));
    entry.open++;
    return entry;
  }

  /**
   * Whether there are too many connections, joined or not. As many again as may join: one that lost
   * its line comes back before its old connection is given up.
   */
  synchronized boolean isCrowded(Entry entry) {
    return limits.connections() > 0 && entry.open > 2 * limits.connections();
  }

  /** How a connection's joining went. */
  sealed interface Joining {
    /** It is in, and another of the same client is not any more. */
    record Joined(@Nullable Connection replaced) implements Joining {}

    enum TooMany implements Joining {
      TOO_MANY
    }
  }

  synchronized Joining join(Entry entry, ClientId client, Connection connection) {
    var isNew = !entry.joined.containsKey(client);
    if (isNew && limits.connections() > 0 && entry.joined.size() >= limits.connections()) {
      return Joining.TooMany.TOO_MANY;
    }
    return new Joining.Joined(entry.joined.put(client, connection));
  }

  /**
   * @param client {@code null} where it had not joined
   */
  synchronized void close(Entry entry, @Nullable ClientId client, Connection connection) {
    if (client != null) {
      entry.joined.remove(client, connection);
    }
    entry.open--;
    if (entry.open == 0) {
      gone.add(entry);
    }
  }

  private void forgetRested() {
    for (var first = gone.peek(); first != null; first = gone.peek()) {
      if (first.open == 0) {
        if (!first.commands.isFull()) {
          return;
        }
        entries.remove(first.who, first);
      }
      gone.remove();
    }
  }
}
