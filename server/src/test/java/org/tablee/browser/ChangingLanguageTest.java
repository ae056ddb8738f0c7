package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.tablee.json.JsonValue.JsonString;

/** Each person is sent one language, and may change it at any moment. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class ChangingLanguageTest {
  private static final String FINDING = "Bench 4";

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
  void at_a_table_every_word_changes_and_stays_changed_while_the_line_and_the_texts_stay() {
    var ana = browsers.person(server);
    var table = ana.sit(organiser.createTable("Table 7"), "usagers", "Ana");
    table.add(FINDING);
    table.type("13 h 30");
    table.isSaved();
    table.stopWriting(FINDING);
    isSpoken(ana, "fr");
    var lines = new ArrayList<String>();
    ana.page().onWebSocket(line -> lines.add(line.url()));

    choice(ana, "English").click();

    isSpoken(ana, "en");
    assertThat(choice(ana, "English")).hasAttribute("aria-pressed", "true");
    assertThat(table.text(FINDING)).hasText("13 h 30");
    assertThat(lines).as("the line is not opened again").isEmpty();
    choice(ana, "Français").click();
    isSpoken(ana, "fr");
    choice(ana, "English").click();
    isSpoken(ana, "en");

    var _ = ana.page().reload();
    isSpoken(ana, "en");
    ana.page().locator(".bar a[href$='/debate']").click();
    assertThat(ana.page().getByText(Words.in("en").of("tab_debate")).first()).isVisible();
    isSpoken(ana, "en");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void whoever_changes_nothing_fetches_the_words_of_one_language_each_file_once(String language) {
    var ana = browsers.person(server, Screen.PHONE.in(language));
    var fetched = wordsFetched(ana.page());
    var way = new WayIn(ana);

    way.openInvitation(organiser.createTable("Table 7").participant(), "Ana");
    assertThat(fetched).singleElement().asString().startsWith(language + "/way-in-");
    // Beside the script, not after it.
    var early = ana.page().locator("link[rel='modulepreload'][href*='/way-in-']");
    assertThat(early).hasAttribute("href", "/assets/" + fetched.getFirst());
    way.button("join_go").click();
    new TablePage(ana).isSaved();

    assertThat(fetched).hasSize(2);
    assertThat(fetched.getLast()).startsWith(language + "/table-");
    isSpoken(ana, language);
  }

  @Test
  void without_a_connection_the_page_keeps_its_language_and_says_so_in_the_other() {
    var ana = browsers.person(server, Screen.PHONE).mayLoseTheServer();
    var way = new WayIn(ana);
    way.openInvitation(organiser.createTable("Table 7").participant(), "Ana");

    ana.context().setOffline(true);
    choice(ana, "English").click();

    var said = ana.page().getByRole(AriaRole.ALERT);
    assertThat(said).hasText("English could not be loaded. Check your connection, then try again.");
    assertThat(said).hasAttribute("lang", "en");
    isSpoken(ana, "fr");
    ana.context().setOffline(false);
    choice(ana, "English").click();
    assertThat(said).hasCount(0);
    isSpoken(ana, "en");

    ana.context().setOffline(true);
    choice(ana, "Français").click();
    isSpoken(ana, "fr");
    assertThat(way.field("join_name")).hasValue("Ana");
  }

  @Test
  void a_page_that_gets_no_words_at_all_says_so_in_both_languages() {
    var ana = browsers.person(server).mayLoseTheServer();
    ana.page().route("**/assets/fr/**", Route::abort);

    ana.open("/");

    assertThat(ana.page().getByRole(AriaRole.ALERT))
        .hasText(
            "La page n’a pas pu se charger. Rechargez-la. "
                + "· The page could not be loaded. Reload it.");
  }

  private static Locator choice(Person person, String language) {
    return person
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(language))
        .first();
  }

  /** The page's language is said, and no whole line of it is a message of the other language. */
  private static void isSpoken(Person person, String language) {
    assertThat(person.page().locator("html")).hasAttribute("lang", language);
    var spoken = texts(language);
    var foreign = texts(language.equals("fr") ? "en" : "fr");
    foreign.removeAll(spoken);
    var lines = person.page().locator("body").innerText().lines().map(String::strip).toList();
    assertThat(lines).doesNotContainAnyElementsOf(foreign).containsAnyElementsOf(spoken);
  }

  private static Set<String> texts(String language) {
    return Words.in(language).messages().fields().entrySet().stream()
        // What is offered as a name is a name once it is given.
        .filter(text -> !text.getKey().startsWith("college_"))
        .filter(text -> text.getValue() instanceof JsonString)
        .map(text -> ((JsonString) text.getValue()).value())
        .collect(Collectors.toSet());
  }

  /** The files of words that a page asks for from now on, after their language's folder. */
  private static List<String> wordsFetched(Page page) {
    var fetched = new ArrayList<String>();
    page.onRequest(request -> {
      var path = URI.create(request.url().split("#", 2)[0]).getPath();
      if (path.matches("/assets/[a-z]+/.*")) {
        fetched.add(path.substring("/assets/".length()));
      }
    });
    return fetched;
  }
}
