package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpClient;
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
import org.tablee.browser.Organiser.Invited;
import org.tablee.json.JsonObject;

/** What comes up over a table and in its cards: seen by a machine, and left the way one came. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class AccessibilityOverTablesTest {
  /** So many that the first and the last are out of sight at once. */
  private static final int FINDINGS = 15;

  private static final String MIDDLE = title(7);
  private static final String BENCHES = "Des bancs entre l’arrêt de bus et le marché";
  private static final Path PICTURES = Path.of("target", "screenshots");

  @RegisterExtension static final Browsers browsers = new Browsers();
  @RegisterExtension final Axe axe = new Axe();

  private final HttpClient http = HttpClient.newHttpClient();
  private ServerProcess server;
  private Organiser organiser;
  private Invited invited;
  private Member ben;

  @BeforeAll
  void start() {
    server = ServerProcess.start();
    organiser = new Organiser(server);
    invited = organiser.createTable("Bien vieillir");
    var admitted = organiser.accept(invited.secret("facilitator"), "Ben");
    ben = new Member(http, server, invited.table(), admitted, "client-of-ben");
    ben.join();
    for (int number = 0; number < FINDINGS; number++) {
      ben.ask(
          about(number, "AddFinding").field("kind", "need").field("title", title(number)).build());
    }
    ben.settle(0);
  }

  @AfterAll
  void stop() {
    ben.close();
    http.shutdownNow();
    organiser.close();
    server.close();
  }

  private static String title(int number) {
    return "Constat de la rue n° " + (number + 1);
  }

  private static JsonObject.Builder about(int number, String command) {
    return JsonObject.with().field("type", command).field("finding", "finding-" + number);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.tablee.browser.Axe#screens")
  void windows_over_a_table_are_open_to_everyone(String name, Screen screen) {
    var ana = browsers.person(server, screen);
    var way = new WayIn(ana);
    var table = ana.sit(invited, "facilitator", "Ana");
    comesUp(table, table.page().locator("header .me"), "settings");
    comesUp(table, table.button(table.words().of("finding_add")).first(), "new finding");
    table.choose(MIDDLE, "move_before");
    looks(table, "placing a finding");
    assertThat(table.button(table.words().of("item_menu", "title", MIDDLE))).isFocused();
    if (screen.isPhone()) {
      way.button("tab_more").click();
    }
    var diagnosis = table.words().of("phase_diagnosis");
    comesUp(table, way.button("phase_here_go", "phase", diagnosis).first(), "moving the phase");
    if (screen.isPhone()) {
      axe.check(ana, "more on a phone");
      way.button("tab_people").click();
      axe.check(ana, "people on a phone");
    }
    comesUp(table, way.button("invite"), "inviting");
  }

  private void comesUp(TablePage table, Locator from, String state) {
    from.click();
    looks(table, state);
    assertThat(from).isFocused();
  }

  private void looks(TablePage table, String state) {
    var dialog = table.page().locator("dialog[open]");
    assertThat(dialog).isVisible();
    assertThat(dialog.locator(":focus")).hasCount(1);
    axe.check(table.person(), state);
    table.page().keyboard().press("Escape");
    assertThat(dialog).hasCount(0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.tablee.browser.Axe#screens")
  void what_a_card_becomes_is_open_to_everyone(String name, Screen screen) {
    var ana = browsers.person(server, screen);
    var way = new WayIn(ana);
    var table = ana.sit(invited, "facilitator", "Ana");
    for (var act : new String[] {"finding_retype", "finding_resource"}) {
      table.choose(MIDDLE, act);
      assertThat(table.page().locator("article form :focus")).hasCount(1);
      axe.check(ana, act);
      leave(table);
    }
    table.write(MIDDLE);
    way.button("toolbar_link").click();
    way.field("link_address").fill("pas une adresse");
    table.page().keyboard().press("Enter");
    assertThat(table.page().locator("article form [role=alert]"))
        .hasText(table.words().of("link_wrong"));
    assertThat(way.field("link_address")).isFocused();
    axe.check(ana, "a link that is none");
    table.page().keyboard().press("Escape");
    assertThat(table.editor(MIDDLE)).isFocused();
    leave(table);

    handle(table).hover();
    var mouse = table.page().mouse();
    mouse.down();
    var box = handle(table).boundingBox();
    mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 60);
    assertThat(table.page().locator(".carried")).hasCount(1);
    axe.check(ana, "a card that is carried");
    table.page().keyboard().press("Escape");
    assertThat(table.page().locator(".carried")).hasCount(0);
    mouse.up();

    table.page().locator("header .me").click();
    way.field("plain_mode").check();
    table.page().keyboard().press("Escape");
    table.write(MIDDLE);
    axe.check(ana, "a plain field");
    leave(table);
  }

  private static Locator handle(TablePage table) {
    return table.card(MIDDLE).locator("[data-handle]");
  }

  /** Escape leaves what a card became, and the focus stays with the card. */
  private static void leave(TablePage table) {
    table.page().keyboard().press("Escape");
    assertThat(table.button(table.words().of("item_write_in", "title", MIDDLE))).isFocused();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.tablee.browser.Axe#screens")
  void news_out_of_sight_is_open_to_everyone(String name, Screen screen) {
    var ana = browsers.person(server, screen);
    var table = ana.sit(invited, "usagers", "Ana");
    // Down to where the first is out of sight, and the last is still.
    table.card(title(FINDINGS - 4)).scrollIntoViewIfNeeded();
    // The page learns what is in sight with the next frame it draws.
    var _ =
        table
            .page()
            .evaluate("() => new Promise(then => requestAnimationFrame(() => setTimeout(then)))");
    for (int number : new int[] {0, FINDINGS - 1}) {
      ben.ask(about(number, "RenameFinding").field("title", title(number) + " " + name).build());
    }
    ben.settle(0);
    assertThat(hint(table, "news_above")).isVisible();
    assertThat(hint(table, "news_below")).isVisible();
    axe.check(ana, "news above and below");
    hint(table, "news_below").click();
    assertThat(hint(table, "news_below")).hasCount(0);
    assertThat(table.card(title(FINDINGS - 1) + " " + name).locator(":focus")).hasCount(1);
    hint(table, "news_above").click();
    assertThat(hint(table, "news_above")).hasCount(0);
    assertThat(table.card(title(0) + " " + name).locator(":focus")).hasCount(1);
  }

  private static Locator hint(TablePage table, String key) {
    return table
        .page()
        .getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(table.words().anyNumber(key)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.tablee.browser.Axe#screens")
  void a_round_in_each_of_its_states_is_open_to_everyone(String name, Screen screen) {
    // A table of its own: a round stands above whatever else is looked at.
    var own = organiser.createTable("Bien vieillir");
    var lea = browsers.person(server, screen);
    var leas = new WayIn(lea);
    lea.sit(own, "facilitator", "Léa");
    leas.button("round_open").click();
    leas.field("round_question").fill("");
    leas.button("round_open_go").click();
    assertThat(leas.field("round_question")).isFocused();
    axe.check(lea, "a round without a question");
    lea.page().keyboard().press("Escape");
    assertThat(leas.button("round_open")).isFocused();
    leas.button("round_open").click();
    leas.button("round_open_go").click();
    assertThat(round(lea).locator("h3")).isFocused();
    leas.button("sheet_hand_in").click();
    assertThat(round(lea)).containsText(lea.words().of("sheet_missing"));
    assertThat(leas.field("sheet_line", "place", "1")).isFocused();
    axe.check(lea, "a sheet without a line");

    var oscar = browsers.person(server, screen);
    oscar.sit(own, "observer", "Oscar");
    assertThat(round(oscar)).containsText(oscar.words().of("round_watching"));
    axe.check(oscar, "a round that one watches");

    var ana = browsers.person(server, screen);
    var anas = new WayIn(ana);
    ana.sit(own, "usagers", "Ana");
    anas.field("sheet_line", "place", "1").fill("Le dimanche, plus rien ne part");
    anas.button("sheet_hand_in").click();
    assertThat(round(ana)).containsText(ana.words().of("sheet_handed"));
    var bao = browsers.person(server, screen);
    var baos = new WayIn(bao);
    bao.sit(own, "habitants", "Bao");
    baos.field("sheet_line", "place", "1").fill("Le bus");
    // As on a device that has not seen the sheet.
    var _ = ana.page().evaluate("() => localStorage.removeItem(" + SHEET + ")");
    ana.page().reload();
    assertThat(round(ana)).containsText(ana.words().of("sheet_other_device"));
    axe.check(ana, "a sheet on another device");

    leas.button("round_close").click();
    assertThat(round(lea).locator("h3")).isFocused();
    axe.check(lea, "a round that is closed");
    assertThat(round(bao)).containsText(bao.words().of("sheet_unsent"));
    axe.check(bao, "a sheet that was not handed in");
    baos.button("sheet_forget").click();
    assertThat(round(bao).locator("h3")).isFocused();
    assertThat(round(bao)).not().containsText("Le bus");

    leas.button("round_drop").click();
    leas.button("round_drop_go").last().click();
    assertThat(round(lea)).containsText(lea.words().of("round_dropped", "count", "1"));
    assertThat(round(lea).locator("h3")).isFocused();
    axe.check(lea, "a round that was dropped");
    leas.button("round_put_away").click();
    assertThat(lea.page().locator("#main")).isFocused();
    assertThat(round(lea)).hasCount(1);
    axe.check(lea, "a round that is past");
  }

  /** The name, as a script, under which this browser keeps a sheet. */
  private static final String SHEET =
      "Object.keys(localStorage).find((name) => name.startsWith('tablee-sheet-'))";

  private static Locator round(Person person) {
    return person.page().locator("article:has(h3[id^=round-])");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.tablee.browser.Axe#screens")
  void proposals_are_open_to_everyone_in_each_of_their_states(String name, Screen screen) {
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
    odile.open("/t/example/proposals");
    table.isSaved();
    assertThat(table.page().locator(".rich-text ins").first()).isVisible();
    looks(table, name, "proposals-01");
    var folds = table.page().locator("article details");
    for (int nth = 0; nth < folds.count(); nth++) {
      folds.nth(nth).locator("summary").click();
    }
    looks(table, name, "proposals-02-unfolded");
    shows(
        table, way.button("amendment_suggest_of", "title", BENCHES), name, "proposals-03-suggest");
    inCard(table, way.button("amendment_decline_of", "name", "Irma"), name, "proposals-04-decline");
    inCard(table, way.button("stance_own_object").first(), name, "proposals-05-object");
    inCard(
        table,
        way.button("disagreement_maintain_of", "title", BENCHES),
        name,
        "proposals-06-disagree");
    axe.checkPaper(odile, "proposals on paper");
  }

  /** What comes up in a card in the place of a button: with an empty field that is insisted on. */
  private void inCard(TablePage table, Locator from, String screen, String state) {
    from.focus();
    from.press("Enter");
    assertThat(table.page().locator("article form :focus")).hasCount(1);
    table.page().keyboard().press("Enter");
    assertThat(table.page().locator("article form [role=alert]").first()).isVisible();
    looks(table, screen, state);
    table.page().keyboard().press("Escape");
    assertThat(table.page().locator("article form")).hasCount(0);
    assertThat(from).isFocused();
  }

  private void shows(TablePage table, Locator from, String screen, String state) {
    from.focus();
    from.press("Enter");
    var dialog = table.page().locator("dialog[open]");
    assertThat(dialog.locator(":focus")).hasCount(1);
    new WayIn(table.person()).field("amendment_words").fill("Poser cinq bancs, d’ici au 15 mai.");
    looks(table, screen, state);
    table.page().keyboard().press("Escape");
    assertThat(dialog).hasCount(0);
    assertThat(from).isFocused();
  }

  private void looks(TablePage table, String screen, String state) {
    var picture = state + "-" + screen.split(",", 2)[0];
    var window = table.page().locator("dialog[open]");
    if (window.count() > 0) {
      shoot(window, picture);
    } else {
      shoot(table.card(BENCHES).locator(".rich-text").first(), picture + "-text");
      shoot(table.card(BENCHES).locator(".amendments"), picture + "-amendments");
      shoot(table.card(BENCHES).locator(".positions"), picture + "-positions");
      shoot(table.card(BENCHES).locator(".disagreements"), picture + "-disagreements");
    }
    axe.check(table.person(), state);
  }

  private static void shoot(Locator part, String picture) {
    var _ =
        part.screenshot(
            new Locator.ScreenshotOptions().setPath(PICTURES.resolve(picture + ".png")));
  }

  @Test
  void the_tabs_of_a_phone_are_open_to_everyone_in_the_dark() {
    var ana = browsers.person(server, Screen.PHONE.dark().in("en"));
    var table = ana.sit(invited, "usagers", "Ana");
    axe.check(ana, "findings on a phone");
    for (var tab : new String[] {"tab_people", "tab_more"}) {
      new WayIn(ana).button(tab).click();
      axe.check(ana, tab);
    }
    new WayIn(ana).button("tab_list").click();
    assertThat(table.card(MIDDLE)).isVisible();
  }
}
