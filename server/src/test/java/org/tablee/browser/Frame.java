package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The frame of a table on somebody's screen. */
record Frame(TablePage table) {
  void add(String title) {
    add(title, "");
  }

  /** Also on a phone, where the button of a section is the first. */
  void add(String title, String text) {
    var way = new WayIn(table.person());
    way.button("term_add").first().click();
    way.field("term_title").fill(title);
    way.button("term_add_go").click();
    assertThat(editor(title)).isFocused();
    table.type(text);
    table.stopWriting(title);
    table.isSaved();
  }

  Locator editor(String title) {
    return table
        .page()
        .getByRole(
            AriaRole.TEXTBOX,
            new Page.GetByRoleOptions()
                .setName(table.words().of("term_text_of", "title", title))
                .setExact(true));
  }

  /** An act on a term. */
  Locator act(String title, String act) {
    return table
        .card(title)
        .locator(".acts button")
        .filter(new Locator.FilterOptions().setHasText(table.words().of(act)));
  }
}
