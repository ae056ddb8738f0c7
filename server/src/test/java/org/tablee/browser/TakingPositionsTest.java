package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
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

/**
 * Positions as members of several colleges take them, until a proposal stands. Pictures of dissent
 * within an organisation stay in {@code target/screenshots}.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TakingPositionsTest {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final String BENCHES = "Des bancs à l’ombre";
  private static final String ORGANISATION = "Les Amis du Port";

  @RegisterExtension static final Browsers browsers = new Browsers();
  @RegisterExtension final Axe axe = new Axe();

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

  @Test
  void DS1_DS2_DS3_who_has_a_mandate_says_that_their_organisation_is_divided() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = sit(invited, "administration", "Ana", Screen.DESKTOP);
    new Proposals(ana).add(BENCHES);
    ana.page().keyboard().press("Escape");
    ana.isSaved();
    take(ana, "support");
    var bea = arrive(invited, "usagers", "Béa", ORGANISATION);
    var anas = new Proposals(ana);
    var beas = new Proposals(bea);
    // Nobody who has not said so speaks for an organisation.
    assertThat(beas.stance(BENCHES, "support")).isVisible();
    assertThat(beas.button(BENCHES, "dissent_record")).hasCount(0);
    speak(bea, "mandate_mandated");

    assertThat(beas.button(BENCHES, "dissent_record")).isVisible();
    shoot(bea, "dissent-0-offered");
    press(beas.button(BENCHES, "dissent_record"));
    bea.page().keyboard().press("Enter");
    assertThat(bea.card(BENCHES).locator("form [role=alert]"))
        .hasText(bea.words().of("dissent_missing"));
    bea.type("Les aînés du port voulaient d’abord de l’ombre.");
    shoot(bea, "dissent-1-writing");
    axe.check(bea.person(), "a dissent that is written");
    bea.page().keyboard().press("Enter");
    assertThat(beas.button(BENCHES, "dissent_change")).isFocused();
    var there = dissents(ana);
    assertThat(there).containsText("Les aînés du port voulaient d’abord de l’ombre.");
    assertThat(there).containsText("Béa");
    assertThat(there).containsText("Usagers");
    assertThat(there).containsText(ana.words().of("dissent_within", "organisation", ORGANISATION));
    shoot(ana, "dissent-2-read");
    shoot(bea, "dissent-2-own");
    axe.check(bea.person(), "a dissent of one’s own");
    axe.check(ana.person(), "another’s dissent");
    // What is another's is not Ana's to change, nor does she speak for an organisation.
    assertThat(there.getByRole(AriaRole.BUTTON)).hasCount(0);
    assertThat(anas.button(BENCHES, "dissent_record")).hasCount(0);
    ana.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(there).isVisible();
    ana.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

    press(beas.button(BENCHES, "dissent_change"));
    bea.page().keyboard().press("Escape");
    assertThat(beas.button(BENCHES, "dissent_change")).isFocused();
    bea.page().keyboard().press("Enter");
    bea.page().keyboard().press("End");
    bea.type(" Et des toilettes.");
    bea.page().keyboard().press("Enter");
    assertThat(there).containsText("d’abord de l’ombre. Et des toilettes.");

    // It stays, and is hers to take back, where she speaks for herself.
    speak(bea, "mandate_own");
    assertThat(beas.button(BENCHES, "dissent_change")).hasCount(0);
    assertThat(there).containsText("Et des toilettes.");
    press(beas.button(BENCHES, "dissent_take_back"));
    assertThat(there).hasCount(0);
    assertThat(dissents(bea)).hasCount(0);
    assertThat(bea.card(BENCHES).locator(".positions h4")).isFocused();
  }

  /** Through the form, for an organisation. */
  private TablePage arrive(Invited invited, String college, String name, String organisation) {
    var person = browsers.person(server, Screen.PHONE);
    var way = new WayIn(person);
    way.openInvitation(invited.secret(college), name);
    way.field("join_organisation").fill(organisation);
    way.button("join_go").click();
    var table = new TablePage(person);
    table.isSaved();
    new Proposals(table).open(invited);
    return table;
  }

  private static void speak(TablePage table, String mandate) {
    table.page().locator("header .me").click();
    table.page().getByLabel(table.words().of(mandate)).check();
    table.page().keyboard().press("Escape");
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

  private static Locator dissents(TablePage table) {
    return table.card(BENCHES).locator(".dissents li");
  }

  private static void shoot(TablePage table, String name) {
    var picture = name + "-" + table.page().viewportSize().width + ".png";
    var _ =
        table
            .card(BENCHES)
            .locator(".positions")
            .screenshot(new Locator.ScreenshotOptions().setPath(PICTURES.resolve(picture)));
  }

  private static Locator strips(TablePage table) {
    return table.card(BENCHES).locator(".strip");
  }
}
