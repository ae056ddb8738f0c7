package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page says while the line or the server fails, for everyone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class AccessibilityOnBadLinesTest {
  private static final String FINDING = "Sortir l’après-midi sans voiture";

  @RegisterExtension static final Browsers browsers = new Browsers();
  @RegisterExtension final Axe axe = new Axe();

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

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.tablee.browser.Axe#screens")
  void waiting_losing_and_finding_the_server_is_open_to_everyone(String name, Screen screen) {
    var ana = browsers.person(server, screen).mayLoseTheServer().mayMeet("WebSocket is");
    var line = LiveLine.of(ana);
    var way = new WayIn(ana);
    var table = ana.sit(organiser.createTable("Bien vieillir"), "usagers", "Ana");
    table.add(FINDING);
    table.type("La navette");
    table.isSaved();

    line.hold();
    table.type(" s’arrête");
    says(table, "saving_saving");
    axe.check(ana, "saving");
    line.pass();
    table.isSaved();

    // The browser says that its network changed; whether the server is there is asked.
    line.hold();
    ana.context().setOffline(true);
    says(table, "saving_checking");
    axe.check(ana, "checking");
    ana.context().setOffline(false);
    line.pass();
    table.isSaved();

    line.cut();
    table.type(" à 13 h.");
    table.isOffline();
    assertThat(way.button("retry")).isVisible();
    axe.check(ana, "offline");
    line.hold();
    line.restore();
    way.button("retry").click();
    says(table, "saving_connecting");
    axe.check(ana, "connecting again");
    line.cut();
    table.isOffline();
    line.comeBackFromAnotherHistory();
    way.button("retry").click();
    says(table, "saving_parted");
    assertThat(way.field("parted_words")).hasValue(Pattern.compile(".*13 h.*"));
    axe.check(ana, "parted");
    way.button("parted_done").click();
    table.isSaved();
    assertThat(table.page().locator("article :focus")).hasCount(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.tablee.browser.Axe#screens")
  void refusals_and_ends_are_open_to_everyone(String name, Screen screen) {
    var ana = browsers.person(server, screen);
    var line = LiveLine.of(ana);
    var way = new WayIn(ana);
    var invited = organiser.createTable("Bien vieillir");
    var table = ana.sit(invited, "usagers", "Ana");
    var ben = browsers.person(server).sit(invited, "facilitator", "Ben");
    table.add(FINDING);
    table.type("La navette.");
    table.isSaved();
    line.hold();
    table.type(" Mes mots.");
    ben.choose(FINDING, "item_withdraw");
    assertThat(table.card(FINDING)).hasCount(0);
    line.pass();
    var refusal = table.page().locator(".refusals[role=alert]");
    assertThat(refusal.getByRole(AriaRole.TEXTBOX)).hasValue(Pattern.compile(".*Mes mots.*"));
    axe.check(ana, "a refusal");
    way.button("refused_done").click();
    assertThat(refusal.locator(".notice")).hasCount(0);
    assertThat(table.page().locator("#main")).isFocused();

    table.add("Un registre de voisins");
    table.isSaved();
    line.hold();
    table.type("Par la mairie");
    says(table, "saving_saving");
    line.say("{\"type\":\"goodbye\",\"code\":\"removed\"}");
    assertThat(table.saving()).hasText(table.words().anyNumber("saving_closed_kept"));
    axe.check(ana, "closed");
    line.pass();
    way.button("reload").click();
    table.isSaved();
    line.say("{\"type\":\"what-a-later-server-says\"}");
    assertThat(table.page().locator(".notice[role=alert]"))
        .containsText(table.words().of("closed_outdated"));
    axe.check(ana, "outdated");
    way.button("reload").click();
    table.isSaved();
  }

  private static void says(TablePage table, String key) {
    assertThat(table.saving()).hasText(table.words().of(key));
  }
}
