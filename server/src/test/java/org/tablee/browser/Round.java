package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/**
 * A round on somebody's screen.
 *
 * @param kind the key of what is gathered; the question is the facilitator's, in that language
 */
record Round(Person person, String kind) {
  Locator shown() {
    return person
        .page()
        .getByRole(AriaRole.ARTICLE)
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    person
                        .page()
                        .getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions()
                                .setName(person.words().of(kind + "_question"))
                                .setExact(true))))
        .first();
  }

  void write(String... lines) {
    var way = new WayIn(person);
    way.field("sheet_line", "place", "1").click();
    for (int at = 0; at < lines.length; at++) {
      if (at > 0) {
        Keys.press(person, "Enter");
      }
      assertThat(way.field("sheet_line", "place", Integer.toString(at + 1))).isFocused();
      Keys.type(person, lines[at]);
    }
  }

  void handIn() {
    new WayIn(person).button("sheet_hand_in").click();
    assertThat(shown()).containsText(person.words().of("sheet_handed"));
  }
}
