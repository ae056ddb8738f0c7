package org.tablee.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.history.Position;
import org.tablee.hosting.Answer;
import org.tablee.hosting.Audience;
import org.tablee.hosting.HostedTable;
import org.tablee.hosting.Hosts;
import org.tablee.table.Commit;
import org.tablee.table.Seq;
import org.tablee.table.TableId;

/**
 * What this node does for others: decides what their members ask of the tables that it hosts, and
 * tells them what was stored, one letter a node and append.
 */
final class Desk {
  /** How long a node is told of a table that it does not ask for again. */
  private static final Duration FOLLOWED_FOR = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(Desk.class);

  /** What waits for one table at most: whoever asked decides itself where no answer comes. */
  private static final int WAITING_MAX = 1_000;

  /** Who is told of what. */
  private record Seat(TableId table, NodeId node) {}

  private final Hosts hosts;
  private final Post post;
  private final NodeId self;
  private final ConcurrentHashMap<Seat, FarAudience> audiences = new ConcurrentHashMap<>();

  /** What is asked of tables that are being opened, in the order in which it is asked. */
  private final ConcurrentHashMap<TableId, List<Consumer<HostedTable>>> opening =
      new ConcurrentHashMap<>();

  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

  Desk(Hosts hosts, Post post, NodeId self) {
    this.hosts = hosts;
    this.post = post;
    this.self = self;
  }

  /** Does not block. */
  void asked(Mail letter, Consumer<byte[]> answer) {
    var table = letter.table();
    switch (letter) {
      case Mail.Follow(_, var by) -> with(table, host -> follow(host, table, by, answer));
      case Mail.Asked(_, var known, var by, var id, var command) ->
          with(
              table,
              host -> {
                lookUpTo(host, known);
                host.ask(by, id, command, told -> answer.accept(told(table, host, told)));
              });
      case Mail.Joins(_, var known, var join) ->
          threads.execute(() -> {
            try {
              var host = hosts.host(table);
              lookUpTo(host, known);
              answer.accept(told(table, host, host.act(join)));
            } catch (RuntimeException e) {
              log.debug("table {} cannot be joined here", table.value(), e);
            }
          });
      default -> log.debug("no question: {}", letter);
    }
  }

  /** What others know already is to be known here before it is decided. */
  private static void lookUpTo(HostedTable host, Seq known) {
    if (host.position().seq().isBefore(known)) {
      host.look();
    }
  }

  private static byte[] told(TableId table, HostedTable host, Answer answer) {
    return new Mail.Told(table, host.position().seq(), answer).written();
  }

  private void follow(HostedTable host, TableId table, NodeId by, Consumer<byte[]> answer) {
    var seat = new Seat(table, by);
    var known = audiences.get(seat);
    if (known != null && known.host == host) {
      known.askedAt = System.nanoTime();
    } else {
      var fresh = new FarAudience(seat, host);
      audiences.put(seat, fresh);
      host.enter(fresh);
    }
    answer.accept(new Mail.Stands(table, host.position().seq()).written());
  }

  /** Tells those no more who did not ask for a while, or are no more. */
  void tidyUp() {
    long now = System.nanoTime();
    audiences.forEach((seat, audience) -> {
      if (now - audience.askedAt > FOLLOWED_FOR.toNanos() && audiences.remove(seat, audience)) {
        audience.leave();
      }
    });
  }

  /** At once where the table is open, else in the order in which it is asked. */
  private void with(TableId table, Consumer<HostedTable> task) {
    var open = hosts.ifOpen(table);
    if (open.isPresent() && !opening.containsKey(table)) {
      task.accept(open.get());
      return;
    }
    opening.compute(
        table,
        (_, before) -> {
          var waiting = before == null ? new ArrayList<Consumer<HostedTable>>() : before;
          if (waiting.size() < WAITING_MAX) {
            waiting.add(task);
          }
          if (before == null) {
            threads.execute(() -> open(table));
          }
          return waiting;
        });
  }

  /** Whoever waits for a table that cannot be opened decides itself. */
  private void open(TableId table) {
    try {
      var host = hosts.host(table);
      for (var tasks = waiting(table); !tasks.isEmpty(); tasks = waiting(table)) {
        tasks.forEach(task -> task.accept(host));
      }
    } catch (RuntimeException e) {
      log.debug("table {} cannot be opened for another node", table.value(), e);
      opening.remove(table);
    }
  }

  /** Takes what waits; where that is nothing, what is asked from now on finds the table open. */
  private List<Consumer<HostedTable>> waiting(TableId table) {
    var tasks = new ArrayList<Consumer<HostedTable>>();
    opening.computeIfPresent(
        table,
        (_, waiting) -> {
          tasks.addAll(waiting);
          waiting.clear();
          return tasks.isEmpty() ? null : waiting;
        });
    return tasks;
  }

  /** A node that has members of a table hosted here. */
  private final class FarAudience implements Audience {
    private final Seat seat;
    private final HostedTable host;
    private volatile long askedAt = System.nanoTime();
    private String hash = Position.NO_HASH;

    FarAudience(Seat seat, HostedTable host) {
      this.seat = seat;
      this.host = host;
    }

    void leave() {
      host.leave(this);
    }

    @Override
    public void entered(Position position) {
      hash = position.hash();
      // What was stored between the asking and this is told to nobody else.
      send(new Mail.Stands(seat.table(), position.seq()));
    }

    @Override
    public void announced(List<Commit> commits, Position position) {
      send(new Mail.Stored(seat.table(), hash, commits, position.hash()));
      hash = position.hash();
    }

    @Override
    public void letGo() {
      if (audiences.remove(seat, this)) {
        send(new Mail.LetGo(seat.table(), self));
      }
    }

    /** The contract has no word for it. */
    @Override
    public void saving(boolean isWaiting) {}

    private void send(Mail letter) {
      post.send(seat.node(), letter.written());
    }
  }
}
