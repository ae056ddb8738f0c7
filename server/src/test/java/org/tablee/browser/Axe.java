package org.tablee.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Looks at what people are shown as axe does, and whether it is wider than their screen. What is
 * found on the way of a test fails it once it is over, all of it together.
 */
final class Axe implements AfterEachCallback {
  /**
   * What holds on paper as well: paper has no parts that one could leap to, and no order of focus.
   */
  private static final List<String> PAPER = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

  private final List<String> found = new ArrayList<>();

  /** The screens on which everything is looked at. */
  static Stream<Arguments> screens() {
    return Stream.of(
        Arguments.of("desktop", Screen.DESKTOP),
        Arguments.of("dark, in English", Screen.DESKTOP.dark().in("en")),
        Arguments.of("narrow", Screen.PHONE.wide(320)));
  }

  void check(Person person, String state) {
    check(state, new AxeBuilder(person.page()));
    fits(person, state);
  }

  void checkPaper(Person person, String state) {
    person.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    check(state, new AxeBuilder(person.page()).withTags(PAPER));
    person.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private void check(String state, AxeBuilder rules) {
    // Without frames there is nothing that another empty page would be needed for.
    for (var violation : rules.setLegacyMode(true).analyze().getViolations()) {
      for (var node : violation.getNodes()) {
        found.add(
            "%s: %s: %s %s"
                .formatted(state, violation.getId(), node.getHtml(), node.getFailureSummary()));
      }
    }
  }

  /** Nothing is wider than the screen. */
  void fits(Person person, String state) {
    var beyond =
        person
            .page()
            .evaluate(
                "() => document.documentElement.scrollWidth -"
                    + " document.documentElement.clientWidth");
    if (((Number) beyond).intValue() > 0) {
      found.add(state + ": scrolls sideways by " + beyond);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var all = List.copyOf(found);
    found.clear();
    if (!all.isEmpty()) {
      throw new AssertionError("found on the way:\n" + String.join("\n", all));
    }
  }
}
