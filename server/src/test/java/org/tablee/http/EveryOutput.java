package org.tablee.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import org.tablee.QuietLog;
import org.tablee.RunningServer;
import org.tablee.json.JsonObject;
import org.tablee.replay.Past;
import org.tablee.store.Store.Collection;
import org.tablee.store.Store.Direction;

/**
 * One table of a running server and everything that comes out of it: every frame to each role,
 * every answer over HTTP about now and about each commit of the past, every line of the log at its
 * most talkative, and all that is stored outside the sealed boxes. For tests of what is kept from
 * everyone, and of what must not be traced to anyone.
 */
final class EveryOutput implements AutoCloseable {
  /** Documents of a collection, more than a test ever stores. */
  private static final int ALL = 100_000;

  private final RunningServer server;
  private final QuietLog log;
  private final JsonObject created;
  private final String path;
  private final List<Client> clients = new ArrayList<>();
  private final Map<String, LiveLine> lines = new LinkedHashMap<>();

  private EveryOutput(RunningServer server, QuietLog log, Client organiser, JsonObject created) {
    this.server = server;
    this.log = log;
    this.created = created;
    this.path = "/api/tables/" + created.string("id");
    clients.add(organiser);
  }

  /** A table with a facilitator, lea, participants of those names, and an observer, oscar. */
  static EveryOutput ofTable(QuietLog log, String... participants) throws Exception {
    // QuietLog sets it back.
    ((Logger) LoggerFactory.getLogger("org.tablee")).setLevel(Level.TRACE);
    var server = RunningServer.start();
    var organiser = Client.organiser(server);
    var all = new EveryOutput(server, log, organiser, organiser.table("Bien vieillir"));
    all.comes("lea", "facilitator");
    for (var who : participants) {
      all.comes(who, "participant");
    }
    all.comes("oscar", "observer");
    return all;
  }

  /** Has somebody accept an invitation for that role and go live. */
  LiveLine comes(String who, String role) throws Exception {
    var client = new Client(server);
    client.accept(Client.secret(created, role), who);
    clients.add(client);
    var line = LiveLine.at(server, path, client, "tab-of-" + who);
    lines.put(who, line);
    return line;
  }

  LiveLine line(String who) {
    return Objects.requireNonNull(lines.get(who), who);
  }

  /**
   * Everything so far.
   *
   * @param paths of the table to be read besides the known ones, where somebody might look for it
   */
  List<String> read(String... paths) throws Exception {
    var all = new ArrayList<String>();
    for (var client : clients) {
      var now = client.get(path + "/state");
      all.add(found(now));
      for (long seq = 1; seq <= now.body().number("seq"); seq++) {
        all.add(found(client.get(path + "/state?at=" + seq)));
      }
      all.add(found(client.get(path + "/commits?limit=" + Past.COMMITS_MAX)));
      for (var what : List.of("", "/boxes")) {
        all.add(client.get(path + what).response().body());
      }
      for (var what : paths) {
        all.add(client.get(path + what).response().body());
      }
      all.add(found(client.get("/api/tables")));
      all.add(found(client.get("/metrics")));
    }
    for (var line : lines.values()) {
      all.addAll(line.heard());
    }
    for (var collection : Collection.values()) {
      if (collection != Collection.BOXES) {
        stored(collection).forEach(all::add);
      }
    }
    all.addAll(log.lines());
    return all;
  }

  private static String found(Client.Answer answer) {
    assertThat(answer.status()).as(answer.response().uri().toString()).isEqualTo(200);
    return answer.response().body();
  }

  /** Fails where any of those words stands in anything that came out so far. */
  void holdNone(Iterable<String> secrets, String... paths) throws Exception {
    for (var one : read(paths)) {
      assertThat(one).doesNotContain(secrets);
    }
  }

  /** The only box that the server keeps, as stored. */
  String box() {
    var boxes = stored(Collection.BOXES);
    assertThat(boxes).hasSize(1);
    return boxes.getFirst();
  }

  private List<String> stored(Collection collection) {
    return server.store().range(collection, " ", "~", Direction.UP, ALL).stream()
        .map(entry -> entry.id() + " " + entry.document())
        .toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
