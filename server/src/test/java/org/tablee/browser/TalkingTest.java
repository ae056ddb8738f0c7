package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tablee.json.JsonObject;

/** What people say about a finding, and about a passage of it. Pictures stay in {@code target}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class TalkingTest {
  private static final String TITLE = "La navette";
  private static final String TEXT = "La navette part tôt. Elle est souvent pleine.";
  private static final String PASSAGE = "souvent pleine";
  private static final Path PICTURES = Path.of("target", "screenshots");

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
  void TK3_a_passage_commented_by_the_keyboard_moves_while_another_types_and_is_settled() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = browsers.person(server).sit(invited, "usagers", "Ana");
    var ben = browsers.person(server).sit(invited, "habitants", "Ben");
    ana.add(TITLE);
    ana.type(TEXT);
    ana.isSaved();
    select(ana, PASSAGE + ".", 1);

    ana.page().keyboard().press("Control+Alt+m");
    var field = field(ana, "talk_words");
    assertThat(field).isFocused();
    assertThat(panel(ana)).containsText(PASSAGE);
    ana.type("Quels jours ?");
    ana.page().keyboard().press("Shift+Tab");
    ana.page().keyboard().press("ArrowDown");
    ana.page().keyboard().press("Tab");
    ana.page().keyboard().press("Control+Enter");
    assertThat(thread(ana)).isFocused();
    assertThat(thread(ana)).containsText("Question");

    ben.write(TITLE);
    ben.page().keyboard().press("Control+Home");
    ben.type("Le matin : ");
    ben.isSaved();
    assertThat(ana.text(TITLE)).hasText("Le matin : " + TEXT);
    assertThat(passage(ben)).hasCount(1);
    ana.page().waitForCondition(() -> underlined(ana).equals(PASSAGE));
    ben.page().waitForCondition(() -> underlined(ben).equals(PASSAGE));
    ben.page()
        .waitForCondition(
            () -> anchor(invited.table()).number("index") == 11 + TEXT.indexOf(PASSAGE));

    passage(ben).focus();
    ben.page().keyboard().press("Enter");
    assertThat(thread(ben)).isFocused();
    press(ben, ben.words().of("talk_answer_to", "name", "Ana"));
    assertThat(field(ben, "talk_words_answer")).isFocused();
    ben.type("Surtout le mardi.");
    ben.page().keyboard().press("Control+Enter");
    assertThat(thread(ana)).containsText("Surtout le mardi.");

    press(ana, ana.words().of("talk_resolve"));
    assertThat(thread(ben)).hasCount(1);
    assertThat(passage(ben)).hasCount(0);
    assertThat(panel(ben).locator("summary")).hasText(Pattern.compile("1 échange réglé"));
    ben.isSaved();
  }

  @Test
  void TK3_a_passage_that_is_taken_out_of_its_text_stays_readable_in_its_thread() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = browsers.person(server).sit(invited, "usagers", "Ana");
    ana.add(TITLE);
    ana.type(TEXT);
    ana.isSaved();
    select(ana, PASSAGE + ".", 1);
    ana.button(ana.words().of("toolbar_comment")).click();
    field(ana, "talk_words").fill("Le mardi surtout.");
    press(ana, ana.words().of("talk_send"));
    assertThat(passage(ana)).hasCount(1);
    ana.editor(TITLE).focus();
    ana.page().keyboard().press("Control+a");
    ana.page().keyboard().press("Delete");
    assertThat(panel(ana)).containsText(ana.words().of("talk_passage_gone"));
    assertThat(panel(ana)).containsText(PASSAGE);
    assertThat(passage(ana)).hasCount(0);
  }

  @Test
  void TK6_what_one_said_is_reworded_withdrawn_and_taken_back() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = browsers.person(server).sit(invited, "usagers", "Ana");
    ana.add(TITLE);
    ana.stopWriting(TITLE);
    press(ana, ana.words().of("talk_begin_of", "title", TITLE));
    ana.type("Vu hier.");
    press(ana, ana.words().of("talk_send"));
    act(ana, "talk_reword");
    panel(ana).getByRole(AriaRole.TEXTBOX).first().fill("Vu hier matin.");
    press(ana, ana.words().of("save"));
    assertThat(thread(ana)).containsText("Vu hier matin.");
    assertThat(thread(ana)).containsText(ana.words().of("talk_reworded"));
    act(ana, "talk_withdraw");
    assertThat(thread(ana).locator(".words")).hasCount(0);
    press(ana, ana.words().of("undo"));
    assertThat(thread(ana)).containsText("Vu hier matin.");
    var oscar = browsers.person(server).sit(invited, "observer", "Oscar");
    press(
        oscar,
        oscar
            .words()
            .messages()
            .objects("talk_open_of")
            .getFirst()
            .object("match")
            .string("plural=one")
            .replace("{title}", TITLE));
    assertThat(thread(oscar)).containsText("Vu hier matin.");
    assertThat(panel(oscar).getByRole(AriaRole.TEXTBOX)).hasCount(0);
    assertThat(thread(oscar).getByRole(AriaRole.BUTTON)).hasCount(0);
  }

  @Test
  void TK4_words_that_are_read_are_commented_by_touch_while_another_writes_before_them() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = browsers.person(server, Screen.PHONE).sit(invited, "usagers", "Ana");
    var ben = browsers.person(server).sit(invited, "habitants", "Ben");
    ben.add(TITLE);
    ben.type(TEXT);
    assertThat(ana.text(TITLE)).hasText(TEXT);
    ana.page()
        .evaluate(
            """
            words => {
              const text = document.querySelector('.read p').firstChild;
              const from = text.data.indexOf(words);
              getSelection().setBaseAndExtent(text, from, text, from + words.length);
            }
            """,
            PASSAGE);
    var comment = ana.button(ana.words().of("talk_passage_comment"));
    assertThat(comment).isVisible();
    ben.page().keyboard().press("Control+Home");
    ben.type("Le matin : ");
    assertThat(ana.text(TITLE)).hasText("Le matin : " + TEXT);
    comment.tap();
    assertThat(field(ana, "talk_words")).isFocused();
    assertThat(panel(ana).locator(".passage .quote")).hasText(PASSAGE);
    ana.type("Quels jours ?");
    ana.button(ana.words().of("talk_send")).tap();
    ben.page().waitForCondition(() -> underlined(ben).equals(PASSAGE));
  }

  @Test
  void MA1_in_whose_name_one_speaks_is_said_beside_what_one_brings() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = browsers.person(server).sit(invited, "usagers", "Ana");
    ana.add(TITLE);
    ana.stopWriting(TITLE);
    ana.page().locator("header .me").click();
    ana.page().getByLabel(ana.words().of("mandate_mandated")).check();
    ana.page().keyboard().press("Escape");
    var said = ana.words().of("mandate_is_mandated_bare");
    assertThat(ana.card(TITLE)).containsText(said);
    assertThat(ana.page().locator(".people .mandate")).hasText(said);
  }

  static Stream<Arguments> screens() {
    return Stream.of(
        Arguments.of("desktop", Screen.DESKTOP),
        Arguments.of("phone", Screen.PHONE),
        Arguments.of("dark", Screen.DESKTOP.dark().in("en")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("screens")
  void what_is_said_is_open_to_everyone_in_each_of_its_states(String name, Screen screen) {
    var found = new ArrayList<String>();
    organiser.openExample();
    var odile = browsers.person(server, screen);
    var way = new WayIn(odile);
    way.organise();
    odile.open("/t/example");
    way.button("not_seated_join").click();
    var table = new TablePage(odile);
    table.isSaved();
    way.button("frame_notice_go").click();
    way.button("frame_read_go").click();
    var commented = odile.page().locator(".passage-layer div").first();
    commented.locator("button").scrollIntoViewIfNeeded();
    shoot(odile, name, "talk-01-passage");
    check(odile, "a passage", found);
    commented.locator("button").focus();
    odile.page().keyboard().press("Enter");
    assertThat(thread(table).first()).isVisible();
    shoot(odile, name, "talk-02-thread");
    check(odile, "a thread", found);
    thread(table).first().getByRole(AriaRole.BUTTON).last().click();
    panel(table).locator("summary").first().click();
    press(table, table.words().of("talk_send"));
    shoot(odile, name, "talk-03-settled");
    check(odile, "a settled thread, nothing written", found);
    press(table, table.words().of("talk_reopen"));
    assertThat(commented).isAttached();
    odile.page().locator(".fair summary").click();
    odile.page().locator(".fair").scrollIntoViewIfNeeded();
    shoot(odile, name, "talk-04-fairness");
    check(odile, "fairness", found);
    odile.page().locator("header .me").click();
    odile.page().getByLabel(table.words().of("mandate_own")).check();
    shoot(odile, name, "talk-05-mandate");
    check(odile, "mandate", found);
    assertThat(found).isEmpty();
  }

  private static void check(Person person, String state, List<String> found) {
    for (var violation : new AxeBuilder(person.page()).analyze().getViolations()) {
      violation
          .getNodes()
          .forEach(node -> found.add(state + ": " + violation.getId() + ": " + node.getHtml()));
    }
  }

  private static void shoot(Person person, String screen, String step) {
    var _ =
        person
            .page()
            .screenshot(
                new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(step + "-" + screen + ".png")));
  }

  /** From the end of the text back over words, but for so many letters at the end. */
  private static void select(TablePage page, String words, int less) {
    var keyboard = page.page().keyboard();
    keyboard.press("Control+End");
    for (int left = 0; left < less; left++) {
      keyboard.press("ArrowLeft");
    }
    for (int left = 0; left < words.length() - less; left++) {
      keyboard.press("Shift+ArrowLeft");
    }
  }

  private JsonObject anchor(String table) {
    return organiser.state(table).object("state").objects("comments").getFirst().object("anchor");
  }

  /** What stands over the underlines of the one commented passage. */
  private static String underlined(TablePage page) {
    return (String)
        page.page()
            .evaluate(
                """
                () => {
                  const line = document.querySelector('.passage-layer span');
                  if (!line) return '';
                  const { left, right, top, bottom } = line.getBoundingClientRect();
                  const text = line.closest('.text-field').querySelector('p').firstChild;
                  const inside = [...text.data].filter((_, at) => {
                    const range = document.createRange();
                    range.setStart(text, at);
                    range.setEnd(text, at + 1);
                    const box = range.getBoundingClientRect();
                    const x = (box.left + box.right) / 2;
                    const y = (box.top + box.bottom) / 2;
                    return left < x && x < right && top < y && y < bottom;
                  });
                  return inside.join('');
                }
                """);
  }

  private static Locator passage(TablePage page) {
    return page.page().locator(".passage-layer button");
  }

  private static Locator panel(TablePage page) {
    return page.page().locator("section.talk");
  }

  private static Locator thread(TablePage page) {
    return panel(page).locator("[data-thread]");
  }

  private static Locator field(TablePage page, String label) {
    return panel(page)
        .getByRole(
            AriaRole.TEXTBOX,
            new Locator.GetByRoleOptions().setName(page.words().of(label)).setExact(true));
  }

  private static void press(TablePage page, String name) {
    page.button(name).focus();
    page.page().keyboard().press("Enter");
  }

  private static void act(TablePage page, String act) {
    press(page, page.words().of("talk_menu", "name", "Ana"));
    page.page()
        .getByRole(
            AriaRole.MENUITEM,
            new Page.GetByRoleOptions().setName(page.words().of(act)).setExact(true))
        .click();
  }
}
