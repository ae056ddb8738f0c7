package org.tablee.cluster;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.history.History;
import org.tablee.hosting.HostedTable;
import org.tablee.hosting.Hosts;
import org.tablee.hosting.Tables;
import org.tablee.hosting.UnknownTableException;
import org.tablee.table.Seq;
import org.tablee.table.TableCommand.CreateTable;
import org.tablee.table.TableId;

/**
 * Finds the host of a table: this node, or the way to another one. Where nodes come and go, tables
 * are handed over, and whoever follows one comes again and is led to its new host.
 */
public final class Routes implements Tables, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Routes.class);

  private final Hosts hosts;
  private final Members members;
  private final History history;
  private final Post post;
  private final Waits waits;
  private final Desk desk;
  private final ConcurrentHashMap<TableId, FarTable> far = new ConcurrentHashMap<>();
  private final ExecutorService changes;
  private final Thread caretaker;
  private volatile long changedAt = System.nanoTime();
  private volatile boolean isClosed;

  Routes(Hosts hosts, Members members, History history, Post post, Waits waits) {
    this.hosts = hosts;
    this.members = members;
    this.history = history;
    this.post = post;
    this.waits = waits;
    this.desk = new Desk(hosts, post, members.self());
    ThreadFactory threads = Thread.ofVirtual().name("routes-", 0).factory();
    this.changes = Executors.newSingleThreadExecutor(threads);
    post.open(new Letters());
    members.whenChanged(this::changed);
    this.caretaker = Thread.ofVirtual().name("routes-caretaker").start(this::lookAfter);
  }

  @Override
  public HostedTable host(TableId table) {
    while (!isClosed) {
      var host = hostOf(table);
      if (host.equals(members.self())) {
        return hosts.host(table);
      }
      var known = far.get(table);
      if (known != null && known.isOpen() && known.host().equals(host)) {
        known.touch();
        return known;
      }
      // Reading outside the map: a slow store must not hold up other tables.
      var opened = history.open(table).position();
      if (opened.seq().equals(Seq.NONE)) {
        throw new UnknownTableException(table);
      }
      var fresh = new FarTable(table, members.self(), host, history, post, hosts, waits, opened);
      var raced =
          far.compute(
              table,
              (_, now) -> now != null && now.isOpen() && now.host().equals(host) ? now : fresh);
      if (raced == fresh) {
        fresh.start();
        if (known != null) {
          known.end();
        }
        return fresh;
      }
    }
    throw new IllegalStateException("this node no longer serves");
  }

  /** Here, whoever will host it: nobody knows of it yet. */
  @Override
  public HostedTable create(TableId table, CreateTable command) {
    var _ = hosts.create(table, command);
    if (!hostOf(table).equals(members.self())) {
      hosts.letGo(table::equals);
    }
    return host(table);
  }

  private NodeId hostOf(TableId table) {
    return Rendezvous.host(table, members.hosts());
  }

  private void changed() {
    changedAt = System.nanoTime();
    if (!isClosed) {
      changes.execute(this::handOver);
    }
  }

  private void handOver() {
    log.info("the tables are shared by {} nodes", members.hosts().size());
    hosts.letGo(table -> !hostOf(table).equals(members.self()));
    far.forEach((table, one) -> {
      if (!hostOf(table).equals(one.host())) {
        one.end();
      }
    });
  }

  private void lookAfter() {
    try {
      while (!isClosed) {
        Thread.sleep(waits.silence());
        desk.tidyUp();
        far.values().removeIf(one -> !one.isOpen());
        if (System.nanoTime() - changedAt < waits.inDoubt().toNanos()) {
          hosts.lookAtTails();
        }
      }
    } catch (InterruptedException _) {
      log.debug("the caretaker of the routes ends");
    }
  }

  /** Hands every table over, to be followed from here until the end. */
  public void leave() {
    members.leave();
  }

  /** Follows nothing any more. */
  @Override
  public void close() {
    isClosed = true;
    caretaker.interrupt();
    changes.shutdown();
    far.values().forEach(FarTable::end);
    post.close();
  }

  private final class Letters implements Post.Clerk {
    @Override
    public void received(byte[] letter) {
      Mail.read(letter).ifPresent(this::received);
    }

    private void received(Mail letter) {
      var table = far.get(letter.table());
      switch (letter) {
        case Mail.Unfollow unfollow -> desk.unfollow(unfollow);
        case Mail.Stored stored when table != null -> table.heard(stored);
        case Mail.Stands stands when table != null -> table.stands(stands);
        case Mail.Saving saving when table != null -> table.saving(saving);
        case Mail.LetGo(_, var by) when table != null && table.host().equals(by) -> table.end();
        default -> log.debug("not for this node: {}", letter);
      }
    }

    @Override
    public void asked(byte[] question, Consumer<byte[]> answer) {
      Mail.read(question).ifPresent(letter -> desk.asked(letter, answer));
    }
  }
}
