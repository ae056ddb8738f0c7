package org.tablee.cluster;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
import org.tablee.table.TableId;

/**
 * What this node does for others: decides what their members ask of the tables that it hosts, and
 * tells them what was stored, one letter a node and append.
 */
final class Desk {
  /** How long a node is told of a table that it does not ask for again. */
  private static final Duration FOLLOWED_FOR = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(Desk.class);

  /** Who is told of what. */
  private record Seat(TableId table, NodeId node) {}

  private final Hosts hosts;
  private final Post post;
  private final NodeId self;
  private final ConcurrentHashMap<Seat, FarAudience> audiences = new ConcurrentHashMap<>();

  /** What is asked of a table that is not open yet waits in order, behind what opens it. */
  private final ConcurrentHashMap<TableId, CompletableFuture<Void>> opening =
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
      case Mail.Asked(_, var by, var id, var command) ->
          with(
              table,
              host -> host.ask(by, id, command, told -> answer.accept(told(table, host, told))));
      case Mail.Joins(_, var join) ->
          threads.execute(() -> {
            try {
              var host = hosts.host(table);
              answer.accept(told(table, host, host.act(join)));
            } catch (RuntimeException e) {
              log.debug("table {} cannot be joined here", table.value(), e);
            }
          });
      default -> log.debug("no question: {}", letter);
    }
  }

  private static byte[] told(TableId table, HostedTable host, Answer answer) {
    return new Mail.Told(table, host.position().seq(), answer).written();
  }

  private void follow(HostedTable host, TableId table, NodeId by, Consumer<byte[]> answer) {
    audiences.compute(
        new Seat(table, by),
        (seat, known) -> {
          var audience = known;
          if (audience == null || !audience.isOf(host)) {
            audience = new FarAudience(seat, host);
            host.enter(audience);
          }
          audience.askedAt = System.nanoTime();
          return audience;
        });
    var now = host.position();
    answer.accept(new Mail.Stands(table, now.seq(), now.hash()).written());
  }

  void unfollow(Mail.Unfollow letter) {
    var audience = audiences.remove(new Seat(letter.table(), letter.by()));
    if (audience != null) {
      audience.leave();
    }
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

  /** At once where the table is open, in the order in which it is asked in any case. */
  private void with(TableId table, Consumer<HostedTable> task) {
    opening.compute(
        table,
        (_, before) -> {
          var open = hosts.ifOpen(table);
          if (before == null && open.isPresent()) {
            task.accept(open.get());
            return null;
          }
          var last = before == null ? CompletableFuture.<Void>completedFuture(null) : before;
          var next = last.thenRunAsync(() -> opened(table, task), threads);
          var _ = next.thenRunAsync(() -> opening.remove(table, next), threads);
          return next;
        });
  }

  private void opened(TableId table, Consumer<HostedTable> task) {
    try {
      task.accept(hosts.host(table));
    } catch (RuntimeException e) {
      // Whoever asked decides itself once no answer came.
      log.debug("table {} cannot be opened for another node", table.value(), e);
    }
  }

  /** A node that has members of a table hosted here. */
  private final class FarAudience implements Audience {
    private final Seat seat;
    private final HostedTable host;
    private volatile long askedAt;
    private String hash = Position.NO_HASH;

    FarAudience(Seat seat, HostedTable host) {
      this.seat = seat;
      this.host = host;
    }

    boolean isOf(HostedTable other) {
      return host == other;
    }

    void leave() {
      host.leave(this);
    }

    @Override
    public void entered(Position position) {
      hash = position.hash();
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

    @Override
    public void saving(boolean isWaiting) {
      send(new Mail.Saving(seat.table(), isWaiting));
    }

    private void send(Mail letter) {
      post.send(seat.node(), letter.written());
    }
  }
}
