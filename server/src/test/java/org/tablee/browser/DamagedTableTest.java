package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table whose stored history was spoiled, as a person meets it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class DamagedTableTest {
  /** A client that was cut off waits longer each time it finds nobody. */
  private static final int RESUMING_MILLIS = 40_000;

  private static final String TITLE = "La navette s’arrête à 13 h";
  private static final String LAST = "Et le soir aussi";

  @RegisterExtension static final Browsers browsers = new Browsers();

  @ParameterizedTest(name = "phone: {0}")
  @ValueSource(booleans = {false, true})
  void L32_a_person_is_told_where_the_record_is_damaged_and_keeps_the_words_not_sent(
      boolean isPhone) throws Exception {
    try (var server = ServerProcess.start(Map.of());
        var organiser = new Organiser(server)) {
      var invited = organiser.createTable("Bien vieillir");
      var ana =
          browsers
              .person(server, isPhone ? Screen.PHONE : Screen.DESKTOP)
              .mayLoseTheServer()
              .sit(invited, "usagers", "Ana");
      ana.add(TITLE);
      ana.isSaved();
      server.kill();
      ana.isOffline();
      ana.type(LAST);
      spoil(server, invited.table());
      server.restart();

      // There already, with the table as it was last known in sight.
      assertThat(ana.page().getByText(ana.words().of("closed_damaged")))
          .isInViewport(new LocatorAssertions.IsInViewportOptions().setTimeout(RESUMING_MILLIS));
      assertThat(told(ana)).isVisible();
      assertThat(kept(ana)).hasValue(LAST);
      assertThat(ana.card(TITLE)).isVisible();
      // Coming anew, with nothing of the table at hand.
      ana.page().reload();
      assertThat(told(ana)).isVisible();
      assertThat(kept(ana)).hasValue(LAST);
      assertThat(ana.page().getByRole(AriaRole.HEADING).first()).hasText("Bien vieillir");
      assertThat(ana.button(ana.words().of("reload"))).isVisible();
    }
  }

  /** Where the damage is, as it is said in the words of the page. */
  private static Locator told(TablePage page) {
    return page.page()
        .getByText(
            page.words().of("damaged_title_at", "seq", "3"),
            new Page.GetByTextOptions().setExact(true));
  }

  private static Locator kept(TablePage page) {
    return page.page()
        .getByLabel(page.words().of("damaged_words"), new Page.GetByLabelOptions().setExact(true));
  }

  /** Changes the time of commit 3, as a hand in the store would. */
  private static void spoil(ServerProcess server, String table) throws SQLException {
    var file = server.data().resolve("tablee.sqlite");
    try (var store = DriverManager.getConnection("jdbc:sqlite:" + file);
        var spoiling =
            store.prepareStatement(
                "UPDATE commits SET document = replace(document, '\"at\":', '\"at\":9')"
                    + " WHERE id = ?")) {
      spoiling.setString(1, table + ":0000000000000003");
      if (spoiling.executeUpdate() != 1) {
        throw new AssertionError("no commit 3");
      }
    }
  }
}
