package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
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

/** Positions as members of several colleges take them, until a proposal stands. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TakingPositionsTest {
  private static final String BENCHES = "Des bancs à l’ombre";

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
  void PO2_PO3_PO4_PO5_an_objection_is_lifted_by_another_text_and_the_proposal_stands() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = sit(invited, "administration", "Ana", Screen.DESKTOP);
    new Proposals(ana).add(BENCHES);
    ana.type("Poser trois bancs au soleil.");
    ana.page().keyboard().press("Escape");
    ana.isSaved();
    var bea = sit(invited, "usagers", "Béa", Screen.PHONE);

    take(ana, "support");
    assertThat(stance(ana, "support")).hasAttribute("aria-pressed", "true");
    assertThat(stance(ana, "support")).isFocused();
    assertThat(bea.card(BENCHES)).containsText("Usagers");

    // An objection says why and what would lift it, by the keyboard alone.
    take(bea, "object");
    bea.page().keyboard().press("Enter");
    assertThat(bea.card(BENCHES).locator("form [role=alert]").first())
        .hasText(bea.words().of("position_why_missing"));
    bea.type("Personne ne s’assied au soleil.");
    bea.page().keyboard().press("Tab");
    bea.type("De l’ombre.");
    bea.page().keyboard().press("Enter");
    assertThat(stance(bea, "object")).isFocused();
    assertThat(held(ana)).containsText("Personne ne s’assied au soleil.");
    assertThat(held(ana)).containsText("De l’ombre.");
    assertThat(standing(ana)).containsText(ana.words().of("standing_open"));
    assertThat(standing(ana)).containsText("1 objection");

    // The text changes: both are asked whether their position still holds.
    new Proposals(ana).write(BENCHES);
    ana.page().keyboard().press("Control+End");
    ana.type(" Et planter deux arbres.");
    ana.page().keyboard().press("Escape");
    ana.isSaved();
    assertThat(held(ana)).containsText(ana.words().of("position_earlier"));
    press(confirm(ana, "support"));
    assertThat(confirm(ana, "support")).hasCount(0);
    assertThat(confirm(bea, "object")).isVisible();

    take(bea, "accept");
    assertThat(standing(ana)).containsText(ana.words().of("standing_stands"));
    assertThat(standing(bea)).containsText(bea.words().of("standing_stands"));
    assertThat(held(ana)).hasCount(0);

    ana.card(BENCHES).locator(".positions summary").click();
    var roll = ana.card(BENCHES).locator(".roll");
    assertThat(roll).containsText("Ana");
    // What one confirmed is one's position; what it was before stays with its time.
    assertThat(roll.locator("li").first()).containsText(ana.words().of("position_before"));
  }

  @Test
  void PO6_a_college_has_a_strip_of_one_height_and_a_small_one_is_shown_if_all_agree() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = sit(invited, "administration", "Ana", Screen.DESKTOP);
    new Proposals(ana).add(BENCHES);
    ana.page().keyboard().press("Escape");
    ana.isSaved();
    var bea = sit(invited, "usagers", "Béa", Screen.DESKTOP);
    for (var name : new String[] {"Carl", "Dina", "Eva"}) {
      take(sit(invited, "habitants", name, Screen.DESKTOP), "accept");
    }
    take(ana, "support");
    take(bea, "abstain");

    assertThat(strips(ana)).hasCount(1);
    assertThat(ana.card(BENCHES))
        .containsText(ana.words().of("strips_hidden", "names", "Administration, Usagers"));
    ana.card(BENCHES).locator(".positions summary").click();
    assertThat(ana.card(BENCHES).locator(".roll")).containsText("Carl");
    assertThat(ana.card(BENCHES).locator(".roll")).not().containsText("Béa");

    press(ana.button(ana.words().of("strips_show", "name", "Administration")));
    press(bea.button(bea.words().of("strips_show", "name", "Usagers")));
    assertThat(strips(ana)).hasCount(3);
    var heights =
        strips(ana)
            .evaluateAll(
                "all => [...new Set(all.map(one => {"
                    + " const { width, height } = one.getBoundingClientRect();"
                    + " return `${Math.round(width)} × ${height}`; }))]");
    assertThat((java.util.List<?>) heights).hasSize(1);
    assertThat(ana.card(BENCHES).locator(".roll")).containsText("Béa");

    press(bea.button(bea.words().of("strips_hide", "name", "Usagers")));
    assertThat(strips(ana)).hasCount(2);
  }

  @Test
  void DI1_DI2_a_disagreement_is_maintained_printed_and_lifted() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = sit(invited, "administration", "Ana", Screen.DESKTOP);
    new Proposals(ana).add(BENCHES);
    ana.page().keyboard().press("Escape");
    ana.isSaved();
    var bea = sit(invited, "usagers", "Béa", Screen.PHONE);
    press(bea.button(bea.words().of("disagreement_maintain_of", "title", BENCHES)));
    bea.page().keyboard().press("Enter");
    assertThat(bea.card(BENCHES).locator("form [role=alert]"))
        .hasText(bea.words().of("disagreement_reason_missing"));
    bea.type("La place devrait rester libre pour le marché.");
    bea.page().keyboard().press("Enter");

    var there = ana.card(BENCHES).locator(".disagreements li");
    assertThat(there).containsText("La place devrait rester libre pour le marché.");
    assertThat(there).containsText("Béa");
    assertThat(there).containsText(ana.words().of("disagreement_maintained"));
    ana.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(there).isVisible();
    ana.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    // Who does not hold it does not lift it.
    assertThat(ana.button(ana.words().of("disagreement_lift_of", "name", "Béa"))).hasCount(0);

    press(bea.button(bea.words().of("disagreement_lift_of", "name", "Béa")));
    bea.type("Le marché garde ses places.");
    bea.page().keyboard().press("Enter");
    assertThat(there).containsText(ana.words().of("disagreement_lifted"));
    assertThat(there).containsText("Le marché garde ses places.");
  }

  private TablePage sit(Invited invited, String college, String name, Screen screen) {
    var table = browsers.person(server, screen).sit(invited, college, name);
    new Proposals(table).open(invited);
    return table;
  }

  private static void take(TablePage table, String stance) {
    press(stance(table, stance));
  }

  private static void press(Locator button) {
    button.focus();
    button.press("Enter");
  }

  private static Locator stance(TablePage table, String stance) {
    return table.button(table.words().of("stance_own_" + stance));
  }

  private static Locator confirm(TablePage table, String stance) {
    return table.button(
        table.words().of("position_confirm", "position", table.words().of("stance_own_" + stance)));
  }

  private static Locator standing(TablePage table) {
    return table.card(BENCHES).locator(".standing");
  }

  private static Locator held(TablePage table) {
    return table.card(BENCHES).locator(".held");
  }

  private static Locator strips(TablePage table) {
    return table.card(BENCHES).locator(".strip");
  }
}
