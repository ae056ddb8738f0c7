package org.tablee.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tablee.RunningServer;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;

/** Three nodes of one cluster, with its real bus, and people at each. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class SharingByNodesTest {
  private static final Pattern SEQ = Pattern.compile("\\{\"seq\":(\\d+),\"at\"");

  private final List<RunningServer> nodes = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    nodes.addAll(RunningServer.startNodes(3));
  }

  @AfterEach
  void stop() {
    nodes.forEach(RunningServer::close);
  }

  private static String adds(String finding) {
    return "{\"type\":\"AddFinding\",\"finding\":\"%s\",\"kind\":\"need\",\"title\":\"Un banc\"}"
        .formatted(finding);
  }

  private List<LiveLine> everywhere(JsonObject table) throws Exception {
    var path = "/api/tables/" + table.string("id");
    var lines = new ArrayList<LiveLine>();
    for (var node : nodes) {
      var who = new Client(node);
      var name = "Ana " + lines.size();
      var _ = who.accept(Client.secret(table, "participant"), name);
      lines.add(LiveLine.at(node, path, who, "tab-of-somebody-" + lines.size()));
    }
    return lines;
  }

  /** As a page does: what cannot be stored now is asked again. */
  private static JsonObject persist(LiveLine line, String command) throws Exception {
    while (true) {
      var answer = line.does(command);
      if (answer.string("type").equals("commits")) {
        return answer;
      }
      assertThat(answer.string("code")).isEqualTo("store.unavailable");
      TimeUnit.MILLISECONDS.sleep(answer.object("params").number("retryInMs"));
    }
  }

  private static List<Long> seqs(LiveLine line) {
    return line.heard().stream()
        .filter(frame -> frame.startsWith("{\"type\":\"commits\""))
        .flatMap(frame -> SEQ.matcher(frame).results())
        .map(found -> Long.parseLong(found.group(1)))
        .toList();
  }

  private static void until(LiveLine line, long seq) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!seqs(line).contains(seq)) {
      assertThat(System.nanoTime()).as("heard of " + seq + ": " + seqs(line)).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  @Test
  void CL8_people_at_every_node_sit_at_one_table() throws Exception {
    var table = Client.organiser(nodes.getFirst()).table("Bien vieillir");
    var lines = everywhere(table);

    long last = 0;
    for (int turn = 0; turn < 12; turn++) {
      var answer = lines.get(turn % 3).does(adds("f" + turn));
      last = answer.objects("commits").getLast().number("seq");
    }

    for (var line : lines) {
      until(line, last);
      var heard = seqs(line);
      assertThat(heard).isSorted().doesNotHaveDuplicates();
      assertThat(heard.getLast() - heard.getFirst()).isEqualTo(heard.size() - 1);
    }
    var states = new ArrayList<String>();
    for (int at = 0; at < 3; at++) {
      var past = lines.get(at).client().get("/api/tables/" + table.string("id") + "/state");
      states.add(past.body().string("hash"));
    }
    assertThat(states).containsOnly(states.getFirst());
  }

  @Test
  void CL8_where_a_node_stops_the_others_go_on_with_its_tables() throws Exception {
    var olga = Client.organiser(nodes.getFirst());
    var tables = new ArrayList<JsonObject>();
    for (int at = 0; at < 4; at++) {
      tables.add(olga.table("Table " + at));
    }
    var lines = new ArrayList<List<LiveLine>>();
    for (var table : tables) {
      lines.add(everywhere(table));
      var _ = lines.getLast().getFirst().does(adds("before"));
    }

    nodes.removeLast().close();

    for (var seated : lines) {
      var answer = persist(seated.getFirst(), adds("after"));
      until(seated.get(1), answer.objects("commits").getLast().number("seq"));
      assertThat(seated.get(2).heard().getLast())
          .contains("goodbye")
          .contains("moved")
          .contains("retryInMs");
    }
  }

  private static void awaitFrame(LiveLine line, Predicate<JsonObject> fits) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (line.heard().stream().map(Json::readObject).noneMatch(fits)) {
      assertThat(System.nanoTime()).as("it came: " + line.heard()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static boolean counts(JsonObject frame, int remote) {
    return frame.string("type").equals("presence")
        && frame.object("count").number("remote") == remote;
  }

  @Test
  void CL9_whoever_sits_at_another_node_is_here_until_they_or_their_node_goes() throws Exception {
    var table = Client.organiser(nodes.getFirst()).table("Bien vieillir");
    var lines = everywhere(table);

    for (var line : lines) {
      awaitFrame(line, frame -> counts(frame, 3));
    }
    assertThat(String.join("", lines.getFirst().heard()))
        .as("names of those at other nodes")
        .contains("Ana 1", "Ana 2");

    nodes.removeLast().close();
    awaitFrame(lines.getFirst(), frame -> counts(frame, 2) && frame.array("left").size() == 1);
  }

  @Test
  void CL9_a_session_that_ends_at_one_node_ends_at_every_node() throws Exception {
    var table = Client.organiser(nodes.getFirst()).table("Bien vieillir");
    var lines = everywhere(table);
    var ana = lines.get(1).client();

    assertThat(ana.at(nodes.getFirst()).post("/api/session/end").status()).isEqualTo(204);

    awaitFrame(lines.get(1), frame -> frame.string("type").equals("goodbye"));
    assertThat(ana.get("/api/session").status()).isEqualTo(401);
  }
}
