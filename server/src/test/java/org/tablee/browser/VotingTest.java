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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Votes from their opening to what came out, on the screens of those who vote. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(240)
class VotingTest {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final String QUESTION = "Faut-il une navette le dimanche ?";

  @RegisterExtension static final Browsers browsers = new Browsers();
  @RegisterExtension final Axe axe = new Axe();

  private String picture = "";

  static Stream<Arguments> screens() {
    return Axe.screens();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("screens")
  void a_secret_vote_is_cast_in_two_taps_and_published_as_numbers(String name, Screen screen) {
    picture = name.replace(", ", "-").replace(' ', '-');
    try (var server = ServerProcess.start();
        var organiser = new Organiser(server)) {
      var invited = organiser.createTable("Bien vieillir");
      var lea = browsers.person(server, screen);
      lea.sit(invited, "facilitator", "Léa");
      atProposals(lea, invited);
      var leas = new WayIn(lea);
      leas.button("vote_open").click();
      leas.field("vote_question").fill(QUESTION);
      choose(lea, "vote_method_yesno");
      look(lea, "1-opening");
      leas.button("vote_open_go").click();
      assertThat(vote(lea)).isVisible();

      var ana = browsers.person(server, screen);
      ana.sit(invited, "habitants", "Ana");
      // Whoever votes while few of their college are there is counted in the total alone.
      var others = new ArrayList<Person>();
      for (var other : List.of("Bao", "Cléo", "Dan", "Emi")) {
        var person = browsers.person(server, screen);
        person.sit(invited, "habitants", other);
        others.add(person);
      }
      assertThat(vote(ana)).containsText(ana.words().of("vote_protects_secret"));
      vote(ana).locator("summary").click();
      assertThat(vote(ana)).containsText(ana.words().of("vote_protects_versions"));
      look(ana, "2-voting");
      var anas = new WayIn(ana);
      anas.button("ballot_cast_go").click();
      assertThat(vote(ana)).containsText(ana.words().of("ballot_missing_choice"));
      choose(ana, "vote_choice_no");
      anas.button("ballot_cast_go").click();
      assertThat(vote(ana)).containsText(ana.words().of("ballot_cast"));
      look(ana, "3-voted");
      anas.button("ballot_change").click();
      choose(ana, "vote_choice_yes");
      anas.button("ballot_cast_again").click();
      var yours = ana.words().of("ballot_yours", "words", ana.words().of("vote_choice_yes"));
      assertThat(vote(ana)).containsText(yours);
      // The device keeps the way back to the ballot, and not the ballot.
      ana.closeTab();
      ana.openTable(invited.table());
      assertThat(vote(ana)).containsText(ana.words().of("ballot_not_kept"));
      assertThat(vote(ana)).not().containsText(yours);

      for (var person : others) {
        choose(person, person == others.getLast() ? "vote_choice_no" : "vote_choice_yes");
        new WayIn(person).button("ballot_cast_go").click();
        assertThat(vote(person)).containsText(person.words().of("ballot_cast"));
      }
      assertThat(vote(lea))
          .containsText(
              lea.words().of("vote_share", "college", "Habitants", "count", "5", "of", "5"));
      look(lea, "4-leading");
      leas.button("vote_drop").click();
      look(lea, "5-dropping");
      press(lea, "Escape");
      leas.button("vote_close").click();
      assertThat(vote(ana)).containsText(ana.words().of("vote_waiting", "count", "5"));
      assertThat(vote(lea).locator(".bar")).hasCount(0);
      look(lea, "6-closed");
      leas.button("vote_publish").click();

      var came = ana.words().of("vote_outcome_yesno", "yes", "4", "no", "1", "abstain", "0");
      assertThat(vote(ana)).containsText(came);
      assertThat(vote(ana).locator(".bar")).hasCount(2);
      assertThat(vote(ana)).containsText("Habitants");
      assertThat(vote(ana)).not().containsText("Bao");
      look(ana, "7-published");
      var kept = ana.page().evaluate("() => Object.keys(localStorage).join()");
      assertThat((String) kept).doesNotContain("tablee-vote");
      anas.button("vote_put_away").click();
      assertThat(vote(ana)).hasCount(0);
      atProposals(ana, invited);
      assertThat(vote(ana)).containsText(came);
    }
  }

  @Test
  void every_method_is_voted_in_and_told_with_names_and_by_college() {
    try (var server = ServerProcess.start();
        var organiser = new Organiser(server)) {
      var invited = organiser.createTable("Bien vieillir");
      var lea = browsers.person(server);
      lea.sit(invited, "facilitator", "Léa");
      atProposals(lea, invited);
      var ana = browsers.person(server, Screen.PHONE);
      ana.sit(invited, "usagers", "Ana");
      var anas = new WayIn(ana);

      open(lea, "vote_method_judgment", "Un banc", "Une navette");
      grade(ana, "Un banc", "vote_grade_5");
      grade(ana, "Une navette", "vote_grade_2");
      told(lea, ana, "judgment", "1. Un banc", ana.words().of("vote_grade_5"));

      open(lea, "vote_method_dots", "Un banc", "Une navette");
      for (int dots = 0; dots < 4; dots++) {
        anas.button("ballot_dot_more", "title", "Une navette").click();
      }
      anas.button("ballot_dot_less", "title", "Une navette").click();
      anas.button("ballot_dot_more", "title", "Un banc").click();
      assertThat(vote(ana)).containsText(ana.words().of("ballot_dots_left", "count", "1"));
      told(lea, ana, "dots", "1. Une navette", "Une navette : 3");

      open(lea, "vote_method_ranking", "Un banc", "Une navette", "Une halte");
      anas.button("ballot_rank", "title", "Une halte", "place", "1").click();
      anas.button("ballot_rank", "title", "Un banc", "place", "2").click();
      anas.button("ballot_raise", "title", "Un banc").click();
      told(lea, ana, "ranking", "1. Un banc", "1. Un banc · 2. Une halte");

      open(lea, "vote_method_scale");
      vote(ana).getByText("7", new Locator.GetByTextOptions().setExact(true)).click();
      told(lea, ana, "scale", ana.words().of("vote_median", "value", "7"), "7");

      open(lea, "vote_method_consent");
      choose(ana, "vote_choice_reserve");
      told(
          lea,
          ana,
          "consent",
          ana.words().of("vote_outcome_consent", "reserves", "1"),
          ana.words().of("vote_choice_reserve"));
    }
  }

  @Test
  void a_vote_is_led_and_voted_in_by_the_keyboard_alone() {
    try (var server = ServerProcess.start();
        var organiser = new Organiser(server)) {
      var invited = organiser.createTable("Bien vieillir");
      var lea = browsers.person(server);
      lea.sit(invited, "facilitator", "Léa");
      atProposals(lea, invited);
      var leas = new WayIn(lea);
      reach(lea, leas.button("vote_open"));
      press(lea, "Enter");
      reach(lea, leas.field("vote_question"));
      type(lea, QUESTION);
      reach(lea, leas.field("vote_method_consent"));
      press(lea, "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown");
      assertThat(leas.field("vote_method_ranking")).isChecked();
      reach(lea, leas.field("vote_options"));
      type(lea, "Un banc\nUne navette");
      reach(lea, leas.field("vote_secret"));
      press(lea, "ArrowDown");
      reach(lea, leas.button("vote_open_go"));
      press(lea, "Enter");
      assertThat(vote(lea)).isVisible();

      var ana = browsers.person(server);
      ana.sit(invited, "usagers", "Ana");
      var anas = new WayIn(ana);
      reach(ana, anas.button("ballot_rank", "title", "Une navette", "place", "1"));
      press(ana, "Enter");
      // What was tapped is gone from there; the keyboard goes on with what is left.
      assertThat(anas.button("ballot_rank", "title", "Un banc", "place", "2")).isFocused();
      press(ana, "Enter");
      reach(ana, anas.button("ballot_raise", "title", "Un banc"));
      press(ana, "Enter");
      assertThat(anas.button("ballot_unrank", "title", "Un banc")).isFocused();
      reach(ana, anas.button("ballot_cast_go"));
      press(ana, "Enter");
      assertThat(vote(ana)).containsText(ana.words().of("ballot_cast"));
      assertThat(anas.button("ballot_change")).isFocused();

      reach(lea, leas.button("vote_close"));
      press(lea, "Enter");
      assertThat(vote(ana).locator("h3")).isFocused();
      reach(lea, leas.button("vote_publish"));
      press(lea, "Enter");
      assertThat(vote(lea)).containsText("1. Un banc");
      assertThat(vote(lea).locator("h3")).isFocused();
    }
  }

  private static void atProposals(Person person, Organiser.Invited invited) {
    person.open("/t/" + invited.table() + "/proposals");
    new TablePage(person).isSaved();
  }

  /** Opens a vote with names. */
  private static void open(Person lea, String method, String... options) {
    var way = new WayIn(lea);
    way.button("vote_open").click();
    way.field("vote_question").fill(QUESTION);
    choose(lea, method);
    if (options.length > 0) {
      way.field("vote_options").fill(String.join("\n", options));
    }
    choose(lea, "vote_named");
    way.button("vote_open_go").click();
  }

  /** Has Ana hand in, and the vote closed, published and put away. */
  private void told(Person lea, Person ana, String method, String outcome, String ballot) {
    var anas = new WayIn(ana);
    var leas = new WayIn(lea);
    picture = method;
    look(ana, "8-voting");
    anas.button("ballot_cast_go").click();
    assertThat(vote(ana)).containsText(ana.words().of("ballot_cast"));
    leas.button("vote_close").click();
    leas.button("vote_publish").click();
    assertThat(vote(ana)).containsText(outcome);
    vote(ana).locator("summary").click();
    assertThat(vote(ana).locator(".ballots")).containsText("Ana");
    assertThat(vote(ana).locator(".ballots")).containsText(ballot);
    look(ana, "9-published");
    assertThat(vote(lea)).containsText("Usagers");
    look(lea, "10-published-wide");
    anas.button("vote_put_away").click();
    leas.button("vote_put_away").click();
  }

  private static void grade(Person person, String option, String grade) {
    vote(person)
        .getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(option).setExact(true))
        .getByText(person.words().of(grade), new Locator.GetByTextOptions().setExact(true))
        .click();
  }

  /** By the words beside it, as a finger does. */
  private static void choose(Person person, String key) {
    person
        .page()
        .locator("label.choice")
        .getByText(person.words().of(key), new Locator.GetByTextOptions().setExact(true))
        .click();
  }

  /** The latest: those that are over stand below. */
  private static Locator vote(Person person) {
    return person
        .page()
        .getByRole(AriaRole.ARTICLE)
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    person
                        .page()
                        .getByRole(
                            AriaRole.HEADING, new Page.GetByRoleOptions().setName(QUESTION))))
        .first();
  }

  private void look(Person person, String step) {
    axe.check(person, picture + " " + step);
    var _ =
        person
            .page()
            .screenshot(
                new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve("votes-" + picture + "-" + step + ".png")));
  }
}
