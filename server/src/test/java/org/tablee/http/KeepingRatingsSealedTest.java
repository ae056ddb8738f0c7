package org.tablee.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tablee.QuietLog;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;

/** Reads everything that comes out of a server while ratings wait in a box, and after. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class KeepingRatingsSealedTest {
  private static final Map<String, Integer> VALUES = Map.of("ana", 3, "bao", 10, "cleo", 7);

  /** However a value is written, in JSON or in the log, one of these stands before it. */
  private static final List<String> VALUE = List.of("\"value\"", "Score", "score");

  private static final Pattern SALT = Pattern.compile("\"salt\":\"([^\"]+)\"");

  private static final String RATING = "/ratings/r1";
  private static final String BOX = "/boxes/r1";

  @RegisterExtension final QuietLog log = new QuietLog();
  private EveryOutput output;

  @BeforeEach
  void start() throws Exception {
    output = EveryOutput.ofTable(log, VALUES.keySet().toArray(String[]::new));
  }

  @AfterEach
  void stop() {
    output.close();
  }

  /** Opens a hidden rating in which each of the three rates twice, and one does not know. */
  private void rate() throws Exception {
    lead("{\"type\":\"AddChallenge\",\"challenge\":\"bus\",\"title\":\"Sortir\"}");
    lead("{\"type\":\"OpenRating\",\"rating\":\"r1\",\"hidden\":true}");
    for (var one : VALUES.entrySet()) {
      rate(one.getKey(), ",\"value\":1");
      rate(one.getKey(), ",\"value\":" + one.getValue());
    }
    rate("lea", "");
  }

  private void rate(String who, String value) throws Exception {
    var answer =
        output
            .line(who)
            .does(
                "{\"type\":\"RateChallenge\",\"rating\":\"r1\",\"challenge\":\"bus\"%s}"
                    .formatted(value));
    assertThat(answer.fields().keySet()).containsExactly("type", "id");
    assertThat(answer.string("type")).isEqualTo("done");
  }

  private JsonObject lead(String command) throws Exception {
    var answer = output.line("lea").does(command);
    assertThat(answer.string("type")).as(answer.toString()).isEqualTo("commits");
    return answer;
  }

  private JsonObject close() throws Exception {
    return lead("{\"type\":\"CloseRating\",\"rating\":\"r1\"}");
  }

  private List<String> salts() {
    var salts = new ArrayList<String>();
    var found = SALT.matcher(output.box());
    while (found.find()) {
      salts.add(found.group(1));
    }
    return salts;
  }

  @Test
  void CH8_SB4_before_a_rating_is_closed_no_value_is_anywhere_but_in_its_box() throws Exception {
    rate();

    assertThat(output.box()).contains("\"value\":3", "\"value\":7", "\"value\":10");
    assertThat(output.box()).doesNotContain("\"value\":1,", "\"value\":1}");
    assertThat(salts()).hasSize(VALUES.size() + 1);
    output.holdNone(VALUE, RATING, BOX);
    output.holdNone(salts(), RATING, BOX);
    // Otherwise that would look at nothing: that they rated is told to everyone.
    assertThat(output.read(RATING, BOX).stream().filter(one -> one.contains("RatingGiven")).count())
        .isGreaterThan(20);
  }

  @Test
  void CH9_SB4_the_closing_tells_the_last_values_alone_and_empties_the_box() throws Exception {
    rate();
    var told = close().objects("commits").getLast().objects("events").getFirst();
    // A box is emptied after whoever asked was answered, and before the next is.
    var again = output.line("lea").does("{\"type\":\"CloseRating\",\"rating\":\"r1\"}");
    assertThat(again.string("type")).isEqualTo("refused");

    assertThat(told.string("type")).isEqualTo("RatingClosed");
    var values = told.objects("values");
    assertThat(
            values.stream()
                .filter(one -> one.field("value") != null)
                .map(one -> one.number("value")))
        .containsExactlyInAnyOrder(3L, 7L, 10L);
    assertThat(values.stream().filter(one -> one.field("value") == null)).hasSize(1);
    assertThat(commitments(values)).isEqualTo(lastMarks());
    assertThat(output.box()).doesNotContain(VALUE).contains("\"contents\":[]");
  }

  /** By participant, from what the closing told. */
  private static Map<String, String> commitments(List<JsonObject> values) throws Exception {
    var all = new HashMap<String, String>();
    for (var one : values) {
      var value = one.field("value") != null ? ",\"value\":" + one.number("value") : "";
      var json =
          "{\"by\":\"%s\",\"content\":{\"type\":\"SealedScore\"%s},\"salt\":\"%s\",\"slot\":\"bus\"}"
              .formatted(one.string("participant"), value, one.string("salt"));
      var digest = MessageDigest.getInstance("SHA-256");
      all.put(
          one.string("participant"),
          HexFormat.of().formatHex(digest.digest(json.getBytes(StandardCharsets.UTF_8))));
    }
    return all;
  }

  /** By participant, from what everyone heard before. */
  private Map<String, String> lastMarks() {
    var all = new HashMap<String, String>();
    for (var frame : output.line("lea").heard()) {
      var heard = Json.readObject(frame);
      if (!heard.string("type").equals("commits")) {
        continue;
      }
      for (var commit : heard.objects("commits")) {
        for (var event : commit.objects("events")) {
          if (event.string("type").equals("RatingGiven")) {
            assertThat(commit.string("by")).isEqualTo("system");
            all.put(event.string("participant"), event.string("commitment"));
          }
        }
      }
    }
    return all;
  }
}
