package org.tablee.cluster;

import java.util.concurrent.ConcurrentHashMap;
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
  private final Thread caretaker;
  private volatile boolean isClosed;

  Routes(Hosts hosts, Members members, History history, Post post, Waits waits) {
    this.hosts = hosts;
    this.members = members;
    this.history = history;
    this.post = post;
    this.waits = waits;
    this.desk = new Desk(hosts, post, members.self());
    this.caretaker = Thread.ofVirtual().name("routes-caretaker").unstarted(this::lookAfter);
    post.open(new Letters());
    members.whenChanged(this::changed);
    caretaker.start();
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
      var opened = hosts.read(table);
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
    log.info("the tables are shared by {} nodes", members.hosts().size());
    // Woken, not called: on a thread of the cluster nothing may wait.
    caretaker.interrupt();
  }

  /** Also where nothing changed: a table may have been led elsewhere while it did. */
  private void handOver() {
    hosts.letGo(table -> !hostOf(table).equals(members.self()));
    far.forEach((table, one) -> {
      if (!hostOf(table).equals(one.host())) {
        one.end();
      }
    });
  }

  private void lookAfter() {
    while (!isClosed) {
      try {
        Thread.sleep(waits.silence());
      } catch (InterruptedException _) {
        log.debug("the nodes changed, or this one ends");
      }
      try {
        handOver();
        desk.tidyUp();
        far.values().removeIf(one -> !one.isOpen());
        // Another node may take itself for the host, and this one cannot know.
        hosts.lookAtTails();
      } catch (RuntimeException e) {
        log.error("the routes could not be looked after", e);
      }
    }
  }

  /**
   * Hands every table over, to be followed from here until the end.
   *
   * @return whether there is anybody else
   */
  public boolean leave() {
    var isShared = members.hosts().size() > 1;
    members.leave();
    return isShared;
  }

  /** Follows nothing any more. */
  @Override
  public void close() {
    isClosed = true;
    caretaker.interrupt();
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
        case Mail.Stored stored when table != null -> table.heard(stored);
        case Mail.Stands stands when table != null -> table.stands(stands);
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
