package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A table on somebody's screen: what they see and do there, by the words that stand there. */
final class TablePage {
  /** A client that was cut off waits longer each time it finds nobody. */
  private static final int RESUMING_MILLIS = 40_000;

  private final Person person;
  private final Words words;

  TablePage(Person person) {
    this.person = person;
    this.words = person.words();
  }

  Person person() {
    return person;
  }

  Page page() {
    return person.page();
  }

  Words words() {
    return words;
  }

  Locator button(String name) {
    return page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator card(String title) {
    return page()
        .getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(title).setExact(true));
  }

  /** What is written in a finding, as it is read. */
  Locator text(String title) {
    return card(title).locator(".rich-text, .ProseMirror").first();
  }

  Locator editor(String title) {
    return page()
        .getByRole(
            AriaRole.TEXTBOX,
            new Page.GetByRoleOptions()
                .setName(words.of("finding_text_of", "title", title))
                .setExact(true));
  }

  /** Goes to another section, by the bar of the phases. */
  void goTo(String section) {
    page().locator(".bar a[href$='/%s']".formatted(section)).click();
    assertThat(page()).hasURL(Pattern.compile(".*/" + section + "$"));
  }

  void add(String title) {
    button(words.of("finding_add")).first().click();
    page()
        .getByLabel(words.of("finding_title"), new Page.GetByLabelOptions().setExact(true))
        .fill(title);
    button(words.of("add_go")).click();
    assertThat(editor(title)).isFocused();
  }

  /** Begins to write in a finding. */
  Locator write(String title) {
    button(words.of("item_write_in", "title", title)).click();
    assertThat(editor(title)).isFocused();
    return editor(title);
  }

  void stopWriting(String title) {
    button(words.of("item_done_of", "title", title)).click();
    assertThat(editor(title)).hasCount(0);
  }

  void type(String letters) {
    page().keyboard().type(letters);
  }

  /** An act from a finding's menu. */
  void choose(String title, String act) {
    button(words.of("item_menu", "title", title)).click();
    page()
        .getByRole(
            AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(words.of(act)).setExact(true))
        .click();
  }

  /** The facilitator makes one finding of several. */
  void merge(String into, String... titles) {
    button(words.of("pick_several")).click();
    for (var title : titles) {
      page().getByLabel(words.of("pick_one", "title", title)).check();
    }
    button(words.of("merge")).click();
    page().getByLabel(words.of("merge_label")).fill(into);
    button(words.of("merge_go")).click();
    assertThat(card(into)).isVisible();
  }

  Locator saving() {
    return page().locator("header .saving .long");
  }

  void isSaved() {
    assertThat(saving())
        .hasText(
            words.any("saving_saved"),
            new LocatorAssertions.HasTextOptions().setTimeout(RESUMING_MILLIS));
  }

  void isOffline() {
    assertThat(saving())
        .hasText(
            Pattern.compile(
                words.any("saving_offline").pattern()
                    + "|"
                    + words.anyNumber("saving_offline_kept").pattern()));
  }

  /** The lines of a text as they stand on the screen. */
  String lines(String title) {
    return String.join("\n", text(title).locator("> *").allTextContents());
  }
}
