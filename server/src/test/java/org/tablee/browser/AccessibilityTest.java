package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tablee.browser.Organiser.Invited;
import org.tablee.store.CuttingProxy;

/** What a machine can tell of access for everyone, on every page and in every state. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class AccessibilityTest {
  private static final String FINDING = "Sortir l’après-midi sans voiture";

  @RegisterExtension static final Browsers browsers = new Browsers();
  @RegisterExtension final Axe axe = new Axe();

  private ServerProcess server;
  private Organiser organiser;
  private String example;

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

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.tablee.browser.Axe#screens")
  void the_pages_before_a_table_are_open_to_everyone(String name, Screen screen) {
    var odile = browsers.person(server, screen).mayMeet("api/invitations/look", "/nothing/here");
    var way = new WayIn(odile);
    odile.open("/");
    assertThat(way.title("welcome_title")).isVisible();
    axe.check(odile, "home of nobody");
    odile.open("/nothing/here");
    assertThat(way.title("lost_title")).isVisible();
    axe.check(odile, "no such page");
    odile.open("/i#unknown-secret-0123456789");
    assertThat(way.title("join_unknown_title")).isVisible();
    axe.check(odile, "unknown invitation");
    way.openInvitation(organiser.createTable("Bien vieillir").participant(), "");
    axe.check(odile, "invitation");
    way.button("join_go").click();
    axe.check(odile, "invitation without a name");
    way.organise();
    axe.check(odile, "home with tables");
    way.link("create_open").click();
    way.button("create_go").click();
    axe.check(odile, "new table without a name");
    odile.open("/");
    way.createTable("Bien vieillir");
    way.button("invite_show_qr").first().click();
    axe.check(odile, "invitations");
    axe.checkPaper(odile, "invitations in print");
    odile.open("/t/" + example);
    assertThat(way.button("not_seated_join")).isVisible();
    axe.check(odile, "a table one does not sit at");
    way.button("not_seated_join").click();
    var table = new TablePage(odile);
    table.isSaved();
    axe.check(odile, "example table");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.tablee.browser.Axe#screens")
  void a_table_is_open_to_everyone_in_each_of_its_states(String name, Screen screen)
      throws Exception {
    var invited = organiser.createTable("Bien vieillir");
    try (var wifi = CuttingProxy.to(server.port())) {
      var ana = browsers.personBehind(server, screen, wifi.port()).mayLoseTheServer();
      var table = ana.sit(invited, "facilitator", "Ana");
      axe.check(ana, "empty table");
      table.button(table.words().of("finding_add")).last().click();
      axe.check(ana, "new finding");
      table.button(table.words().of("cancel")).click();
      table.add(FINDING);
      table.type("La navette s’arrête à 13 h.");
      axe.check(ana, "editor");
      table.stopWriting(FINDING);
      table.button(table.words().of("item_menu", "title", FINDING)).click();
      axe.check(ana, "menu");
      ana.page().keyboard().press("Escape");
      table.choose(FINDING, "finding_rename");
      axe.check(ana, "renaming");
      ana.page().keyboard().press("Escape");
      wifi.hold();
      wifi.cut();
      ana.context().setOffline(true);
      table.isOffline();
      axe.check(ana, "offline");
      wifi.pass();
      ana.context().setOffline(false);
      table.isSaved();
      table.choose(FINDING, "item_withdraw");
      ana.page().locator(".list details summary").click();
      axe.check(ana, "withdrawn");
      var oscar = browsers.person(server, screen);
      oscar.sit(invited, "observer", "Oscar");
      axe.check(oscar, "observer");
    }
  }

  @Test
  void a_home_without_tables_is_open_to_everyone() {
    try (var empty = ServerProcess.start()) {
      Axe.screens()
          .map(arguments -> (Screen) arguments.get()[1])
          .forEach(screen -> {
            var odile = browsers.person(empty, screen);
            new WayIn(odile).organise();
            axe.check(odile, "home without tables");
          });
    }
  }

  @Test
  void text_twice_as_large_still_fits() {
    var ana = browsers.person(server);
    ana.sit(invitedWithFinding(), "usagers", "Ana");
    ana.page().evaluate("document.documentElement.style.fontSize = '200%'");
    axe.fits(ana, "table at 200 %");
    ana.open("/i#" + organiser.createTable("Bien vieillir").participant());
    assertThat(new WayIn(ana).field("join_name")).isVisible();
    ana.page().evaluate("document.documentElement.style.fontSize = '200%'");
    axe.fits(ana, "invitation at 200 %");
    ana.open("/");
    ana.page().evaluate("document.documentElement.style.fontSize = '200%'");
    axe.fits(ana, "home at 200 %");
  }

  private Invited invitedWithFinding() {
    var invited = organiser.createTable("Bien vieillir");
    var ben = browsers.person(server).sit(invited, "usagers", "Ben");
    ben.add(FINDING);
    ben.isSaved();
    return invited;
  }
}
