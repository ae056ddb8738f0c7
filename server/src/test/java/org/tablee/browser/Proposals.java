package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.tablee.browser.Organiser.Invited;

/** The proposals of a table on somebody's screen. */
record Proposals(TablePage table) {
  void open(Invited invited) {
    table.person().open("/t/" + invited.table() + "/proposals");
    table.isSaved();
  }

  /** Adds one and begins its text. */
  void add(String title) {
    var words = table.words();
    table.button(words.of("proposal_add")).first().click();
    table
        .page()
        .getByLabel(words.of("proposal_title"), new Page.GetByLabelOptions().setExact(true))
        .fill(title);
    table.button(words.of("add_go")).click();
    assertThat(editor(title)).isFocused();
  }

  /** Begins to write in one. */
  void write(String title) {
    table.button(table.words().of("item_write_in", "title", title)).click();
    assertThat(editor(title)).isFocused();
  }

  Locator editor(String title) {
    return table
        .page()
        .getByRole(
            AriaRole.TEXTBOX,
            new Page.GetByRoleOptions()
                .setName(table.words().of("proposal_text_of", "title", title))
                .setExact(true));
  }

  /** Links one to what it answers, which two square brackets ask for while one writes in it. */
  void link(String title, String answered) {
    table.type("[[");
    var search = new WayIn(table.person()).field("proposal_link_search");
    assertThat(search).isFocused();
    search.fill(answered);
    search.press("Enter");
    assertThat(editor(title)).isFocused();
    assertThat(linked(title, answered)).isVisible();
  }

  Locator linked(String title, String answered) {
    return table
        .card(title)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(answered).setExact(true));
  }

  /** Suggests other words for the first line of one. */
  void suggest(String title, String words, String reason) {
    var way = new WayIn(table.person());
    way.button("amendment_suggest_of", "title", title).click();
    way.field("amendment_words").fill(words);
    way.field("amendment_reason").fill(reason);
    way.button("amendment_go").click();
    assertThat(table.page().getByRole(AriaRole.DIALOG)).hasCount(0);
  }

  void accept(String amender) {
    var way = new WayIn(table.person());
    way.button("amendment_accept_of", "name", amender).click();
    way.field("amendment_accept_reason").press("Enter");
    assertThat(way.button("amendment_accept_of", "name", amender)).hasCount(0);
  }

  Locator amendment(String amender) {
    return table.card(table.words().of("amendment_of", "name", amender));
  }

  /** Takes a position that needs no reason. */
  void take(String title, String stance) {
    stance(title, stance).click();
    assertThat(stance(title, stance)).hasAttribute("aria-pressed", "true");
  }

  Locator stance(String title, String stance) {
    return button(title, "stance_own_" + stance);
  }

  Locator button(String title, String key, String... named) {
    return table
        .card(title)
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(table.words().of(key, named)).setExact(true));
  }

  /** Whether it stands, and what is left to do. */
  Locator standing(String title) {
    return table.card(title).locator(".standing");
  }

  /** Reserves and objections. */
  Locator held(String title) {
    return table.card(title).locator(".held");
  }

  Locator disagreements(String title) {
    return table.card(title).locator(".disagreements");
  }
}
