package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tablee.browser.Organiser.Invited;
import org.tablee.store.CuttingProxy;

/** What a machine can tell of access for everyone, on every page and in every state. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class AccessibilityTest {
  private static final String FINDING = "Sortir l’après-midi sans voiture";

  private static final List<String> INK = List.of("color-contrast");

  @RegisterExtension static final Browsers browsers = new Browsers();

  private ServerProcess server;
  private Organiser organiser;
  private String example;
  private final List<String> found = new ArrayList<>();

  @BeforeAll
  void start() {
    server = ServerProcess.start();
    organiser = new Organiser(server);
    example = organiser.openExample();
  }

  @AfterAll
  void stop() {
    organiser.close();
    server.close();
  }

  @AfterEach
  void nothingWasFound() {
    var all = List.copyOf(found);
    found.clear();
    assertThat(all).isEmpty();
  }

  static Stream<Arguments> screens() {
    return Stream.of(
        Arguments.of("desktop", Screen.DESKTOP),
        Arguments.of("dark, in English", Screen.DESKTOP.dark().in("en")),
        Arguments.of("narrow", Screen.PHONE.wide(320)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("screens")
  void the_pages_before_a_table_are_open_to_everyone(String name, Screen screen) {
    var odile = browsers.person(server, screen).mayMeet("api/invitations/look", "/nothing/here");
    var way = new WayIn(odile);
    odile.open("/");
    assertThat(way.title("welcome_title")).isVisible();
    check(odile, "home of nobody");
    odile.open("/nothing/here");
    assertThat(way.title("lost_title")).isVisible();
    check(odile, "no such page");
    odile.open("/i#unknown-secret-0123456789");
    assertThat(way.title("join_unknown_title")).isVisible();
    check(odile, "unknown invitation");
    way.openInvitation(organiser.createTable("Bien vieillir").participant(), "");
    check(odile, "invitation");
    way.button("join_go").click();
    check(odile, "invitation without a name");
    way.organise();
    check(odile, "home with tables");
    way.link("create_open").click();
    way.button("create_go").click();
    check(odile, "new table without a name");
    odile.open("/");
    way.createTable("Bien vieillir");
    way.button("invite_show_qr").first().click();
    check(odile, "invitations");
    odile.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    // Paper has no parts that one could leap to; it has ink.
    checkRules("invitations in print", new AxeBuilder(odile.page()).withRules(INK));
    odile.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    odile.open("/t/" + example);
    assertThat(way.button("not_seated_join")).isVisible();
    check(odile, "a table one does not sit at");
    way.button("not_seated_join").click();
    var table = new TablePage(odile);
    table.isSaved();
    check(odile, "example table");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("screens")
  void a_table_is_open_to_everyone_in_each_of_its_states(String name, Screen screen)
      throws Exception {
    var invited = organiser.createTable("Bien vieillir");
    try (var wifi = CuttingProxy.to(server.port())) {
      var ana = browsers.personBehind(server, screen, wifi.port()).mayLoseTheServer();
      var table = ana.sit(invited, "facilitator", "Ana");
      check(ana, "empty table");
      table.button(table.words().of("finding_add")).last().click();
      check(ana, "new finding");
      table.button(table.words().of("cancel")).click();
      table.add(FINDING);
      table.type("La navette s’arrête à 13 h.");
      check(ana, "editor");
      table.stopWriting(FINDING);
      table.button(table.words().of("item_menu", "title", FINDING)).click();
      check(ana, "menu");
      ana.page().keyboard().press("Escape");
      table.choose(FINDING, "finding_rename");
      check(ana, "renaming");
      ana.page().keyboard().press("Escape");
      wifi.hold();
      wifi.cut();
      ana.context().setOffline(true);
      table.isOffline();
      check(ana, "offline");
      wifi.pass();
      ana.context().setOffline(false);
      table.isSaved();
      table.choose(FINDING, "item_withdraw");
      ana.page().locator("details summary").click();
      check(ana, "withdrawn");
      var oscar = browsers.person(server, screen);
      oscar.sit(invited, "observer", "Oscar");
      check(oscar, "observer");
    }
  }

  @Test
  void what_comes_up_over_a_table_is_open_to_everyone() {
    var ana = browsers.person(server);
    var way = new WayIn(ana);
    var table = ana.sit(invitedWithFinding(), "facilitator", "Ana");
    table.add("Un registre de voisins");
    check(ana, "two findings, the editor open");
    table.stopWriting("Un registre de voisins");
    var dialog = table.page().locator("dialog[open]");
    table.page().locator("header .me").click();
    assertThat(dialog).isVisible();
    check(ana, "settings");
    ana.page().keyboard().press("Escape");
    assertThat(dialog).hasCount(0);
    way.button("phase_change").click();
    assertThat(dialog).isVisible();
    check(ana, "moving the phase");
    ana.page().keyboard().press("Escape");
    assertThat(dialog).hasCount(0);
    table.choose(FINDING, "move_before");
    assertThat(dialog).isVisible();
    check(ana, "placing a finding");
    ana.page().keyboard().press("Escape");
    assertThat(dialog).hasCount(0);
    way.button("invite").click();
    assertThat(dialog).isVisible();
    check(ana, "inviting");
  }

  @Test
  void a_refusal_and_the_words_it_keeps_are_open_to_everyone() throws Exception {
    var invited = organiser.createTable("Bien vieillir");
    try (var wifi = CuttingProxy.to(server.port())) {
      var ana = browsers.personBehind(server, Screen.DESKTOP, wifi.port()).mayLoseTheServer();
      var table = ana.sit(invited, "usagers", "Ana");
      table.add(FINDING);
      table.type("La navette.");
      table.isSaved();
      var ben = browsers.person(server).sit(invited, "facilitator", "Ben");
      wifi.hold();
      wifi.cut();
      ana.context().setOffline(true);
      table.isOffline();
      table.type(" Mes mots.");
      ben.choose(FINDING, "item_withdraw");
      ben.isSaved();
      wifi.pass();
      ana.context().setOffline(false);
      var refusal = table.page().locator(".refusals[role=alert]");
      assertThat(refusal.getByRole(AriaRole.TEXTBOX))
          .hasValue(
              Pattern.compile(".*Mes mots.*"),
              new LocatorAssertions.HasValueOptions().setTimeout(40_000));
      check(ana, "a refusal");
    }
  }

  @Test
  void the_tabs_of_a_phone_are_open_to_everyone() {
    var ana = browsers.person(server, Screen.PHONE);
    ana.sit(invitedWithFinding(), "usagers", "Ana");
    var way = new WayIn(ana);
    way.button("tab_people").click();
    check(ana, "people on a phone");
    way.button("tab_more").click();
    check(ana, "more on a phone");
  }

  @Test
  void a_home_without_tables_is_open_to_everyone() {
    try (var empty = ServerProcess.start()) {
      var odile = browsers.person(empty, Screen.DESKTOP);
      new WayIn(odile).organise();
      check(odile, "home without tables");
    }
  }

  @Test
  void text_twice_as_large_still_fits() {
    var ana = browsers.person(server);
    ana.sit(invitedWithFinding(), "usagers", "Ana");
    ana.page().evaluate("document.documentElement.style.fontSize = '200%'");
    fits(ana, "table at 200 %");
    ana.open("/i#" + organiser.createTable("Bien vieillir").participant());
    assertThat(new WayIn(ana).field("join_name")).isVisible();
    ana.page().evaluate("document.documentElement.style.fontSize = '200%'");
    fits(ana, "invitation at 200 %");
    ana.open("/");
    ana.page().evaluate("document.documentElement.style.fontSize = '200%'");
    fits(ana, "home at 200 %");
  }

  private Invited invitedWithFinding() {
    var invited = organiser.createTable("Bien vieillir");
    var ben = browsers.person(server).sit(invited, "usagers", "Ben");
    ben.add(FINDING);
    ben.isSaved();
    return invited;
  }

  private void check(Person person, String state) {
    checkRules(state, new AxeBuilder(person.page()));
    fits(person, state);
  }

  private void checkRules(String state, AxeBuilder rules) {
    for (var violation : rules.analyze().getViolations()) {
      violation
          .getNodes()
          .forEach(node ->
              found.add(
                  "%s: %s: %s %s"
                      .formatted(
                          state, violation.getId(), node.getHtml(), node.getFailureSummary())));
    }
  }

  /** Nothing is wider than the screen. */
  private void fits(Person person, String state) {
    var beyond =
        person
            .page()
            .evaluate(
                "() => document.documentElement.scrollWidth -"
                    + " document.documentElement.clientWidth");
    if (((Number) beyond).intValue() > 0) {
      found.add(state + ": scrolls sideways by " + beyond);
    }
  }
}
