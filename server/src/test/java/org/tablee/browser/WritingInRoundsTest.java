package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.browser.Keys.press;
import static org.tablee.browser.Keys.reach;
import static org.tablee.browser.Keys.type;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A round from its opening to a finding made of a line, on the screens of those who write in it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(180)
class WritingInRoundsTest {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final String SUNDAY = "Le dimanche, plus rien ne part";

  @RegisterExtension static final Browsers browsers = new Browsers();
  @RegisterExtension final Axe axe = new Axe();

  private String picture = "";

  static java.util.stream.Stream<org.junit.jupiter.params.provider.Arguments> screens() {
    return Axe.screens();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("screens")
  void an_anonymous_round_is_written_in_and_shown_to_all_without_names(String name, Screen screen) {
    picture = name.replace(", ", "-").replace(' ', '-');
    try (var server = ServerProcess.start();
        var organiser = new Organiser(server)) {
      var invited = organiser.createTable("Bien vieillir");
      var lea = browsers.person(server, screen);
      lea.sit(invited, "facilitator", "Léa");
      var leas = new WayIn(lea);
      leas.button("round_open").click();
      look(lea, "1-opening");
      leas.button("round_open_go").click();
      assertThat(round(lea)).isVisible();

      var ana = browsers.person(server, screen);
      ana.sit(invited, "usagers", "Ana");
      var anas = new WayIn(ana);
      assertThat(round(ana)).containsText(ana.words().of("round_anonymous"));
      write(ana, SUNDAY, "Le bus");
      look(ana, "2-writing");
      // What was typed survives the tab.
      ana.closeTab();
      ana.openTable(invited.table());
      assertThat(anas.field("sheet_line", "place", "1")).hasValue(SUNDAY);
      anas.button("sheet_hand_in").click();
      assertThat(round(ana)).containsText(ana.words().of("sheet_handed"));
      look(ana, "3-handed-in");

      for (var other : new String[] {"Bao", "Cléo"}) {
        assertThat(leas.button("round_reveal")).isDisabled();
        assertThat(round(lea)).containsText(lea.words().of("round_few"));
        look(lea, "4-leading");
        var person = browsers.person(server, screen);
        person.sit(invited, "habitants", other);
        write(person, "Plus de médecin, " + other.length());
        new WayIn(person).button("sheet_hand_in").click();
        assertThat(round(person)).containsText(person.words().of("sheet_handed"));
      }
      assertThat(round(lea))
          .containsText(
              lea.words().of("round_share", "college", "Habitants", "handed", "2", "of", "2"));
      assertThat(lea.page().locator("body")).not().containsText(SUNDAY);
      assertThat(lea.page().locator("body")).not().containsText("Plus de médecin");
      assertThat(leas.button("round_reveal")).isEnabled();
      look(lea, "5-ready");
      leas.button("round_drop").click();
      look(lea, "6-dropping");
      press(lea, "Escape");
      leas.button("round_reveal").click();

      assertThat(round(lea).locator("li")).hasCount(4);
      assertThat(round(ana).locator("li")).hasCount(4);
      assertThat(round(ana)).not().containsText("Bao");
      look(ana, "7-revealed");
      anas.button("entry_make_of", "text", "Le bus").click();
      var made =
          round(ana).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Le bus"));
      made.click();
      assertThat(new TablePage(ana).card("Le bus"))
          .containsText(
              ana.words().of("round_source", "question", lea.words().of("round_doubts_question")));
      assertThat(round(ana)).isVisible();
      anas.button("round_put_away").click();
      assertThat(round(lea)).containsText(lea.words().of("entry_made"));
      look(lea, "8-made-a-finding");
      // The device forgets the sheet with the round.
      var kept = ana.page().evaluate("() => Object.keys(localStorage).join()");
      assertThat((String) kept).doesNotContain("tablee-sheet");
    }
  }

  @Test
  void a_named_round_is_led_and_written_in_by_the_keyboard_alone() {
    try (var server = ServerProcess.start();
        var organiser = new Organiser(server)) {
      var invited = organiser.createTable("Bien vieillir");
      var lea = browsers.person(server);
      lea.sit(invited, "facilitator", "Léa");
      var leas = new WayIn(lea);
      reach(lea, leas.button("round_open"));
      press(lea, "Enter");
      reach(lea, leas.field("round_anonymous"));
      press(lea, "ArrowDown");
      assertThat(leas.field("round_named")).isChecked();
      reach(lea, leas.button("round_open_go"));
      press(lea, "Enter");
      assertThat(round(lea)).isVisible();

      var ana = browsers.person(server);
      ana.sit(invited, "usagers", "Ana");
      var anas = new WayIn(ana);
      reach(ana, anas.field("sheet_line", "place", "1"));
      type(ana, SUNDAY);
      press(ana, "Enter");
      assertThat(anas.field("sheet_line", "place", "2")).isFocused();
      type(ana, "Le bus");
      reach(ana, anas.button("sheet_hand_in"));
      press(ana, "Enter");
      assertThat(round(ana)).containsText(ana.words().of("sheet_handed"));
      assertThat(anas.button("sheet_hand_in")).isFocused();
      press(ana, "Shift+Tab", "Shift+Tab");
      reach(ana, anas.field("sheet_line", "place", "2"));
      type(ana, " du soir");
      assertThat(round(ana)).containsText(ana.words().of("sheet_changed"));
      press(ana, "Control+Enter");
      assertThat(round(ana)).containsText(ana.words().of("sheet_handed"));

      type(ana, ", trop tard");
      reach(lea, leas.button("round_close"));
      press(lea, "Enter");
      // What one had not handed in is one's own, and the keyboard stays where one was.
      assertThat(round(ana)).containsText(ana.words().of("sheet_unsent"));
      assertThat(round(ana)).containsText("trop tard");
      assertThat(round(ana).locator("h3")).isFocused();
      assertThat(round(ana)).containsText(ana.words().of("round_waiting", "count", "1"));
      reach(lea, leas.button("round_reveal"));
      press(lea, "Enter");
      assertThat(round(lea).locator("li")).hasCount(2);
      assertThat(round(lea).getByText("Ana")).hasCount(2);
      assertThat(round(lea)).containsText("Le bus du soir");
      assertThat(lea.page().locator("body")).not().containsText("trop tard");
      assertThat(round(lea).locator("h3")).isFocused();
      reach(lea, leas.button("entry_make_of", "text", SUNDAY));
      press(lea, "Enter");
      assertThat(
              round(lea).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(SUNDAY)))
          .isFocused();
      picture = "named";
      look(lea, "9-revealed");
    }
  }

  private static void write(Person person, String... lines) {
    new Round(person, "round_doubts").write(lines);
  }

  private static Locator round(Person person) {
    return new Round(person, "round_doubts").shown();
  }

  private void look(Person person, String step) {
    axe.check(person, picture + " " + step);
    var _ =
        person
            .page()
            .screenshot(
                new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve("rounds-" + picture + "-" + step + ".png")));
  }
}
