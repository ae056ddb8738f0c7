package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two people agree on findings, merge some, gather them under challenges and rate those; every
 * state is put to axe. Pictures of it stay in {@code target/screenshots}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class DebatingTest {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final String SHUTTLE = "La navette s’arrête à 13 h";
  private static final String BUS = "Plus de bus l’après-midi";
  private static final String HALL = "Six salles vides le matin";
  private static final String MERGED = "Rien ne roule l’après-midi";
  private static final String TRAVEL = "Sortir sans voiture";
  private static final String COMPANY = "Voir du monde";

  @RegisterExtension static final Browsers browsers = new Browsers();

  private ServerProcess server;
  private Organiser organiser;

  @BeforeAll
  void start() {
    server = ServerProcess.start();
    organiser = new Organiser(server);
  }

  @AfterAll
  void stop() {
    organiser.close();
    server.close();
  }

  @Test
  void two_people_agree_merge_gather_by_drag_and_by_keyboard_and_rate() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = browsers.person(server);
    var lea = browsers.person(server);
    var anas = ana.sit(invited, "usagers", "Ana");
    var leas = lea.sit(invited, "facilitator", "Léa");
    for (var title : List.of(SHUTTLE, BUS, HALL)) {
      anas.add(title);
      anas.type("Constaté en mars : " + title + ".");
      anas.stopWriting(title);
    }
    anas.isSaved();

    source(anas, SHUTTLE);
    agree(anas, leas);
    merge(leas, anas);
    check(ana, "agreement and merging");
    shoot(ana, "debate-1-merged");

    gather(anas, leas);
    rate(leas, anas);
    check(lea, "challenges, rated");
    rateUnseen(lea, leas, anas);
    check(lea, "challenges, rated unseen");
    shoot(lea, "debate-2-rated");
    assertThat(ana.complaints()).isEmpty();
    assertThat(lea.complaints()).isEmpty();
  }

  /** A source says what it is, and where it can be read. */
  private static void source(TablePage table, String title) {
    table.choose(title, "finding_resource");
    var card = table.card(title);
    card.getByLabel(table.words().of("finding_source")).fill("Enquête du club");
    card.getByText(table.words().of("nature_figure")).click();
    card.getByLabel(table.words().of("finding_link")).fill("javascript:alert(1)");
    card.getByRole(AriaRole.BUTTON, named(table.words().of("save"))).click();
    assertThat(card.getByText(table.words().of("finding_link_broken"))).isVisible();
    card.getByLabel(table.words().of("finding_link")).fill("example.org/enquete");
    card.getByRole(AriaRole.BUTTON, named(table.words().of("save"))).click();
    assertThat(card.getByRole(AriaRole.LINK, named("Enquête du club")))
        .hasAttribute("href", "https://example.org/enquete");
  }

  private static void agree(TablePage anas, TablePage leas) {
    var agree = anas.button(anas.words().of("agree_with", "title", BUS));
    agree.focus();
    anas.page().keyboard().press("Space");
    assertThat(agree).hasAttribute("aria-pressed", "true");

    var told = leas.card(BUS).locator(".agreement details");
    assertThat(told).isVisible();
    told.locator("summary").click();
    assertThat(told.getByRole(AriaRole.ROW).filter(having("Usagers"))).containsText("1 sur 1");
    leas.button(leas.words().of("agree_with", "title", BUS)).click();
    assertThat(told.getByRole(AriaRole.ROW)).hasCount(2);
  }

  /** The facilitator merges two; the new one is taken apart again, and merged once more. */
  private static void merge(TablePage leas, TablePage anas) {
    var words = leas.words();
    leas.merge(MERGED, SHUTTLE, BUS);
    assertThat(anas.card(MERGED)).isVisible();
    assertThat(anas.card(SHUTTLE)).hasCount(0);
    assertThat(anas.text(MERGED)).containsText("Constaté en mars : " + SHUTTLE);
    assertThat(anas.text(MERGED)).containsText("Constaté en mars : " + BUS);
    leas.button(words.of("undo")).click();
    assertThat(anas.card(SHUTTLE)).isVisible();
    assertThat(anas.card(MERGED)).hasCount(0);

    leas.merge(MERGED, SHUTTLE, BUS);
    var made = anas.card(MERGED).locator("details").filter(having(SHUTTLE));
    made.locator("> summary").click();
    assertThat(made.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName(BUS)))
        .isVisible();
    assertThat(anas.button(words.of("unmerge"))).hasCount(0);
  }

  /** Ana drags one finding under a challenge and puts the other under one by the keyboard alone. */
  private static void gather(TablePage anas, TablePage leas) {
    var words = anas.words();
    for (var table : List.of(anas, leas)) {
      var address = table.page().url().replaceFirst("(/t/[^/#]+).*", "$1/debate");
      var _ = table.page().navigate(address);
      assertThat(table.page().getByText(words.of("debate_question"))).isVisible();
    }
    new Challenges(anas).add(TRAVEL, "Pourquoi cela compte.");
    new Challenges(anas).add(COMPANY, "Pourquoi cela compte.");

    drag(anas.page(), anas.page().locator(".side li").filter(having(MERGED)), anas.card(TRAVEL));
    assertThat(leas.card(TRAVEL).getByRole(AriaRole.LINK, named(MERGED))).isVisible();

    anas.button(words.of("gather_one", "title", HALL)).focus();
    anas.page().keyboard().press("Enter");
    var dialog = anas.page().locator("dialog[open]");
    var place = dialog.getByRole(AriaRole.BUTTON, named(COMPANY));
    place.focus();
    anas.page().keyboard().press("Enter");
    assertThat(dialog).hasCount(0);
    assertThat(leas.card(COMPANY).getByRole(AriaRole.LINK, named(HALL))).isVisible();
    assertThat(anas.page().getByText(words.of("loose_none"))).isVisible();
    assertThat(anas.button(words.of("gather_one", "title", HALL))).isFocused();
  }

  private static void drag(Page page, Locator row, Locator target) {
    var handle = row.locator(".handle").boundingBox();
    var to = target.locator("h3").boundingBox();
    page.mouse().move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    page.mouse().down();
    page.mouse().move(to.x + 40, to.y + 10, new Mouse.MoveOptions().setSteps(8));
    page.mouse().up();
  }

  private static void rate(TablePage leas, TablePage anas) {
    var words = leas.words();
    assertThat(new Challenges(anas).scale(TRAVEL)).hasCount(0);
    new Challenges(leas).openRating("rating_first", "rating_visible");
    new Challenges(anas).answer(TRAVEL, "9").click();
    assertThat(new Challenges(anas).answer(TRAVEL, "9")).hasAttribute("aria-pressed", "true");
    // Arrows move on and choose nothing; Enter chooses.
    new Challenges(anas).answer(TRAVEL, "9").focus();
    anas.page().keyboard().press("ArrowRight");
    assertThat(new Challenges(anas).answer(TRAVEL, "9")).hasAttribute("aria-pressed", "true");
    anas.page().keyboard().press("Enter");
    assertThat(anas.card(TRAVEL)).containsText(words.of("rating_own", "value", "10"));
    new Challenges(anas).answer(COMPANY, words.of("rating_unknown")).click();
    new Challenges(leas).answer(TRAVEL, "2").click();
    new Challenges(leas).answer(COMPANY, "7").click();

    var figures = anas.card(TRAVEL).locator("details").filter(having(words.of("rated_by_college")));
    figures.locator("> summary").click();
    assertThat(figures.getByRole(AriaRole.ROW).filter(having("Usagers"))).containsText("0010");
    var own = leas.card(TRAVEL).locator("details").filter(having(words.of("rated_by_college")));
    own.locator("> summary").click();

    leas.page().getByText(words.of("ranking")).first().click();
    var order = leas.page().getByLabel(words.of("ranking_order"));
    var first = leas.page().locator(".inside tbody tr").first();
    assertThat(first).containsText(COMPANY);
    order.selectOption("spread");
    assertThat(first).containsText(TRAVEL);
    leas.button(words.of("rating_close")).click();
    assertThat(new Challenges(anas).scale(TRAVEL)).hasCount(0);
    assertThat(anas.page().getByText(words.of("rating_closed"))).isVisible();
  }

  /**
   * What is said in a hidden rating is on nobody's page before the closing, then on everybody's.
   */
  private static void rateUnseen(Person lea, TablePage leas, TablePage anas) {
    var words = leas.words();
    new Challenges(leas).openRating("rating_again", "rating_hidden");
    new Challenges(anas).answer(TRAVEL, "3").click();
    assertThat(anas.card(TRAVEL)).containsText(words.of("rating_own", "value", "3"));
    assertThat(leas.card(TRAVEL)).containsText("1 personne a noté cet enjeu");
    assertThat(leas.card(TRAVEL)).not().containsText("moyenne");
    new Challenges(leas).answer(TRAVEL, "8").click();
    // Whoever led the rating sees their own value, and of the others that they answered.
    assertThat(leas.card(TRAVEL)).containsText(words.of("rating_own", "value", "8"));
    assertThat(anas.card(TRAVEL)).containsText("2 personnes ont noté cet enjeu");
    check(lea, "challenges, being rated unseen");
    shoot(lea, "debate-8-unseen");
    var _ = anas.page().reload();
    assertThat(anas.card(TRAVEL)).containsText(words.of("rating_own", "value", "3"));
    // A device that never knew it, or knows no longer.
    anas.page()
        .evaluate(
            "Object.keys(localStorage).filter(key => key.startsWith('tablee-rating-'))"
                + ".forEach(key => localStorage.removeItem(key))");
    var _ = anas.page().reload();
    assertThat(anas.card(TRAVEL)).containsText(words.of("rating_sealed"));
    leas.button(words.of("rating_close_hidden")).click();
    assertThat(anas.card(TRAVEL)).containsText("moyenne 5,5");
    assertThat(ratingsKept(leas)).isEqualTo(List.of());
    assertThat(leas.card(TRAVEL)).containsText("de 3 à 8");
  }

  /** What this person's device remembers of hidden ratings. */
  private static Object ratingsKept(TablePage table) {
    return table
        .page()
        .evaluate("Object.keys(localStorage).filter(key => key.startsWith('tablee-rating-'))");
  }

  static Stream<Arguments> screens() {
    return Stream.of(
        Arguments.of("desktop", Screen.DESKTOP),
        Arguments.of("narrow", Screen.PHONE.wide(320)),
        Arguments.of("dark", Screen.DESKTOP.dark().in("en")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("screens")
  void the_example_shows_agreement_and_rated_challenges_on_every_screen(
      String name, Screen screen) {
    var example = organiser.openExample();
    var odile = browsers.person(server, screen);
    var way = new WayIn(odile);
    way.organise();
    odile.open("/t/" + example);
    assertThat(way.button("not_seated_join")).isVisible();
    way.button("not_seated_join").click();
    var table = new TablePage(odile);
    table.isSaved();
    var words = table.words();
    var merged = "Voir du monde, et pas seulement des gens de son âge";
    table.card(merged).locator(".agreement summary").click();
    table.card(merged).locator("details").last().locator("> summary").click();
    check(odile, "example, diagnosis, " + name);
    shoot(odile, "debate-3-agreed-" + name);
    table.button(words.of("pick_several")).click();
    // Before the first contribution one reads the frame.
    table.button(words.of("frame_read_go")).click();
    table.page().getByLabel(words.of("pick_one", "title", merged)).check();
    check(odile, "picking several, " + name);
    shootView(odile, "debate-4-picking-" + name);
    table.button(words.of("gather")).click();
    check(odile, "putting under, " + name);
    shootView(odile, "debate-5-putting-" + name);
    odile.page().keyboard().press("Escape");

    odile.open("/t/" + example + "/debate");
    assertThat(table.page().getByText(words.of("debate_question"))).isVisible();
    table.page().getByText(words.of("ranking")).first().click();
    table.page().locator("article").first().locator("details summary").click();
    check(odile, "example, debate, " + name);
    shoot(odile, "debate-6-example-" + name);
    shootView(odile, "debate-7-view-" + name);
    assertThat(odile.complaints()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("screens")
  void a_hidden_rating_is_led_and_answered_by_the_keyboard_on_every_screen(
      String name, Screen screen) {
    var invited = organiser.createTable("Bien vieillir");
    var lea = browsers.person(server, screen);
    var table = lea.sit(invited, "facilitator", "Léa");
    lea.open("/t/" + invited.table() + "/debate");
    new Challenges(table).add(TRAVEL, "Pourquoi cela compte.");
    var words = table.words();
    var keyboard = lea.page().keyboard();

    press(table, "rating_first");
    var ways = lea.page().locator("dialog[open] input");
    ways.first().focus();
    keyboard.press("ArrowDown");
    assertThat(ways.last()).isChecked();
    check(lea, "how to rate, " + name);
    shootView(lea, "debate-9-how-" + name);
    keyboard.press("Enter");
    new Challenges(table).answer(TRAVEL, "1").focus();
    keyboard.press("ArrowRight");
    keyboard.press("Enter");
    assertThat(table.card(TRAVEL)).containsText(words.of("rating_own", "value", "2"));
    assertThat(table.card(TRAVEL)).containsText(words.of("rating_sealed_too"));
    check(lea, "rated unseen, " + name);
    shoot(lea, "debate-10-unseen-" + name);
    press(table, "rating_close_hidden");
    assertThat(new Challenges(table).scale(TRAVEL)).hasCount(0);
    assertThat(table.button(words.of("rating_again"))).isVisible();
    check(lea, "told, " + name);
    assertThat(lea.complaints()).isEmpty();
  }

  private static void press(TablePage table, String button) {
    table.button(table.words().of(button)).focus();
    table.page().keyboard().press("Enter");
  }

  private static void check(Person person, String state) {
    var found = new ArrayList<String>();
    for (var violation : new AxeBuilder(person.page()).analyze().getViolations()) {
      violation
          .getNodes()
          .forEach(node ->
              found.add(
                  "%s: %s: %s %s"
                      .formatted(
                          state, violation.getId(), node.getHtml(), node.getFailureSummary())));
    }
    var wide = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";
    if (!Integer.valueOf(0).equals(person.page().evaluate(wide))) {
      found.add(state + " is wider than its screen");
    }
    assertThat(found).isEmpty();
  }

  private static void shoot(Person person, String picture) {
    person
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(picture + ".png")));
  }

  private static void shootView(Person person, String picture) {
    person
        .page()
        .screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(picture + ".png")));
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.FilterOptions having(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
