package org.tablee.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tablee.QuietLog;
import org.tablee.json.JsonObject;

/** Reads everything that comes out of a server while sheets wait in a box, and after. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class KeepingSheetsSealedTest {
  /** A word that stands in the sheet of one member alone. */
  private static final Map<String, String> WORDS =
      Map.of(
          "ana", "zibeline",
          "bao", "quetzal",
          "cleo", "wapiti",
          "dan", "jacamar");

  private static final String DRAFT = "brouillon";
  private static final String KEY = "secret-of-the-device-of-";
  private static final String ROUND = "/rounds/r1";
  private static final String BOX = "/boxes/r1";

  @RegisterExtension final QuietLog log = new QuietLog();
  private EveryOutput output;

  @BeforeEach
  void start() throws Exception {
    output = EveryOutput.ofTable(log, WORDS.keySet().toArray(String[]::new));
  }

  @AfterEach
  void stop() {
    output.close();
  }

  /** Opens an anonymous round in which each of the four writes a draft, then a sheet. */
  private void write() throws Exception {
    lead(
        """
        {"type":"OpenRound","round":"r1","kind":"doubts","question":"Quoi ?","anonymous":true}\
        """);
    for (var one : WORDS.entrySet()) {
      handIn(one.getKey(), DRAFT + " " + one.getValue());
      handIn(one.getKey(), one.getValue());
    }
  }

  private void handIn(String who, String words) throws Exception {
    var answer =
        output
            .line(who)
            .does(
                """
                {"type":"HandIn","round":"r1","key":"%s","entries":["%s","%s bis"]}\
                """
                    .formatted(KEY + who, words, words));
    assertThat(answer.fields().keySet()).containsExactly("type", "id");
    assertThat(answer.string("type")).isEqualTo("done");
  }

  private JsonObject lead(String command) throws Exception {
    var answer = output.line("lea").does(command);
    assertThat(answer.string("type")).as(answer.toString()).isEqualTo("commits");
    return answer;
  }

  private JsonObject lead(String type, String round) throws Exception {
    return lead("{\"type\":\"%s\",\"round\":\"%s\"}".formatted(type, round));
  }

  /** A box is emptied after whoever asked was answered, and before the next is. */
  private void settle() throws Exception {
    var answer = output.line("lea").does("{\"type\":\"CloseRound\",\"round\":\"r1\"}");
    assertThat(answer.string("type")).isEqualTo("refused");
  }

  @Test
  void SB4_before_a_box_is_opened_nothing_of_it_is_anywhere_else() throws Exception {
    write();
    assertThat(output.box()).contains(WORDS.values()).doesNotContain(DRAFT, KEY);
    output.holdNone(WORDS.values(), ROUND, BOX);
    output.holdNone(List.of(DRAFT, KEY), ROUND, BOX);

    lead("CloseRound", "r1");
    output.holdNone(WORDS.values(), ROUND, BOX);
    lead("DropRound", "r1");
    settle();
    output.holdNone(WORDS.values(), ROUND, BOX);
    assertThat(output.box()).doesNotContain(WORDS.values());
  }

  @Test
  void SB4_after_an_anonymous_box_is_opened_nothing_says_whose_a_line_was() throws Exception {
    write();
    var told = lead("RevealRound", "r1").objects("commits").getLast();
    settle();

    assertThat(told.objects("events")).hasSize(1);
    var event = told.objects("events").getFirst();
    assertThat(event.fields().keySet()).containsExactly("type", "round", "entries");
    assertThat(event.objects("entries")).hasSize(8);
    for (var entry : event.objects("entries")) {
      assertThat(entry.fields().keySet()).containsExactly("entry", "text");
      assertThat(entry.string("entry")).matches("[A-Za-z0-9_-]{22}");
    }
    output.holdNone(List.of(DRAFT, KEY), ROUND, BOX);
    var all = output.read(ROUND, BOX);
    for (var word : WORDS.values()) {
      // Otherwise what follows would look at nothing: each is told live, and asked for.
      assertThat(all.stream().filter(one -> one.contains(word)).count()).isGreaterThan(12);
    }
    for (var one : all) {
      for (var word : WORDS.values()) {
        for (int at = one.indexOf(word); at >= 0; at = one.indexOf(word, at + 1)) {
          // Wherever a line stands, it stands as in the event: with its own id and nothing else.
          assertThat(one.substring(0, at)).matches("(?s).*\"entry\":\"[\\w-]{22}\",\"text\":\"");
          assertThat(one.substring(at + word.length())).matches("(?s)( bis)?\"}.*");
        }
      }
    }
    assertThat(output.box()).doesNotContain(WORDS.values()).contains("\"contents\":[]");
  }
}
