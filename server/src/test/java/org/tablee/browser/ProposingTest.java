package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Proposals as two people make them: one at a desk, one with a phone. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProposingTest {
  private static final String FINDING = "Il fait trop chaud entre l’arrêt et le marché";
  private static final String BENCHES = "Trois bancs à l’ombre";

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
  void a_proposal_says_what_it_answers_who_carries_it_and_what_it_would_take() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = browsers.person(server);
    var hers = ana.sit(invited, "facilitator", "Ana");
    hers.add(FINDING);
    hers.stopWriting(FINDING);
    hers.isSaved();
    ana.open("/t/" + invited.table() + "/proposals");
    propose(hers, BENCHES);
    hers.type("Poser trois bancs et planter deux arbres.");

    // Two square brackets ask what the proposal answers, and leave nothing in the text.
    hers.type(" [[");
    var words = hers.words();
    var search = ana.page().getByLabel(words.of("proposal_link_search"), exact());
    assertThat(search).isFocused();
    search.fill("CHAUD");
    ana.page().keyboard().press("Enter");
    assertThat(editor(hers, BENCHES)).isFocused();
    assertThat(editor(hers, BENCHES)).hasText("Poser trois bancs et planter deux arbres. ");
    ana.page().keyboard().press("Escape");
    assertThat(link(hers, FINDING)).isVisible();

    say(hers);
    assertThat(hers.card(BENCHES)).containsText("Achat et pose");
    assertThat(hers.card(BENCHES))
        .containsText(
            words.of("proposal_decided_by", "level", words.of("competence_municipality")));

    var bea = browsers.person(server, Screen.PHONE);
    var table = bea.sit(invited, "usagers", "Béa");
    bea.open("/t/" + invited.table() + "/proposals");
    assertThat(table.card(BENCHES)).containsText("Le CCAS");
    assertThat(link(table, FINDING)).isVisible();
    table.card(BENCHES).getByText(words.of("proposal_carry")).click();
    assertThat(table.card(BENCHES).getByText(words.of("proposal_carrying"))).isVisible();
    assertThat(hers.card(BENCHES).locator("dd .person")).containsText("Béa");
    // Who carries it may say what it would take.
    table.card(BENCHES).getByText(words.of("proposal_brief")).click();
    assertThat(bea.page().getByLabel(words.of("proposal_carrier"), exact())).hasValue("Le CCAS");
    bea.page().keyboard().press("Escape");

    hers.choose(BENCHES, "item_withdraw");
    assertThat(table.card(BENCHES)).hasCount(0);
    hers.button(words.of("undo")).click();
    assertThat(table.card(BENCHES)).isVisible();
  }

  /** Who may decide it, who carries it outside, and two things it would take, by the keyboard. */
  private static void say(TablePage table) {
    var words = table.words();
    var page = table.page();
    table.card(BENCHES).getByText(words.of("proposal_brief")).click();
    page.getByLabel(words.of("proposal_competence"), exact()).selectOption("municipality");
    page.getByLabel(words.of("proposal_carrier"), exact()).fill("Le CCAS");
    table.button(words.of("means_add")).click();
    page.getByLabel(words.of("means_from_money"), exact()).fill("2000");
    page.getByLabel(words.of("means_to"), exact()).fill("1 500");
    page.getByLabel(words.of("means_note"), exact()).fill("Achat et pose");
    table.button(words.of("save")).click();
    assertThat(page.getByText(words.of("means_order"))).isVisible();
    assertThat(page.getByLabel(words.of("means_from_money"), exact())).isFocused();
    page.getByLabel(words.of("means_from_money"), exact()).fill("1 200");
    assertThat(page.getByText(words.of("means_order"))).hasCount(0);
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
  }

  private static void propose(TablePage table, String title) {
    var words = table.words();
    table.button(words.of("proposal_add")).first().click();
    table.page().getByLabel(words.of("proposal_title"), exact()).fill(title);
    table.button(words.of("add_go")).click();
    assertThat(editor(table, title)).isFocused();
  }

  private static Locator editor(TablePage table, String title) {
    return table
        .page()
        .getByRole(
            AriaRole.TEXTBOX,
            new Page.GetByRoleOptions()
                .setName(table.words().of("proposal_text_of", "title", title))
                .setExact(true));
  }

  private static Locator link(TablePage table, String title) {
    return table
        .card(BENCHES)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title).setExact(true));
  }

  private static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
