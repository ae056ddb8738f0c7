package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tablee.store.CuttingProxy;

/**
 * The whole way of a newcomer, from an empty home page to bad Wi-Fi at a table, in one go. The
 * browser may complain of nothing on it and ask no other host. Pictures of it stay in {@code
 * target/screenshots}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class TourTest {
  private static final String FINDING = "Sortir l’après-midi sans voiture";
  private static final Path PICTURES = Path.of("target", "screenshots");

  @RegisterExtension static final Browsers browsers = new Browsers();

  private String picture = "";

  static Stream<Arguments> screens() {
    return Stream.of(
        Arguments.of("desktop", Screen.DESKTOP),
        Arguments.of("phone", Screen.PHONE),
        Arguments.of("dark", Screen.DESKTOP.dark().in("en")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("screens")
  void a_newcomer_gets_from_the_empty_home_page_to_a_table_written_together(
      String name, Screen screen) throws Exception {
    picture = name;
    try (var server = ServerProcess.start();
        var wifi = CuttingProxy.to(server.port())) {
      var odile = browsers.person(server, screen);
      var way = new WayIn(odile);
      odile.open("/");
      assertThat(way.title("welcome_title")).isVisible();
      shoot(odile, "01-welcome");

      way.openInvitation(ServerProcess.ORGANISER_SECRET, "Odile");
      shoot(odile, "02-organiser");
      way.button("join_enter").click();
      assertThat(way.button("example_open")).isVisible();
      shoot(odile, "03-home-empty");

      way.button("example_open").click();
      way.button("not_seated_join").click();
      var odiles = new TablePage(odile);
      odiles.isSaved();
      shoot(odile, "04-example");
      odile.open("/");
      way.createTable("Bien vieillir au Port");
      way.button("invite_show_qr").first().click();
      shoot(odile, "05-invitations");
      var link = way.invitation("college_users").inputValue();
      var table = odile.page().url().replaceAll(".*invitations=", "");
      odile.open("/");
      shoot(odile, "06-home");

      var ana = browsers.personBehind(server, screen, wifi.port()).mayLoseTheServer();
      var anasWay = new WayIn(ana);
      anasWay.openInvitation(link.substring(link.indexOf('#') + 1), "Ana");
      anasWay.field("join_organisation").fill("Les Amis du Port");
      shoot(ana, "07-invitation");
      anasWay.button("join_go").click();
      var anas = new TablePage(ana);
      anas.isSaved();
      anas.goTo("diagnosis");
      shoot(ana, "08-table-empty");

      odile.open("/t/" + table + "/diagnosis");
      way.button("not_seated_join").click();
      odiles.isSaved();
      anas.add(FINDING);
      anas.type("La navette s’arrête à 13 h.");
      assertThat(odiles.text(FINDING)).containsText("13 h.");
      odiles.write(FINDING);
      odiles.type(" Et le dimanche ?");
      assertThat(anas.text(FINDING)).containsText("dimanche");
      shoot(ana, "09-writing");
      odiles.stopWriting(FINDING);
      odiles.add("Un registre de voisins");
      odiles.stopWriting("Un registre de voisins");
      assertThat(anas.card("Un registre de voisins")).isVisible();
      odiles.choose("Un registre de voisins", "move_up");
      odiles.button(odiles.words().of("item_menu", "title", FINDING)).click();
      shoot(odile, "10-menu");
      odile.page().keyboard().press("Escape");
      odiles.choose("Un registre de voisins", "item_withdraw");
      shoot(odile, "11-withdrawn");

      wifi.hold();
      wifi.cut();
      ana.context().setOffline(true);
      anas.isOffline();
      anas.type(" Hors ligne.");
      shoot(ana, "12-offline");
      wifi.pass();
      ana.context().setOffline(false);
      anas.isSaved();
      assertThat(odiles.text(FINDING)).containsText("Hors ligne.");
      shoot(ana, "13-back");
      if (screen.isPhone()) {
        ana.page()
            .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("À table"))
            .click();
        shoot(ana, "14-people");
      }
    }
  }

  private void shoot(Person person, String step) {
    var _ =
        person
            .page()
            .screenshot(
                new Page.ScreenshotOptions()
                    .setCaret(ScreenshotCaret.INITIAL)
                    .setPath(PICTURES.resolve("tour-" + picture + "-" + step + ".png")));
  }
}
