package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.browser.Keys.press;
import static org.tablee.browser.Keys.reach;
import static org.tablee.browser.Keys.type;

import com.microsoft.playwright.Locator;
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

/** What goes wrong is put right without a pointer, and invitations are looked after. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class CarryingOnByKeyboardTest {
  private static final String FINDING = "Sortir sans voiture";

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
  void after_a_refusal_the_kept_words_are_copied_and_it_is_put_away() {
    var ana = browsers.person(server);
    ana.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
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
    var refusals = table.page().locator(".refusals[role=alert]");
    assertThat(refusals.getByRole(AriaRole.TEXTBOX)).hasValue(Pattern.compile(".*Mes mots.*"));
    reach(ana, way.button("copy_words"));
    press(ana, "Enter");
    var copied = table.page().evaluate("() => navigator.clipboard.readText()");
    assertThat((String) copied).contains("Mes mots.");
    reach(ana, way.button("refused_done"));
    press(ana, "Enter");
    assertThat(refusals.locator(".notice")).hasCount(0);
    assertThat(table.page().locator(":focus")).hasCount(1);
    reach(ana, table.button(table.words().of("finding_add")).first());
  }

  @Test
  void a_lost_line_and_a_parted_history_are_carried_on_from() {
    var ana = browsers.person(server);
    ana.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    var line = LiveLine.of(ana);
    var way = new WayIn(ana);
    var table = ana.sit(organiser.createTable("Bien vieillir"), "usagers", "Ana");
    table.add(FINDING);
    table.isSaved();
    line.cut();
    type(ana, "La navette");
    table.isOffline();
    press(ana, "Escape");
    assertThat(table.button(table.words().of("item_write_in", "title", FINDING))).isFocused();
    reach(ana, way.button("retry"));
    press(ana, "Enter");
    table.isOffline();
    assertThat(way.button("retry")).isFocused();
    line.comeBackFromAnotherHistory();
    press(ana, "Enter");
    assertThat(way.field("parted_words")).hasValue(Pattern.compile(".*La navette.*"));
    assertThat(way.button("retry")).hasCount(0);
    reach(ana, way.button("copy_words"));
    press(ana, "Enter");
    var copied = table.page().evaluate("() => navigator.clipboard.readText()");
    assertThat((String) copied).contains("La navette");
    reach(ana, way.button("parted_done"));
    press(ana, "Enter");
    table.isSaved();
    assertThat(table.page().locator(".refusals .notice")).hasCount(0);
    assertThat(table.page().locator(":focus")).hasCount(1);

    line.say("{\"type\":\"what-a-later-server-says\"}");
    reach(ana, way.button("reload"));
    press(ana, "Enter");
    table.isSaved();
  }

  @Test
  void one_writes_in_a_plain_field_and_leaves_it() {
    var ana = browsers.person(server);
    var way = new WayIn(ana);
    var table = ana.sit(organiser.createTable("Bien vieillir"), "usagers", "Ana");
    reach(ana, table.page().locator("header .me"));
    press(ana, "Enter");
    reach(ana, way.field("plain_mode"));
    press(ana, "Space", "Escape");
    reach(ana, table.button(table.words().of("finding_add")).first());
    press(ana, "Enter");
    type(ana, FINDING);
    press(ana, "Enter");
    var field = table.editor(FINDING);
    assertThat(field).isFocused();
    type(ana, "La navette");
    press(ana, "Enter");
    type(ana, "le bus");
    press(ana, "Control+z");
    assertThat(field).not().hasValue("La navette\nle bus");
    press(ana, "Control+y");
    assertThat(field).hasValue("La navette\nle bus");
    // Tab goes on, and does not write.
    press(ana, "Tab");
    assertThat(table.button(table.words().of("talk_passage_comment"))).isFocused();
    reach(ana, table.button(table.words().of("item_done_of", "title", FINDING)));
    // Back over what is said of the finding, who agrees and the comment.
    press(ana, "Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab");
    assertThat(field).isFocused();
    press(ana, "Escape");
    assertThat(table.button(table.words().of("item_write_in", "title", FINDING))).isFocused();
    table.isSaved();
    assertThat(table.text(FINDING)).containsText("La navette");
  }

  @Test
  void invitations_are_renewed_closed_opened_again_and_printed() {
    var odile = browsers.person(server);
    var way = new WayIn(odile);
    way.organise();
    way.createTable("Bien vieillir");
    var link = way.invitation("college_users");
    var seat =
        odile.page().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHas(link));
    var first = link.inputValue();
    var words = odile.words();
    var renew = seat.getByText(words.of("invite_renew"));
    reach(odile, renew);
    press(odile, "Enter");
    assertThat(link).not().hasValue(first);
    assertThat(renew).isFocused();
    var close = seat.getByText(words.of("invite_close"));
    reach(odile, close);
    press(odile, "Enter");
    var open = way.button("invite_open");
    assertThat(open).isFocused();
    press(odile, "Enter");
    assertThat(link).isVisible();
    assertThat(way.button("invite_copy").and(odile.page().locator(":focus"))).hasCount(1);

    odile
        .page()
        .evaluate("() => { addEventListener('beforeprint', () => (window.isPrinted = true)); }");
    reach(odile, way.button("invite_print"));
    press(odile, "Enter");
    odile.page().waitForFunction("() => window.isPrinted");
  }
}
