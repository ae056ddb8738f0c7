package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tablee.browser.Keys.press;
import static org.tablee.browser.Keys.reach;
import static org.tablee.browser.Keys.type;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A facilitator and a participant agree on what the table may discuss, and read it before they go
 * on. Pictures of it stay in {@code target/screenshots}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class AgreeingOnAFrameTest {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final String COUNCIL = "Le conseil municipal vote le budget";
  private static final String EVENING = "On se voit le mardi soir";
  private static final String FINDING = "Sortir sans voiture";
  private static final String WHY = "La loi lui confie cette décision";

  @RegisterExtension static final Browsers browsers = new Browsers();
  @RegisterExtension final Axe axe = new Axe();

  private ServerProcess server;
  private Organiser organiser;
  private String picture = "";

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
  void FR_a_frame_is_settled_published_read_contested_and_changed(String name, Screen screen) {
    picture = name.split(",")[0];
    var invited = organiser.createTable("Bien vieillir");
    var lea = browsers.person(server, screen);
    var leas = lea.sit(invited, "facilitator", "Léa");
    var ana = browsers.person(server, screen);
    var anas = ana.sit(invited, "usagers", "Ana");
    var leasWay = new WayIn(lea);

    leas.goTo("frame");
    look(lea, "01-empty");
    new Frame(leas).add(COUNCIL);
    settle(leas, COUNCIL);
    leasWay.button("scope_edit").click();
    leasWay.field("scope_decides").fill("Ses constats et ses propositions");
    look(lea, "04-scope");
    leasWay.button("save").click();
    assertThat(ana.page().locator(".scope")).containsText("Ses constats et ses propositions");
    leasWay.button("frame_publish").click();
    look(lea, "05-published");

    // What she was about to do comes after the reading, and is not lost.
    assertThat(ana.page().locator(".notice")).containsText(anas.words().of("frame_notice"));
    anas.button(anas.words().of("finding_add")).first().click();
    var dialog = ana.page().locator("dialog[open]");
    assertThat(dialog).containsText(COUNCIL);
    assertThat(dialog).containsText(WHY);
    look(ana, "06-reading");
    new WayIn(ana).button("frame_read_go").click();
    new WayIn(ana).field("finding_title").fill(FINDING);
    anas.button(anas.words().of("add_go")).click();
    assertThat(anas.editor(FINDING)).isFocused();
    anas.isSaved();
    assertThat(ana.page().locator(".notice")).hasCount(0);

    // The frame changes while she writes: her letters stay, and go once she has read it again.
    new Frame(leas).add(EVENING);
    leasWay.button("frame_publish_again").click();
    assertThat(ana.page().locator(".notice")).containsText(anas.words().of("frame_notice_again"));
    anas.type("La navette s’arrête à 13 h.");
    assertThat(anas.saving()).hasText(anas.words().of("saving_unread"));
    assertThat(anas.editor(FINDING)).isFocused();
    look(ana, "07-waiting");
    new WayIn(ana).button("frame_notice_go").click();
    assertThat(dialog.locator(".changes")).containsText(EVENING);
    look(ana, "08-changes");
    new WayIn(ana).button("frame_read_go").click();
    anas.isSaved();
    leas.goTo("diagnosis");
    assertThat(leas.text(FINDING)).containsText("La navette s’arrête à 13 h.");

    contest(anas, leas);
    closeTheList(anas, leas);
  }

  private void settle(TablePage table, String title) {
    var way = new WayIn(table.person());
    new Frame(table).act(title, "settle_do").click();
    way.field("term_locked").check();
    way.button("save").click();
    assertThat(way.field("settle_holder")).isFocused();
    look(table.person(), "02-settling");
    way.field("settle_holder").fill("Le conseil municipal");
    way.field("settle_reason").fill(WHY);
    way.button("save").click();
    assertThat(table.card(title)).containsText(table.words().of("term_locked"));
    assertThat(table.button(table.words().of("item_write_in", "title", title))).hasCount(0);
    look(table.person(), "03-settled");
  }

  private void contest(TablePage anas, TablePage leas) {
    var anasWay = new WayIn(anas.person());
    var leasWay = new WayIn(leas.person());
    anas.goTo("frame");
    new Frame(anas).act(COUNCIL, "contest_do").click();
    anasWay.field("contest_reason").fill("Les usagers veulent en parler");
    look(anas.person(), "09-contesting");
    anasWay.button("contest_go").click();
    leas.goTo("frame");
    var contests = leas.page().locator(".contests");
    assertThat(contests).containsText("Les usagers veulent en parler");
    look(leas.person(), "10-contested");
    contests.getByRole(AriaRole.BUTTON).first().click();
    leasWay.field("answer_reopen").check();
    leasWay.field("answer_words").fill("On en parle mardi");
    look(leas.person(), "11-answering");
    leasWay.button("answer_go").click();
    assertThat(anas.page().locator(".contests")).containsText(anas.words().of("contest_reopened"));
    assertThat(anas.card(COUNCIL)).containsText(anas.words().of("term_negotiable"));
    assertThat(anas.button(anas.words().of("item_write_in", "title", COUNCIL))).hasCount(1);
  }

  private void closeTheList(TablePage anas, TablePage leas) {
    var list = leas.words().of("list_terms");
    var menu = leas.button(leas.words().of("list_menu", "list", list));
    menu.click();
    item(leas, "list_close_do").click();
    look(leas.person(), "12-closing");
    new WayIn(leas.person()).button("list_close_do").click();
    assertThat(anas.page().locator(".shut")).isVisible();
    assertThat(new WayIn(anas.person()).button("term_add")).hasCount(0);
    assertThat(anas.button(anas.words().of("item_write_in", "title", COUNCIL))).hasCount(0);
    look(anas.person(), "13-closed");
    menu.click();
    item(leas, "list_open_do").click();
    assertThat(new WayIn(anas.person()).button("term_add").first()).isVisible();
  }

  private static Locator item(TablePage table, String key) {
    return table
        .page()
        .getByRole(
            AriaRole.MENUITEM,
            new Page.GetByRoleOptions().setName(table.words().of(key)).setExact(true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.tablee.browser.Axe#screens")
  void GL_a_word_is_explained_where_it_stands_and_dates_are_planned(String name, Screen screen) {
    picture = name.split(",")[0];
    var lea = browsers.person(server, screen);
    var table = lea.sit(organiser.createTable("Bien vieillir"), "facilitator", "Léa");
    var way = new WayIn(lea);
    table.add(FINDING);
    table.type("Les Aînés du quartier, et chaque aîné seul.");
    table.stopWriting(FINDING);
    table.goTo("frame");
    way.button("word_add").click();
    way.field("word_written").fill("aîné");
    look(lea, "20-word");
    way.button("word_add_go").click();
    assertThat(lea.page().locator(".glossary .ProseMirror")).isFocused();
    table.type("Plus de soixante-cinq ans.");
    look(lea, "21-glossary");
    press(lea, "Escape");
    table.isSaved();

    table.goTo("diagnosis");
    var word = table.text(FINDING).locator("button.defined");
    assertThat(word).hasCount(1);
    assertThat(word).hasText("aîné");
    word.focus();
    press(lea, "Enter");
    var meaning = lea.page().locator(".meaning");
    assertThat(meaning).containsText("Plus de soixante-cinq ans.");
    assertThat(word).hasAttribute("aria-expanded", "true");
    look(lea, "22-meaning");
    way.button("word_differs").click();
    assertThat(way.field("word_question")).isFocused();
    table.type("Et ceux de soixante ans ?");
    press(lea, "Enter");
    assertThat(meaning).containsText(table.words().of("word_asked"));
    word.focus();
    press(lea, "Escape");
    assertThat(meaning).hasCount(0);
    assertThat(word).isFocused();
    // A press beside the word is still a press on the text.
    table.text(FINDING).locator("p").click(new Locator.ClickOptions().setPosition(4, 8));
    assertThat(table.editor(FINDING)).isFocused();
    table.stopWriting(FINDING);

    table.goTo("frame");
    assertThat(lea.page().locator(".glossary article")).containsText("Et ceux de soixante ans ?");
    look(lea, "25-asked");
    if (screen.isPhone()) {
      way.button("tab_more").click();
    }
    way.button("plan_do").click();
    way.field("plan_first").fill("2027-03-02");
    way.field("plan_last").fill("2027-03-01");
    way.button("save").click();
    assertThat(lea.page().locator("dialog [role=alert]")).hasText(table.words().of("plan_wrong"));
    look(lea, "23-planning");
    way.field("plan_last").fill("2027-03-30");
    way.button("save").click();
    assertThat(lea.page().locator("#phase ~ dl")).containsText("2027");
    look(lea, "24-planned");
  }

  @Test
  void FR_the_frame_is_made_read_and_contested_by_the_keyboard_alone() {
    var invited = organiser.createTable("Bien vieillir");
    var lea = browsers.person(server);
    var leas = lea.sit(invited, "facilitator", "Léa");
    var leasWay = new WayIn(lea);
    reach(lea, leas.page().locator(".bar a[href$='/frame']"));
    press(lea, "Enter");
    reach(lea, leasWay.button("term_add").first());
    press(lea, "Enter");
    assertThat(leasWay.field("term_title")).isFocused();
    type(lea, COUNCIL);
    press(lea, "Enter");
    assertThat(new Frame(leas).editor(COUNCIL)).isFocused();
    type(lea, "Chaque année en mars.");
    press(lea, "Escape");
    reach(lea, new Frame(leas).act(COUNCIL, "settle_do"));
    press(lea, "Enter");
    assertThat(leasWay.field("settle_holder_free")).isFocused();
    type(lea, "Le conseil");
    reach(lea, leasWay.field("settle_reason").or(leasWay.field("phase_reason")));
    type(lea, WHY);
    press(lea, "Shift+Tab", "Shift+Tab");
    press(lea, "ArrowUp");
    assertThat(leasWay.field("term_locked")).isChecked();
    reach(lea, leasWay.button("save"));
    press(lea, "Enter");
    assertThat(leas.card(COUNCIL)).containsText(leas.words().of("term_locked"));
    assertThat(new Frame(leas).act(COUNCIL, "settle_do")).isFocused();
    reach(lea, leasWay.button("frame_publish"));
    press(lea, "Enter");

    var ana = browsers.person(server);
    var anas = ana.sit(invited, "usagers", "Ana");
    var anasWay = new WayIn(ana);
    reach(ana, anas.button(anas.words().of("finding_add")).first());
    press(ana, "Enter");
    var dialog = ana.page().locator("dialog[open]");
    assertThat(dialog).containsText("Chaque année en mars.");
    assertThat(dialog.locator("h2")).isFocused();
    reach(ana, anasWay.button("frame_read_go"));
    press(ana, "Enter");
    assertThat(anasWay.field("finding_title")).isFocused();
    press(ana, "Escape");

    reach(ana, anas.page().locator(".bar a[href$='/frame']"));
    press(ana, "Enter");
    reach(ana, new Frame(anas).act(COUNCIL, "contest_do"));
    press(ana, "Enter");
    assertThat(anasWay.field("contest_reason")).isFocused();
    type(ana, "Parlons-en");
    press(ana, "Enter");
    assertThat(leas.page().locator(".contests")).containsText("Parlons-en");
    assertThat(new Frame(anas).act(COUNCIL, "contest_do")).isFocused();
  }

  /** As axe sees it, and as a picture for who looks at them. */
  private void look(Person person, String step) {
    axe.check(person, step);
    var _ =
        person
            .page()
            .screenshot(
                new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve("frame-" + picture + "-" + step + ".png")));
  }
}
