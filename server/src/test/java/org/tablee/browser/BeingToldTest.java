package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a page says where the server says no, and how long it offers the way back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class BeingToldTest {
  private static final Pattern LIVE = Pattern.compile(".*/live$");
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final String FINDING = "La navette s’arrête à 13 h";

  @RegisterExtension static final Browsers browsers = new Browsers();
  @RegisterExtension final Axe axe = new Axe();

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
  void L17_who_finds_the_table_full_reads_so_and_comes_in_once_there_is_room() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = browsers.person(server, Screen.PHONE);
    var anas = ana.sit(invited, "usagers", "Ana");
    var full = new AtomicBoolean(true);
    ana.page().routeWebSocket(LIVE, line -> letIn(line, full));
    var _ = ana.page().reload();

    assertThat(ana.page().locator("p[role=status]")).hasText(ana.words().of("full_text"));
    axe.check(ana, "a full table");
    full.set(false);
    anas.isSaved();
    assertThat(ana.complaints()).isEmpty();
  }

  private static void letIn(WebSocketRoute line, AtomicBoolean full) {
    if (!full.get()) {
      var _ = line.connectToServer();
      return;
    }
    line.onMessage(_ -> {
      line.send(
          """
          {"type":"refused","id":null,"code":"table.full","message":"","params":{"retryInMs":300}}\
          """);
      line.close();
    });
  }

  @Test
  void what_was_refused_is_named_and_one_can_go_there() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = browsers.person(server);
    var anas = ana.sit(invited, "usagers", "Ana");
    anas.add(FINDING);
    anas.stopWriting(FINDING);
    anas.isSaved();
    ana.page().routeWebSocket(LIVE, BeingToldTest::refuse);
    ana.open("/t/" + invited.table() + "/debate");
    anas.goTo("diagnosis");
    anas.isSaved();
    anas.choose(FINDING, "item_withdraw");

    var notice = ana.page().locator(".refusals .notice");
    assertThat(notice).containsText(ana.words().of("refused_about"));
    axe.check(ana, "a refusal");
    anas.goTo("debate");
    notice
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(FINDING).setExact(true))
        .click();
    assertThat(anas.card(FINDING)).isVisible();
    assertThat(ana.complaints()).isEmpty();
  }

  /** Every command is refused; all else passes. */
  private static void refuse(WebSocketRoute line) {
    var server = line.connectToServer();
    line.onMessage(frame -> {
      var id = ID.matcher(frame.text());
      if (frame.text().startsWith("{\"type\":\"do\"") && id.find()) {
        line.send(
            """
            {"type":"refused","id":"%s","code":"rights.role","message":"","params":{}}\
            """
                .formatted(id.group(1)));
      } else {
        server.send(frame.text());
      }
    });
  }

  @Test
  void the_way_back_is_offered_where_one_sees_what_it_brings_back() {
    var invited = organiser.createTable("Bien vieillir");
    var ana = browsers.person(server, Screen.PHONE);
    var anas = ana.sit(invited, "usagers", "Ana");
    anas.add(FINDING);
    anas.stopWriting(FINDING);
    anas.choose(FINDING, "item_withdraw");
    var undo =
        ana.page()
            .getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(ana.words().of("undo")));
    assertThat(undo).isVisible();
    anas.goTo("debate");
    assertThat(undo).hasCount(0);
    assertThat(ana.complaints()).isEmpty();
  }
}
