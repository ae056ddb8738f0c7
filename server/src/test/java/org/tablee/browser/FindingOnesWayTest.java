package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
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

/** Addresses of sections and items, and the difference between looking and moving the table. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FindingOnesWayTest {
  private static final String FIRST = "La navette s’arrête à 13 h";
  private static final String SECOND = "Un registre de voisins";

  @RegisterExtension static final Browsers browsers = new Browsers();

  private ServerProcess server;
  private Organiser organiser;

  @BeforeAll
  void open() {
    server = ServerProcess.start();
    organiser = new Organiser(server);
  }

  @AfterAll
  void close() {
    organiser.close();
    server.close();
  }

  @Test
  void the_address_of_an_item_leads_to_its_card_whatever_section_it_names() {
    var ana = browsers.person(server);
    var invited = organiser.createTable("Bien vieillir");
    var table = ana.sit(invited, "facilitator", "Ana");
    table.add(FIRST);
    table.stopWriting(FIRST);
    table.add(SECOND);
    table.stopWriting(SECOND);
    table.isSaved();
    table.card(FIRST).click();
    var link =
        ana.page()
            .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(FIRST).setExact(true));
    var address = link.getAttribute("href");
    assertThat(address).startsWith("/t/" + invited.table() + "/diagnosis#");

    for (var section : List.of("/diagnosis", "/proposals", "/frame", "")) {
      ana.open("/");
      ana.open(address.replace("/diagnosis", section));
      assertThat(title(table, FIRST)).isFocused();
    }

    table.card(SECOND).click();
    ana.page().goBack();
    ana.page().goForward();
    assertThat(title(table, FIRST)).isFocused();
    assertThat(link).isVisible();
    // Once more to where one is already: the card has been left, and is found again.
    ana.page().keyboard().press("Tab");
    assertThat(title(table, FIRST)).not().isFocused();
    link.click();
    assertThat(title(table, FIRST)).isFocused();
  }

  @Test
  void on_a_phone_the_link_leads_back_to_the_list() {
    var ana = browsers.person(server, Screen.PHONE);
    var table = ana.sit(organiser.createTable("Bien vieillir"), "facilitator", "Ana");
    table.add(FIRST);
    table.stopWriting(FIRST);
    table.card(FIRST).locator("h3").click();
    table.button(table.words().of("tab_more")).click();
    assertThat(table.card(FIRST)).isHidden();
    ana.page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(FIRST).setExact(true))
        .click();
    assertThat(title(table, FIRST)).isFocused();
  }

  @Test
  void looking_at_a_section_moves_nobody_and_the_facilitator_moves_the_table_for_all() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = browsers.person(server);
    var table = ana.sit(invited, "facilitator", "Ana");
    var bea = browsers.person(server);
    var hers = bea.sit(invited, "usagers", "Béa");
    var words = table.words();
    assertThat(now(hers)).containsText(words.of("phase_frame"));
    assertThat(hers.button(words.of("phase_change"))).hasCount(0);
    phase(hers, "diagnosis").click();
    assertThat(phase(hers, "diagnosis")).hasAttribute("aria-current", "page");
    assertThat(bea.page()).hasURL(Pattern.compile(".*/diagnosis$"));
    assertThat(now(table)).containsText(words.of("phase_frame"));

    table.goTo("frame");
    table.button(words.of("phase_change")).click();
    ana.page().getByLabel(words.of("phase_debate"), exact()).check();
    ana.page().getByLabel(words.of("phase_alone_reason"), exact()).fill("On avance");
    table.button(words.of("phase_go", "phase", words.of("phase_debate"))).click();
    for (var one : List.of(table, hers)) {
      assertThat(now(one)).containsText(words.of("phase_debate"));
      assertThat(now(one)).containsText(words.of("phase_here"));
    }
    assertThat(phase(hers, "diagnosis")).hasAttribute("aria-current", "page");
  }

  private static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator title(TablePage table, String title) {
    return table.card(title).locator("h3");
  }

  /** Where the table is, in the bar. */
  private static Locator now(TablePage table) {
    return table.page().locator(".bar li[aria-current=step]");
  }

  private static Locator phase(TablePage table, String section) {
    return table.page().locator(".bar a[href$='/%s']".formatted(section));
  }
}
