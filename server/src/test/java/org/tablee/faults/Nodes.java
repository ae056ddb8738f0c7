package org.tablee.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.tablee.browser.Organiser;
import org.tablee.browser.Organiser.Invited;
import org.tablee.browser.ServerProcess;

/**
 * Three nodes as processes of their own, five tables, thirty people who write: then something
 * breaks.
 */
final class Nodes implements AutoCloseable {
  static final int COUNT = 3;

  private static final int TABLES = 5;
  private static final int MEMBERS = 30;
  private static final Duration BEFORE = Duration.ofSeconds(5);
  private static final Duration AFTER = Duration.ofSeconds(15);
  private static final Duration HEALED_WITHIN = Duration.ofSeconds(30);

  private final MongoProcess mongo;

  Nodes() throws Exception {
    mongo = MongoProcess.start();
  }

  /** What happens while everyone writes. */
  interface Fault {
    /**
     * Strikes; the first node serves when it is over.
     *
     * @param random of the seed
     */
    void strike(List<ServerProcess> nodes, SplittableRandom random) throws Exception;
  }

  /** The database that they share. */
  MongoProcess mongo() {
    return mongo;
  }

  @Override
  public void close() {
    mongo.close();
  }

  /** Kills one of the nodes, with all that it hosts. */
  static void killOne(List<ServerProcess> nodes, SplittableRandom random) {
    nodes.get(1 + random.nextInt(COUNT - 1)).kill();
  }

  /** The longest that anybody waited for an answer, in seconds. */
  double run(String row, long seed, Fault fault) throws Exception {
    var random = new SplittableRandom(seed);
    var nodes = new ArrayList<ServerProcess>();
    try (var http = HttpClient.newHttpClient()) {
      var database = mongo.database();
      var ports = ports();
      var all = ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
      for (var port : ports) {
        nodes.add(
            ServerProcess.start(
                Map.of(
                    "MONGODB_URI", database,
                    "TABLEE_CLUSTER", all,
                    "TABLEE_CLUSTER_PORT", Integer.toString(port))));
      }
      var organiser = new Organiser(nodes.getFirst());
      var tables = new ArrayList<Invited>();
      for (int at = 0; at < TABLES; at++) {
        tables.add(organiser.createTable("Table " + at));
      }
      var members = new ArrayList<Member>();
      for (int at = 0; at < MEMBERS; at++) {
        var table = tables.get(at % TABLES);
        var who = organiser.accept(table.participant(), "Membre " + at);
        members.add(
            new Member(
                http,
                nodes,
                table.table(),
                who.token(),
                "membre-%03d-tab".formatted(at),
                random.split(),
                random.nextInt(COUNT)));
      }
      TimeUnit.NANOSECONDS.sleep(BEFORE.toNanos());
      fault.strike(nodes, random);
      TimeUnit.NANOSECONDS.sleep(AFTER.toNanos());
      for (var member : members) {
        member.end(HEALED_WITHIN);
      }
      // The first node is never the one that is gone.
      check(organiser.at(nodes.getFirst()), tables, members);
      return tell(row, seed, members);
    } finally {
      nodes.forEach(ServerProcess::close);
    }
  }

  private static List<Integer> ports() throws Exception {
    var sockets = new ArrayList<ServerSocket>();
    for (int at = 0; at < COUNT; at++) {
      sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    }
    var ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
    for (var socket : sockets) {
      socket.close();
    }
    return ports;
  }

  private static void check(Organiser organiser, List<Invited> tables, List<Member> members) {
    for (var table : tables) {
      List<Checker.Journal> journals =
          members.stream()
              .filter(member -> member.table().equals(table.table()))
              .map(Checker.Journal.class::cast)
              .toList();
      var history = organiser.commits(table.table());
      assertThat(Checker.faults(history, journals)).isEmpty();
      assertThat(history.getLast().string("hash"))
          .isEqualTo(organiser.state(table.table()).string("hash"));
    }
    for (var member : members) {
      assertThat(member.faults()).as(member.name()).isEmpty();
      assertThat(member.stored()).as(member.name()).hasSizeGreaterThan(5);
    }
  }

  private static double tell(String row, long seed, List<Member> members) {
    var waits = members.stream().flatMap(member -> member.waits().stream()).sorted().toList();
    var longest = waits.getLast();
    System.out.printf(
        Locale.ROOT,
        "%s, seed %d: %d edits, none lost or doubled; answered after %.3f s (median), %.3f s (p99),"
            + " %.3f s (longest); %d lines%n",
        row,
        seed,
        waits.size(),
        waits.get(waits.size() / 2),
        waits.get(waits.size() * 99 / 100),
        longest,
        members.stream().mapToInt(Member::reconnections).sum());
    return longest;
  }
}
