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

/** Amendments as people of three colleges suggest, read and answer them. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AmendingTest {
  private static final String BENCHES = "Des bancs à l’ombre";
  private static final String TEXT = "Poser trois bancs au soleil.";

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
  void AM5_AM6_AM7_AM8_two_amendments_in_conflict_are_answered_and_the_declined_one_lives_on() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = browsers.person(server).sit(invited, "administration", "Ana");
    var proposals = new Proposals(ana);
    proposals.open(invited);
    proposals.add(BENCHES);
    ana.type(TEXT);
    ana.page().keyboard().press("Escape");
    ana.isSaved();

    // By the keyboard alone, on a phone: the passage is a line of the text.
    var bea = browsers.person(server, Screen.PHONE).sit(invited, "usagers", "Béa");
    new Proposals(bea).open(invited);
    suggest(bea, "Poser quatre bancs au soleil.", "Trois ne suffisent pas les jours de marché.");
    assertThat(entry(bea, "Béa")).isFocused();

    // By a passage that is selected, with the pointer.
    var carl = browsers.person(server).sit(invited, "habitants", "Carl");
    new Proposals(carl).open(invited);
    selectWord(carl, "trois");
    carl.button(carl.words().of("amendment_suggest")).click();
    assertThat(carl.page().locator("dialog blockquote")).hasText("trois");
    write(carl, "six", "Il y a du monde.");

    for (var one : new TablePage[] {ana, bea, carl}) {
      assertThat(struck(one, "trois")).hasCount(2);
      assertThat(come(one, "quatre")).isVisible();
      assertThat(come(one, "six")).isVisible();
      assertThat(entry(one, "Béa"))
          .containsText(one.words().of("amendment_conflict", "names", "Carl"));
      assertThat(entry(one, "Carl"))
          .containsText(one.words().of("amendment_conflict", "names", "Béa"));
      assertThat(one.card(BENCHES).locator("[data-label$='en conflit']")).hasCount(2);
    }
    // Who only takes part answers nothing, but for taking back one's own.
    assertThat(act(carl, "amendment_accept_of", "Béa")).hasCount(0);
    assertThat(carl.button(carl.words().of("amendment_withdraw"))).hasCount(1);

    press(act(ana, "amendment_decline_of", "Carl"));
    ana.page().keyboard().press("Enter");
    assertThat(ana.card(BENCHES).locator("form [role=alert]"))
        .hasText(ana.words().of("amendment_decline_missing"));
    ana.type("Six bancs ne tiennent pas sur la place.");
    ana.page().keyboard().press("Enter");
    assertThat(carl.card(BENCHES)).containsText("1 amendement à discuter");
    assertThat(entry(ana, "Béa")).not().containsText("En conflit");

    press(act(ana, "amendment_accept_of", "Béa"));
    ana.page().keyboard().press("Enter");
    assertThat(text(bea)).hasText("Poser quatre bancs au soleil.");
    assertThat(text(carl)).hasText("Poser quatre bancs au soleil.");
    assertThat(bea.card(BENCHES)).containsText(bea.words().of("amendments_none"));

    carl.card(BENCHES).locator("details summary").first().click();
    assertThat(entry(carl, "Carl")).containsText("Six bancs ne tiennent pas sur la place.");
    press(act(carl, "amendment_grow_of", "Carl"));
    carl.type("Six bancs");
    carl.page().keyboard().press("Enter");
    assertThat(ana.card("Six bancs").locator(".rich-text").first()).containsText("six");
    assertThat(carl.card("Six bancs").locator(":focus")).hasText("Six bancs");
    assertThat(entry(carl, "Carl").getByRole(AriaRole.LINK)).hasText("Six bancs");
  }

  @Test
  void AM1_AM3_an_amendment_follows_its_text_and_one_that_changes_nothing_is_not_sent() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = browsers.person(server).sit(invited, "facilitator", "Ana");
    var proposals = new Proposals(ana);
    proposals.open(invited);
    proposals.add(BENCHES);
    ana.type(TEXT);
    ana.page().keyboard().press("Escape");
    ana.isSaved();
    var bea = browsers.person(server).sit(invited, "usagers", "Béa");
    new Proposals(bea).open(invited);
    begin(bea);
    bea.button(bea.words().of("amendment_go")).click();
    assertThat(bea.page().locator("dialog [role=alert]").first())
        .hasText(bea.words().of("amendment_unchanged"));

    // Others write before the passage while it is being amended; a form that is left is kept.
    words(bea).fill("Poser trois bancs à l’ombre.");
    bea.page().keyboard().press("Escape");
    proposals.write(BENCHES);
    ana.page().keyboard().press("Control+Home");
    ana.type("Avant juin. ");
    ana.page().keyboard().press("Escape");
    ana.isSaved();
    assertThat(text(bea)).hasText("Avant juin. " + TEXT);
    begin(bea);
    assertThat(words(bea)).hasValue("Poser trois bancs à l’ombre.");
    reason(bea).fill("Il fait chaud.");
    bea.page().keyboard().press("Enter");
    assertThat(struck(ana, "au soleil")).isVisible();
    assertThat(come(ana, "à l’ombre")).isVisible();

    proposals.write(BENCHES);
    ana.page().keyboard().press("Control+Home");
    ana.type("La ville : ");
    ana.page().keyboard().press("Escape");
    assertThat(struck(bea, "au soleil")).isVisible();
    bea.button(bea.words().of("amendment_withdraw")).click();
    assertThat(ana.card(BENCHES).locator(".rich-text").first().locator("ins, del")).hasCount(0);
  }

  private static void begin(TablePage table) {
    press(table.button(table.words().of("amendment_suggest_of", "title", BENCHES)));
    assertThat(table.page().locator("dialog :focus")).hasCount(1);
  }

  private static void suggest(TablePage table, String words, String reason) {
    begin(table);
    write(table, words, reason);
  }

  private static void write(TablePage table, String words, String reason) {
    words(table).fill(words);
    reason(table).fill(reason);
    table.page().keyboard().press("Enter");
    assertThat(table.page().getByRole(AriaRole.DIALOG)).hasCount(0);
  }

  private static Locator words(TablePage table) {
    return labelled(table, "amendment_words");
  }

  private static Locator reason(TablePage table) {
    return labelled(table, "amendment_reason");
  }

  private static Locator labelled(TablePage table, String key) {
    return table
        .page()
        .getByLabel(table.words().of(key), new Page.GetByLabelOptions().setExact(true));
  }

  private static Locator text(TablePage table) {
    return table.card(BENCHES).locator(".rich-text, .ProseMirror").first();
  }

  private static Locator struck(TablePage table, String words) {
    return text(table).locator("del", new Locator.LocatorOptions().setHasText(words));
  }

  private static Locator come(TablePage table, String words) {
    return text(table).locator("ins", new Locator.LocatorOptions().setHasText(words));
  }

  private static Locator entry(TablePage table, String name) {
    return table.card(table.words().of("amendment_of", "name", name));
  }

  private static Locator act(TablePage table, String key, String name) {
    return table.button(table.words().of(key, "name", name));
  }

  private static void press(Locator button) {
    button.focus();
    button.press("Enter");
  }

  /** As somebody who marks a word in a text that is read. */
  private static void selectWord(TablePage table, String word) {
    var _ =
        text(table)
            .evaluate(
                """
                (text, word) => {
                  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
                  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                    const at = node.data.indexOf(word);
                    if (at < 0) continue;
                    getSelection().setBaseAndExtent(node, at, node, at + word.length);
                    return;
                  }
                }
                """,
                word);
  }
}
