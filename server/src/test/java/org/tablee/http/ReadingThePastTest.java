package org.tablee.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tablee.RunningServer;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.store.MemoryStore;
import org.tablee.store.Store.Collection;

@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReadingThePastTest {
  private RunningServer server;
  private Client olga;
  private String path;

  @BeforeAll
  void start() throws Exception {
    server = RunningServer.start();
    olga = Client.organiser(server);
    var made = olga.post("/api/example");
    assertThat(made.status()).isEqualTo(201);
    var again = olga.post("/api/example");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(made.body());
    path = "/api/tables/" + made.body().string("id");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private List<JsonObject> commits(String query) throws Exception {
    var answer = olga.get(path + "/commits" + query);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("application/x-ndjson; charset=utf-8");
    return answer.response().body().lines().map(Json::readObject).toList();
  }

  @Test
  void H19_anyone_can_check_a_whole_history() throws Exception {
    var all = commits("?limit=100000");
    var now = olga.get(path + "/state").body();
    assertThat(all.size()).isGreaterThan(200);
    assertThat(all.getLast().number("seq")).isEqualTo(now.number("seq")).isEqualTo(all.size());
    assertThat(all.getLast().string("hash")).isEqualTo(now.string("hash"));

    var prev = "0".repeat(64);
    long seq = 0;
    for (var commit : all) {
      var leaves = new ArrayList<JsonString>();
      var events = commit.objects("events");
      for (int i = 0; i < events.size(); i++) {
        leaves.add(
            new JsonString(
                digest(
                    JsonObject.with()
                        .field("salt", commit.array("salts").get(i))
                        .field("event", events.get(i))
                        .build())));
      }
      assertThat(commit.array("leaves")).isEqualTo(leaves);
      assertThat(commit.string("prev")).isEqualTo(prev);
      assertThat(commit.number("seq")).isEqualTo(++seq);
      prev =
          digest(
              JsonObject.with()
                  .field("table", path.substring(path.lastIndexOf('/') + 1))
                  .field("seq", seq)
                  .field("at", commit.number("at"))
                  .field("by", commit.string("by"))
                  .field("id", commit.string("id"))
                  .field("format", commit.number("format"))
                  .field("leaves", leaves)
                  .field("prev", commit.string("prev"))
                  .build());
      assertThat(commit.string("hash")).isEqualTo(prev);
    }
  }

  private static String digest(JsonObject object) throws Exception {
    var text = new JsonCanonicalizer(object.toString()).getEncodedUTF8();
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
  }

  @Test
  void H19_a_part_of_the_past_is_what_was_asked_for_and_nothing_behind_the_end() throws Exception {
    var all = commits("?limit=100000");

    assertThat(commits("?from=150&limit=101")).isEqualTo(all.subList(149, 250));
    assertThat(commits("")).isEqualTo(all.subList(0, Math.min(1_000, all.size())));
    assertThat(commits("?from=" + all.size())).containsExactly(all.getLast());
    assertThat(commits("?from=" + (all.size() + 1))).isEmpty();
    assertThat(commits("?from=9007199254740991")).isEmpty();
  }

  @Test
  void H19_a_state_of_the_past_bears_the_hash_of_its_commit() throws Exception {
    for (int seq : new int[] {1, 2, 100, 250}) {
      var state = olga.get(path + "/state?at=" + seq).body();
      assertThat(state.number("seq")).isEqualTo(seq);
      assertThat(state.string("hash"))
          .isEqualTo(commits("?from=" + seq + "&limit=1").getFirst().string("hash"));
    }
    assertThat(olga.get(path + "/state?at=1").body().object("state").array("findings")).isEmpty();
  }

  @Test
  void H21_one_session_reads_the_past_four_times_at_once_and_others_do_not_wait_for_it()
      throws Exception {
    var store = (MemoryStore) server.store();
    var other = Client.organiser(server);
    var holds = new ArrayList<MemoryStore.Hold>();
    var answers = new ArrayList<CompletableFuture<Integer>>();
    for (int i = 0; i < 4; i++) {
      var hold = store.holdNextRange(Collection.COMMITS);
      holds.add(hold);
      var rest = i % 2 == 0 ? "/state?at=2" : "/commits?from=7";
      answers.add(CompletableFuture.supplyAsync(() -> status(rest), Thread::startVirtualThread));
      hold.awaitArrival();
    }

    for (var rest : new String[] {"/state?at=3", "/commits"}) {
      var refused = olga.get(path + rest);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.code()).isEqualTo("rate.limited");
    }
    assertThat(olga.get(path + "/state").status()).isEqualTo(200);
    assertThat(other.get(path + "/state?at=3").status()).isEqualTo(200);
    holds.forEach(MemoryStore.Hold::release);
    for (var answer : answers) {
      assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(200);
    }
    assertThat(olga.get(path + "/state?at=3").status()).isEqualTo(200);
  }

  private int status(String rest) {
    try {
      return olga.get(path + rest).status();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/state?at=0",
        "/state?at=-1",
        "/state?at=1.5",
        "/state?at=1e309",
        "/state?at=9007199254740992",
        "/state?at=99999999999999999999",
        "/state?at=x",
        "/state?at=",
        "/state?at=1000000",
        "/state?at=1&at=2",
        "/commits?from=0",
        "/commits?limit=0",
        "/commits?limit=100001",
        "/commits?from=%zz"
      })
  void H19_a_number_that_does_not_fit_is_refused_by_its_name(String rest) throws Exception {
    var answer =
        RawLine.ask(
            server,
            "GET "
                + path
                + rest
                + " HTTP/1.1\nHost: x\nConnection: close\nAuthorization: Bearer "
                + olga.token()
                + "\n\n");
    assertThat(RawLine.status(answer)).isEqualTo(400);
    assertThat(answer).contains("\"request.invalid\"");
  }
}
