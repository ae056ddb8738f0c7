package org.tablee.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tablee.browser.Organiser.Invited;
import org.tablee.json.JsonObject;
import org.tablee.store.CuttingProxy;
import org.tablee.text.RichText;
import org.tablee.wire.DeltaJson;

/** Two browsers in one finding, one of them on bad Wi-Fi. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class WritingTogetherTest {
  private static final String TITLE = "La navette s’arrête à 13 h";
  private static final Duration CUT = Duration.ofSeconds(10);

  @RegisterExtension static final Browsers browsers = new Browsers();

  private ServerProcess server;
  private Organiser organiser;

  @BeforeAll
  void start() {
    server = ServerProcess.start();
    organiser = new Organiser(server);
  }

  @AfterAll
  void stop() {
    organiser.close();
    server.close();
  }

  @Test
  void two_write_on_while_one_is_cut_off_for_ten_seconds_and_end_equal_to_the_server()
      throws Exception {
    var invited = organiser.createTable("Bien vieillir");
    try (var wifi = CuttingProxy.to(server.port())) {
      var anas = browsers.person(server).sit(invited, "usagers", "Ana");
      var ben = browsers.personBehind(server, wifi.port()).mayLoseTheServer();
      var bens = ben.sit(invited, "habitants", "Ben");
      anas.add(TITLE);
      bens.write(TITLE);
      turns(anas, bens, Duration.ofSeconds(1));
      anas.isSaved();
      bens.isSaved();

      wifi.hold();
      wifi.cut();
      ben.context().setOffline(true);
      turns(anas, bens, CUT);
      bens.isOffline();
      anas.isSaved();
      wifi.pass();
      ben.context().setOffline(false);
      turns(anas, bens, Duration.ofSeconds(1));

      bens.isSaved();
      anas.isSaved();
      var stored = storedText(invited, TITLE);
      assertThat(stored).matches("[ab]+");
      assertThat(letters(stored, 'a')).isEqualTo(typedByAna);
      assertThat(letters(stored, 'b')).isEqualTo(typedByBen);
      anas.page().waitForCondition(() -> anas.lines(TITLE).equals(stored));
      bens.page().waitForCondition(() -> bens.lines(TITLE).equals(stored));
    }
  }

  private int typedByAna;
  private int typedByBen;

  /** Both type, in turns, for so long. */
  private void turns(TablePage anas, TablePage bens, Duration length) {
    for (long end = System.nanoTime() + length.toNanos(); System.nanoTime() < end; ) {
      anas.type("a");
      typedByAna++;
      bens.type("b");
      typedByBen++;
      anas.page().waitForTimeout(60);
    }
  }

  private static long letters(String text, char letter) {
    return text.chars().filter(each -> each == letter).count();
  }

  @Test
  void a_tab_closed_while_offline_sends_what_was_typed_once_it_is_opened_again() throws Exception {
    var invited = organiser.createTable("Bien vieillir");
    try (var wifi = CuttingProxy.to(server.port())) {
      var ben = browsers.personBehind(server, wifi.port()).mayLoseTheServer();
      var bens = ben.sit(invited, "habitants", "Ben");
      bens.add(TITLE);
      bens.type("avant ");
      bens.isSaved();
      wifi.hold();
      wifi.cut();
      ben.context().setOffline(true);
      bens.isOffline();
      bens.type("hors ligne");
      assertThat(bens.lines(TITLE)).isEqualTo("avant hors ligne");
      // What is typed is on disk a moment later; closing a tab is no faster for a person.
      bens.page().waitForTimeout(400);
      ben.closeTab();
      assertThat(storedText(invited, TITLE)).isEqualTo("avant ");

      wifi.pass();
      ben.context().setOffline(false);
      bens = ben.openTable(invited.table());
      bens.page().waitForCondition(() -> storedText(invited, TITLE).equals("avant hors ligne"));
      bens.isSaved();
      ben.closeTab();
      var again = ben.openTable(invited.table());
      again.page().waitForCondition(() -> again.lines(TITLE).equals("avant hors ligne"));
      assertThat(storedText(invited, TITLE)).isEqualTo("avant hors ligne");
    }
  }

  private String storedText(Invited invited, String title) {
    return storedText(organiser, invited.table(), title);
  }

  /** A finding's text on the server, without the end of its last line. */
  static String storedText(Organiser organiser, String table, String title) {
    var state = organiser.state(table).object("state");
    for (var finding : state.objects("findings")) {
      if (finding.string("title").equals(title)) {
        JsonObject text = state.object("texts").object(finding.string("text"));
        var plain = RichText.plainText(DeltaJson.read(text));
        return plain.substring(0, plain.length() - 1);
      }
    }
    throw new AssertionError("no finding " + title);
  }
}
