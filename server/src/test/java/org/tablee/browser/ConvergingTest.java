package org.tablee.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tablee.json.JsonObject;
import org.tablee.text.RandomTexts;
import org.tablee.wire.DeltaJson;

/** Five clients without a screen, at once at one table of a real server, on lines that break. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class ConvergingTest {
  private static final int MEMBERS = 5;
  private static final int ACTS = 150;
  private static final List<String> KINDS =
      List.of("need", "resource", "strength", "weakness", "actor", "question");

  private ServerProcess server;
  private Organiser organiser;
  private HttpClient http;

  @BeforeAll
  void start() {
    server =
        ServerProcess.start(
            Map.of("TABLEE_COMMANDS_PER_SECOND", "0", "TABLEE_TABLE_COMMANDS_PER_SECOND", "0"));
    organiser = new Organiser(server);
    http = HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build();
  }

  @AfterAll
  void stop() {
    http.shutdownNow();
    organiser.close();
    server.close();
  }

  /** Fifty, or the one that {@code -Dseed=} names. */
  static LongStream seeds() {
    var one = Long.getLong("seed");
    return one == null ? LongStream.range(0, 50) : LongStream.of(one);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void five_clients_end_equal_to_the_server_and_each_of_their_commands_is_stored_once(long seed) {
    var invited = organiser.createTable("Table " + seed);
    var members = new ArrayList<Member>();
    for (int place = 0; place < MEMBERS; place++) {
      var seat = place == 0 ? invited.secret("facilitator") : invited.participant();
      members.add(
          new Member(
              http,
              server,
              invited.table(),
              organiser.accept(seat, "Membre " + place),
              "client-%d-%d".formatted(seed, place)));
    }
    try {
      new World(seed, members).live();
      settle(invited.table(), members);
      check(invited.table(), members);
    } finally {
      members.forEach(Member::close);
    }
  }

  private void settle(String table, List<Member> members) {
    for (var member : members) {
      if (!member.isOnline()) {
        member.join();
      }
      member.settle(0);
    }
    long last = organiser.state(table).number("seq");
    members.forEach(member -> member.settle(last));
  }

  private void check(String table, List<Member> members) {
    var answer = organiser.state(table);
    var state = answer.object("state");
    for (var member : members) {
      assertThat(member.seq()).isEqualTo(answer.number("seq"));
      assertThat(member.hash()).isEqualTo(answer.string("hash"));
      assertThat(member.findings()).isEqualTo(state.objects("findings"));
      var texts = state.object("texts").fields();
      assertThat(member.texts().keySet()).isEqualTo(texts.keySet());
      texts.forEach((id, text) ->
          assertThat(member.shown(id)).as(id).isEqualTo(DeltaJson.read((JsonObject) text)));
    }
    var commits = organiser.commits(table);
    Chain.verify(table, commits);
    checkOnce(members, commits);
  }

  private static void checkOnce(List<Member> members, List<JsonObject> commits) {
    var stored = new HashMap<String, Long>();
    for (var commit : commits) {
      var command = commit.string("by") + " " + commit.string("id");
      assertThat(stored.put(command, commit.number("seq"))).as(command).isNull();
    }
    for (var member : members) {
      assertThat(member.acknowledged()).isNotEmpty();
      member
          .acknowledged()
          .forEach((id, seq) ->
              assertThat(stored.remove(member.participant() + " " + id)).isEqualTo(seq));
      member
          .refused()
          .forEach((id, code) -> {
            assertThat(stored).doesNotContainKey(member.participant() + " " + id);
            assertThat(code).isIn("rights.own", "text.locked");
          });
    }
    // What is left is what the server itself did: the table made, the members seated.
    assertThat(stored).hasSize(1 + MEMBERS);
  }

  /** What happens at one table, all of it by the seed save when frames arrive. */
  private static final class World {
    private final SplittableRandom random;
    private final RandomTexts texts;
    private final List<Member> members;
    private final long seed;
    private int made;

    World(long seed, List<Member> members) {
      this.seed = seed;
      this.random = new SplittableRandom(seed);
      this.texts = new RandomTexts(seed);
      this.members = members;
    }

    void live() {
      members.forEach(Member::join);
      members.forEach(this::add);
      members.forEach(member -> member.settle(0));
      for (int act = 0; act < ACTS; act++) {
        var member = members.get(random.nextInt(MEMBERS));
        if (!member.isOnline() && random.nextInt(4) == 0) {
          member.join();
        }
        switch (random.nextInt(20)) {
          case 0 -> member.cut();
          case 1 -> add(member);
          case 2, 3 -> shape(member);
          case 4, 5, 6, 7 -> member.hear(random.nextInt(20));
          default -> type(member);
        }
      }
    }

    private void add(Member member) {
      made++;
      member.ask(
          JsonObject.with()
              .field("type", "AddFinding")
              .field("finding", "f-%d-%d".formatted(seed, made))
              .field("kind", oneOf(KINDS))
              .field("title", "Constat " + made)
              .build());
    }

    private void type(Member member) {
      var known = member.findings();
      if (!known.isEmpty()) {
        // Mostly in the first two: that is where they meet.
        var finding =
            known.get(random.nextInt(Math.min(known.size(), random.nextInt(8) == 0 ? 9 : 2)));
        var change = texts.change(member.shown(finding.string("text")));
        if (!change.ops().isEmpty()) {
          member.type(finding.string("text"), change);
        }
      }
    }

    private void shape(Member member) {
      var known = member.findings();
      if (known.isEmpty()) {
        return;
      }
      var finding = oneOf(known).string("id");
      var other = oneOf(known).string("id");
      var command = JsonObject.with();
      switch (random.nextInt(7)) {
        case 0 -> command.field("type", "RenameFinding").field("title", "Nom " + random.nextInt());
        case 1 -> command.field("type", "RetypeFinding").field("kind", oneOf(KINDS));
        case 2 -> command.field("type", "SourceFinding").field("source", "Source " + made);
        case 3 -> command.field("type", "WithdrawFinding");
        case 4 -> command.field("type", "RestoreFinding");
        default -> {
          command.field("type", "MoveFinding");
          if (!finding.equals(other)) {
            command.field("before", other);
          }
        }
      }
      member.ask(command.field("finding", finding).build());
    }

    private <T> T oneOf(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }
  }
}
