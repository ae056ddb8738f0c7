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
}
