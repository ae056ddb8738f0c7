package org.tablee.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tablee.QuietLog;
import org.tablee.hosting.Answer;
import org.tablee.table.ClientId;
import org.tablee.table.CommandId;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Seq;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TextId;
import org.tablee.text.Delta;

/** What no co-edited text takes, over a socket. */
@ExtendWith(VertxExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedingTextsTest {
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

  private void refused(String ops, String code) {
    assertThat(feeding.refused(feeding.edit(ops)).string("code")).as(ops).isEqualTo(code);
  }

  @Test
  void B9_a_base_in_the_future_or_before_the_text_is_refused() {
    for (long base : new long[] {feeding.world.host().position().seq().value() + 1, 99, 0, 3}) {
      var edit =
          "{'type':'EditText','text':'f0','base':%d,'delta':{'ops':[{'insert':'x'}]}}"
              .formatted(base);
      assertThat(feeding.refused(edit).string("code")).as(edit).isEqualTo("text.base");
    }
  }

  @Test
  void B9_a_base_more_than_5_000_changes_of_that_text_ago_is_refused() {
    var late = feeding.edit("{'insert':'x'}");
    var lessLate = late.replace("'base':5", "'base':6");
    assertThat(lessLate).isNotEqualTo(late);
    feeding.world.editMuch("f0", 1, 1);
    var ana = feeding.ana();
    for (int n = 1; n < 5_001; n++) {
      feeding.world.insert("f0", 0, n % 2 == 0 ? "a" : "b");
    }

    ana.command(feeding.nextId(), late);
    assertThat(ana.take("refused").string("code")).isEqualTo("text.base");
    ana.command(feeding.nextId(), lessLate);
    ana.take("commits");

    feeding.world.hostElsewhere(feeding.world.history);
    var answer = new CompletableFuture<Answer>();
    var edit = new EditText(new TextId("f0"), new Seq(5), Delta.builder().insert("x").build());
    var id = new CommandId(new ClientId("ana-tab-1"), 90);
    feeding.world.host().ask(World.ANA, id, edit, answer::complete);
    assertThat(answer.orTimeout(10, TimeUnit.SECONDS).join())
        .isEqualTo(new Answer.Refused(new Refusal(RefusalCode.TEXT_BASE)));
  }

  @Test
  void B12_a_change_that_does_not_fit_the_text_is_refused() {
    refused("{'retain':7},{'insert':'a'}", "text.length");
    refused("{'delete':7}", "text.length");
    refused("{'retain':2},{'delete':1000000000}", "text.length");
    refused("{'delete':6}", "text.length");
    refused("{'retain':5},{'delete':1}", "text.length");
    refused("{'retain':6},{'insert':'a'}", "text.length");
    refused("{'retain':4},{'insert':'a'}", "text.character");
    refused("{'retain':3},{'delete':1}", "text.character");
    refused("{'retain':4},{'delete':1}", "text.character");
    refused("{'retain':3},{'retain':1,'attributes':{'bold':true}}", "text.character");
    feeding.stored(feeding.edit("{'retain':3},{'delete':2}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'retain':0}",
        "{'retain':-1}",
        "{'delete':0}",
        "{'delete':-1}",
        "{'delete':1.5}",
        "{'delete':1e309}",
        "{'delete':9007199254740992}",
        "{'delete':9007199254740991}",
        "{'delete':'1'}",
        "{'delete':null}",
        "{'delete':true}",
        "{'delete':1,'attributes':{'bold':true}}",
        "{'insert':''}",
        "{'insert':'a','delete':1}",
        "{'insert':'a','retain':1}",
        "{'insert':'a','attributes':[]}",
        "{'insert':'a','attributes':null}",
        "{'insert':'a','by':'ben'}",
        "{'attributes':{'bold':true}}",
        "{}",
        "[]",
        "1",
        "null",
        "'a'"
      })
  void B12_what_is_no_op_is_an_invalid_command(String op) {
    var refused = feeding.refused(feeding.edit("{'retain':1}," + op));

    assertThat(refused.string("code")).isEqualTo("command.invalid");
    assertThat(refused.object("params").string("field")).isEqualTo("/delta/ops/1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|/delta",
        "{'ops':null}|/delta",
        "{'ops':{}}|/delta",
        "{'ops':[],'more':1}|/delta",
        "[]|/delta",
        "null|/delta"
      })
  void B12_what_is_no_change_is_an_invalid_command(String delta, String field) {
    var refused =
        feeding.refused("{'type':'EditText','text':'f0','base':5,'delta':%s}".formatted(delta));

    assertThat(refused.string("code")).isEqualTo("command.invalid");
    assertThat(refused.object("params").string("field")).isEqualTo(field);
  }

  @Test
  void B12_too_many_ops_are_an_invalid_command() {
    var many = "{'retain':1}" + ",{'retain':1}".repeat(4_000);
    var refused = feeding.refused(feeding.edit(many));

    assertThat(refused.string("code")).isEqualTo("command.invalid");
    assertThat(refused.object("params").string("field")).isEqualTo("/delta/ops");
  }

  @Test
  void B12_10_000_ops_and_an_insert_of_5_MB_are_too_large_for_the_line() {
    var ops = "{'delete':1}" + ",{'delete':1}".repeat(9_999);
    for (var large : new String[] {ops, "{'insert':'" + "x".repeat(5_000_000) + "'}"}) {
      int writes = feeding.world.store.writes();
      var bea = feeding.world.join(World.ANA);
      bea.socket.writeTextMessage(
          "{'type':'do','id':'ana-tab-1-1','command':%s}"
              .formatted(feeding.edit(large))
              .replace('\'', '"'));
      // Whoever is still sending may find the line cut before the close frame is read.
      assertThat(bea.closeCode()).isIn(1009, 1006);
      assertThat(feeding.world.store.writes()).isEqualTo(writes);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'insert':'a','attributes':{'color':'red'}}",
        "{'insert':'a','attributes':{'size':'huge'}}",
        "{'insert':'a','attributes':{'onclick':'alert(1)'}}",
        "{'insert':'a','attributes':{'__proto__':true}}",
        "{'insert':'a','attributes':{'bold':1}}",
        "{'insert':'a','attributes':{'bold':'true'}}",
        "{'insert':'a','attributes':{'bold':{}}}",
        "{'insert':'a','attributes':{'bold':[true]}}",
        "{'insert':'a','attributes':{'bold':null}}",
        "{'insert':{'image':'https://example.org/a.png'}}",
        "{'insert':{'video':'x'},'attributes':{'bold':true}}",
        "{'insert':7}",
        "{'insert':'\\n','attributes':{'header':7}}",
        "{'insert':'\\n','attributes':{'header':1}}",
        "{'insert':'\\n','attributes':{'header':2.5}}",
        "{'insert':'\\n','attributes':{'header':'2'}}",
        "{'insert':'\\n','attributes':{'indent':200}}",
        "{'insert':'\\n','attributes':{'indent':0}}",
        "{'insert':'\\n','attributes':{'list':'x'}}",
        "{'insert':'\\n','attributes':{'list':'checked'}}",
        "{'insert':'a','attributes':{'header':2}}",
        "{'retain':1,'attributes':{'list':'bullet'}}"
      })
  void B13_a_format_that_no_text_has_is_refused(String op) {
    refused(op, "text.format");
  }

  @Test
  void B13_more_empty_lines_than_a_text_has_are_refused() {
    refused("{'insert':'" + "\\n".repeat(2_000) + "'}", "text.size");
    feeding.stored(feeding.edit("{'insert':'" + "\\n".repeat(1_200) + "'}"));
    refused("{'insert':'" + "\\n".repeat(1_200) + "'}", "text.size");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\\tscript:alert(1)",
        "java\\nscript:alert(1)",
        " javascript:alert(1)",
        " https://example.org",
        "\\u0000javascript:alert(1)",
        "\\u0000https://example.org",
        "\\u200bhttps://example.org",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "blob:https://example.org/1",
        "//evil.example",
        "/evil",
        "evil.example",
        "https:evil.example",
        "https:///evil.example",
        "https:\\\\\\\\evil.example",
        "https://ana:secret@example.org",
        "https://ana@example.org",
        "https://",
        ""
      })
  void B14_a_link_that_leads_astray_is_refused(String link) {
    refused("{'insert':'a','attributes':{'link':'" + link + "'}}", "text.format");
    refused("{'retain':1,'attributes':{'link':'" + link + "'}}", "text.format");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👨‍👩‍👧‍👦",
        "👩🏽‍⚕️",
        "مرحبا بكم",
        "c’hwec’h",
        "Tiếng Việt",
        "⠃⠗⠁",
        "e\u0301te\u0301",
        "<img src=x onerror=alert(1)>"
      })
  void B18_every_script_comes_back_as_it_was_written(String words) {
    var event = feeding.stored(feeding.edit("{'insert':'" + words + "'}"));

    assertThat(event.object("delta").objects("ops").getFirst().string("insert")).isEqualTo(words);
    var text = feeding.stateOfNewcomer().object("texts").object("f0");
    assertThat(text.objects("ops").getFirst().string("insert")).startsWith(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\ud800",
        "a\\udc00b",
        "\\udc00\\ud800",
        "\\u0000",
        "\\ufffe",
        "\\uffff",
        "\\ufdd0"
      })
  void B19_what_is_no_character_is_refused(String word) {
    refused("{'insert':'" + word + "'}", "text.character");
    refused(
        "{'insert':'a','attributes':{'link':'https://example.org/" + word + "'}}",
        word.equals("\\u0000") ? "text.format" : "text.character");
  }
}
