package org.tablee.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tablee.QuietLog;
import org.tablee.json.JsonObject;

/** Reads everything that comes out of a server while ballots wait in a box, and after. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class KeepingBallotsSealedTest {
  /** Whom each member prefers: an order that nobody else has. */
  private static final Map<String, List<String>> ORDERS =
      new TreeMap<>(
          Map.of(
              "ana", List.of("bench", "lamp", "tree"),
              "bao", List.of("lamp", "tree", "bench"),
              "cleo", List.of("tree", "bench", "lamp"),
              "dan", List.of("tree", "lamp", "bench"),
              "emi", List.of("bench", "tree", "lamp")));

  private static final String KEY = "secret-of-the-device-of-";
  private static final String[] DOORS = {"/votes/v1", "/votes/v1/results", "/boxes/v1"};

  @RegisterExtension final QuietLog log = new QuietLog();
  private EveryOutput output;

  @BeforeEach
  void start() throws Exception {
    output = EveryOutput.ofTable(log, ORDERS.keySet().toArray(String[]::new));
  }

  @AfterEach
  void stop() {
    output.close();
  }

  /** Opens a vote in which each of the five casts an empty ballot, then the one they mean. */
  private void vote(boolean secret) throws Exception {
    lead(
        """
        {"type":"OpenVote","vote":"v1","question":"Quoi ?","method":"ranking","secret":%s,\
        "options":[{"id":"bench","title":"A"},{"id":"lamp","title":"B"},{"id":"tree","title":"C"}]}\
        """
            .formatted(secret));
    for (var one : ORDERS.entrySet()) {
      cast(one.getKey(), List.of());
      cast(one.getKey(), one.getValue());
    }
  }

  private void cast(String who, List<String> order) throws Exception {
    var answer =
        output
            .line(who)
            .does(
                """
                {"type":"CastBallot","vote":"v1","key":"%s","ballot":%s}\
                """
                    .formatted(KEY + who, ballot(order)));
    assertThat(answer.fields().keySet()).containsExactly("type", "id");
    assertThat(answer.string("type")).isEqualTo("done");
  }

  private static String ballot(List<String> order) {
    return order.isEmpty()
        ? "{\"order\":[]}"
        : "{\"order\":[\"" + String.join("\",\"", order) + "\"]}";
  }

  private JsonObject lead(String command) throws Exception {
    var answer = output.line("lea").does(command);
    assertThat(answer.string("type")).as(answer.toString()).isEqualTo("commits");
    return answer;
  }

  private JsonObject act(String type) throws Exception {
    return lead("{\"type\":\"%s\",\"vote\":\"v1\"}".formatted(type));
  }

  /** A box is emptied after whoever asked was answered, and before the next is. */
  private void settle() throws Exception {
    var answer = output.line("lea").does("{\"type\":\"CloseVote\",\"vote\":\"v1\"}");
    assertThat(answer.string("code")).isEqualTo("vote.closed");
  }

  private static List<String> secrets() {
    var all = new ArrayList<String>();
    ORDERS.values().forEach(order -> all.add(ballot(order)));
    all.add("\"order\"");
    all.add("\"counts\"");
    all.add(KEY);
    return all;
  }

  @Test
  void VO4_VO16_before_a_vote_is_published_no_output_tells_a_ballot_or_a_count() throws Exception {
    for (var secret : List.of(true, false)) {
      vote(secret);
      assertThat(output.box())
          .contains(ORDERS.values().stream().map(KeepingBallotsSealedTest::ballot).toList());
      assertThat(output.box()).doesNotContain(KEY, "\"order\":[]");
      output.holdNone(secrets(), DOORS);
      for (var who : List.of("lea", "ana", "oscar")) {
        var answer = output.line(who).does("{\"type\":\"PublishVote\",\"vote\":\"v1\"}");
        assertThat(answer.string("code"))
            .isEqualTo(who.equals("lea") ? "rights.result" : "rights.role");
      }
      act("CloseVote");
      output.holdNone(secrets(), DOORS);
      act("DropVote");
      settle();
      output.holdNone(secrets(), DOORS);
      assertThat(output.box()).contains("\"contents\":[]");
      output.close();
      start();
    }
  }

  @Test
  void VO6_VO16_a_secret_vote_that_is_published_tells_counts_and_no_ballot() throws Exception {
    vote(true);
    act("CloseVote");
    var told = act("PublishVote").objects("commits").getLast().objects("events").getFirst();
    settle();

    assertThat(told.fields().keySet()).containsExactly("type", "vote", "results");
    assertThat(told.object("results").object("total").number("ballots")).isEqualTo(5);
    var hidden = new ArrayList<>(secrets());
    hidden.remove("\"counts\"");
    output.holdNone(hidden, DOORS);
    // Otherwise what was read would be nothing: it is told live to each, and asked for.
    assertThat(output.read(DOORS).stream().filter(one -> one.contains("\"counts\"")))
        .hasSizeGreaterThan(12);
    assertThat(output.box()).contains("\"contents\":[]");
  }

  @Test
  void VO6_VO16_of_four_ballots_nothing_is_ever_told() throws Exception {
    lead(
        """
        {"type":"OpenVote","vote":"v1","question":"Quoi ?","method":"ranking","secret":true,\
        "options":[{"id":"bench","title":"A"},{"id":"lamp","title":"B"},{"id":"tree","title":"C"}]}\
        """);
    for (var who : List.of("ana", "bao", "cleo", "dan")) {
      cast(who, ORDERS.getOrDefault(who, List.of()));
    }
    act("CloseVote");

    var answer = output.line("lea").does("{\"type\":\"PublishVote\",\"vote\":\"v1\"}");
    assertThat(answer.string("code")).isEqualTo("vote.few");
    output.holdNone(secrets(), DOORS);
  }

  @Test
  void VO9_a_named_vote_that_is_published_tells_each_ballot_with_its_name() throws Exception {
    vote(false);
    act("CloseVote");
    var told = act("PublishVote").objects("commits").getLast().objects("events").getFirst();

    assertThat(told.fields().keySet()).containsExactly("type", "vote", "results", "ballots");
    assertThat(told.objects("ballots").stream().map(one -> one.object("ballot").toString()))
        .containsExactlyInAnyOrderElementsOf(
            ORDERS.values().stream().map(KeepingBallotsSealedTest::ballot).toList());
    output.holdNone(List.of(KEY), DOORS);
  }
}
