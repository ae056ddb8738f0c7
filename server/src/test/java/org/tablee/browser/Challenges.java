package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The challenges of a table on somebody's screen. */
record Challenges(TablePage table) {
  /** Adds one and writes why it counts. */
  void add(String title, String why) {
    table.button(table.words().of("challenge_add")).click();
    table.page().getByLabel(table.words().of("challenge_title")).fill(title);
    table.button(table.words().of("add_go")).click();
    assertThat(table.card(title).getByRole(AriaRole.TEXTBOX)).isFocused();
    table.type(why);
    table.stopWriting(title);
  }

  /** Puts a finding under a challenge, by the buttons. */
  void gather(String finding, String challenge) {
    table.button(table.words().of("gather_one", "title", finding)).click();
    var dialog = table.page().locator("dialog[open]");
    dialog.getByRole(AriaRole.BUTTON, named(challenge)).click();
    assertThat(dialog).hasCount(0);
  }

  Locator gathered(String finding, String challenge) {
    return table.card(challenge).getByRole(AriaRole.LINK, named(finding));
  }

  /** Opens a rating by that button, in one of its two ways. */
  void openRating(String button, String way) {
    table.button(table.words().of(button)).click();
    table
        .page()
        .getByText(table.words().of(way), new Page.GetByTextOptions().setExact(true))
        .click();
    table.button(table.words().of("rating_go")).click();
  }

  Locator scale(String title) {
    return table
        .page()
        .getByRole(
            AriaRole.GROUP,
            new Page.GetByRoleOptions()
                .setName(table.words().of("rate_label", "title", title))
                .setExact(true));
  }

  Locator answer(String title, String answer) {
    return scale(title).getByRole(AriaRole.BUTTON, named(answer));
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
