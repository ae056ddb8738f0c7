package org.tablee.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tablee.text.Delta;

/** A server that is killed in the middle of typing, again and again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class SurvivingKillsTest {
  private static final int KILLS = 10;
  private static final String TITLE = "La navette s’arrête à 13 h";

  @RegisterExtension static final Browsers browsers = new Browsers();

  @Test
  void killed_ten_times_while_three_write_it_keeps_what_it_acknowledged_and_they_resume() {
    // Not closed in the end: that would wait for lines that are open.
    var http = HttpClient.newHttpClient();
    try (var server = ServerProcess.start(Map.of("TABLEE_COMMANDS_PER_SECOND", "0"));
        var organiser = new Organiser(server)) {
      var invited = organiser.createTable("Bien vieillir");
      var anas = browsers.person(server).mayLoseTheServer().sit(invited, "usagers", "Ana");
      anas.add(TITLE);
      anas.isSaved();
      var members = new ArrayList<Member>();
      for (var name : new String[] {"Ben", "Cléo"}) {
        var admitted = organiser.accept(invited.secret("habitants"), name);
        members.add(
            new Member(http, server, invited.table(), admitted, "client-" + members.size()));
      }
      members.forEach(Member::join);
      var text = members.getFirst().findings().getFirst().string("text");

      int typed = 0;
      for (int kill = 0; kill < KILLS; kill++) {
        for (int turn = 0; turn < 25; turn++) {
          if (turn == 12 + kill) {
            server.kill();
            members.forEach(Member::cut);
          }
          anas.type("a");
          typed++;
          for (var member : members) {
            member.hear(50);
            member.type(text, Delta.builder().insert("b").build());
          }
        }
        server.restart();
        assertThat(server.errors()).isEmpty();
        for (var member : members) {
          member.join();
        }
        anas.isSaved();
      }
      members.forEach(member -> member.settle(0));

      var answer = organiser.state(invited.table());
      members.forEach(member -> member.settle(answer.number("seq")));
      var commits = organiser.commits(invited.table());
      Chain.verify(invited.table(), commits);
      var stored = new HashMap<String, Long>();
      for (var commit : commits) {
        var command = commit.string("by") + " " + commit.string("id");
        assertThat(stored.put(command, commit.number("seq"))).as(command).isNull();
      }
      for (var member : members) {
        assertThat(member.refused()).isEmpty();
        member
            .acknowledged()
            .forEach((id, seq) ->
                assertThat(stored).containsEntry(member.participant() + " " + id, seq));
      }
      var plain = WritingTogetherTest.storedText(organiser, invited.table(), TITLE);
      assertThat(plain.chars().filter(each -> each == 'a').count()).isEqualTo(typed);
      assertThat(plain.chars().filter(each -> each == 'b').count()).isEqualTo(2L * typed);
      anas.page().waitForCondition(() -> anas.lines(TITLE).equals(plain));
    } finally {
      http.shutdownNow();
    }
  }
}
