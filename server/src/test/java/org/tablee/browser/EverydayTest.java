package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do with a browser without a thought: go back, close a tab, keep an old phone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class EverydayTest {
  private static final String TITLE = "La navette s’arrête à 13 h";
  private static final int TABS_CLOSED = 3;

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
  void the_skip_link_leads_into_an_invitation_and_not_out_of_it() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = browsers.person(server);
    var way = new WayIn(ana);
    ana.open("/i#" + invited.participant());
    assertThat(way.button("join_go")).isVisible();
    var address = ana.page().url();

    ana.page().keyboard().press("Tab");
    assertThat(way.link("skip")).isFocused();
    ana.page().keyboard().press("Enter");

    assertThat(ana.page().locator("#main")).isFocused();
    assertThat(way.button("join_go")).isVisible();
    assertThat(ana.page().url()).isEqualTo(address);
    ana.page().keyboard().press("Tab");
    assertThat(way.field("join_name")).isFocused();
  }

  @Test
  void the_way_back_from_a_table_leads_past_the_invitation_to_it() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = browsers.person(server);
    var way = new WayIn(ana);
    ana.open("/");
    assertThat(way.title("welcome_title")).isVisible();
    way.openInvitation(invited.participant(), "Ana");
    way.button("join_go").click();
    new TablePage(ana).isSaved();

    ana.page().goBack();

    assertThat(way.title("tables_title")).isVisible();
    assertThat(way.link("table_open_named", "title", "Bien vieillir")).isVisible();
  }

  @Test
  void all_codes_of_a_table_are_shown_and_hidden_at_once_and_one_by_one() {
    var ana = browsers.person(server);
    var way = new WayIn(ana);
    way.organise();
    way.createTable("Bien vieillir");
    var codes = ana.page().locator(".qr").filter(new Locator.FilterOptions().setVisible(true));
    assertThat(codes).hasCount(0);

    way.button("invite_show_all").click();
    assertThat(codes).hasCount(6);
    way.button("invite_hide_qr").first().click();
    assertThat(codes).hasCount(5);
    way.button("invite_show_all").click();
    assertThat(codes).hasCount(6);
    way.button("invite_hide_all").click();
    assertThat(codes).hasCount(0);
  }

  @Test
  void the_last_letter_before_a_tab_is_closed_without_a_connection_is_there_in_the_next() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = browsers.person(server).mayLoseTheServer();
    var page = ana.sit(invited, "usagers", "Ana");
    page.add(TITLE);
    var written = new StringBuilder();
    for (int tab = 0; tab < TABS_CLOSED; tab++) {
      page.isSaved();
      ana.context().setOffline(true);
      page.isOffline();
      page.type("après, on attend");
      written.append("après, on attend");
      ana.closeTab();
      ana.context().setOffline(false);
      page = ana.openTable(invited.table());
      assertThat(page.text(TITLE)).hasText(written.toString());
      page.write(TITLE);
    }
  }

  @Test
  void an_older_browser_shows_a_link_and_writes_beside_others() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = browsers.person(server);
    ana.context()
        .addInitScript(
            "delete URL.canParse; delete Intl.Segmenter; delete Promise.withResolvers; for (const"
                + " name of ['toReversed', 'toSorted', 'toSpliced', 'with']) delete"
                + " Array.prototype[name];");
    var anas = ana.sit(invited, "usagers", "Ana");
    var bens = browsers.person(server).sit(invited, "habitants", "Ben");
    bens.add(TITLE);
    bens.type("Horaires ");
    bens.page().keyboard().press("Control+K");
    bens.page().keyboard().type("https://navette.example/");
    bens.page().keyboard().press("Enter");
    bens.isSaved();

    assertThat(anas.text(TITLE).locator("a")).hasText("navette.example");
    anas.write(TITLE);
    anas.type(" !");
    bens.page().keyboard().press("Control+Home");
    bens.type("Les ");

    assertThat(anas.text(TITLE)).hasText(Pattern.compile("Les Horaires navette.example !"));
    assertThat(bens.text(TITLE)).hasText(Pattern.compile("Les Horaires navette.example !"));
  }
}
