package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

/** What somebody does who has a keyboard and no pointer. */
final class Keys {
  private static final int STOPS_MAX = 60;

  private Keys() {}

  /** Goes on by Tab until it is there: each stop can be seen, and none holds one back. */
  static void reach(Person person, Locator wanted) {
    assertThat(wanted).isVisible();
    for (int stop = 0; !isFocused(wanted); stop++) {
      assertThat(stop).as("stops before " + wanted).isLessThan(STOPS_MAX);
      press(person, "Tab");
      var shown =
          person
              .page()
              .evaluate(
                  """
                  () => {
                    const at = document.activeElement;
                    if (!at || at === document.body) return '';
                    const style = getComputedStyle(at);
                    const box = at.getBoundingClientRect();
                    const seen = style.outlineStyle !== 'none' || style.boxShadow !== 'none' ||
                      at.matches('.choice input, input[type=radio], .visually-hidden, .ProseMirror');
                    return seen && box.width > 0 ? '' : at.outerHTML.slice(0, 200);
                  }
                  """);
      assertThat(shown).as("a stop that cannot be seen").isEqualTo("");
    }
  }

  static boolean isFocused(Locator wanted) {
    return (Boolean) wanted.evaluate("element => element === document.activeElement");
  }

  static void type(Person person, String text) {
    person.page().keyboard().type(text);
  }

  static void press(Person person, String... keys) {
    for (var key : keys) {
      person.page().keyboard().press(key);
    }
  }
}
