package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.browser.Keys.press;
import static org.tablee.browser.Keys.reach;
import static org.tablee.browser.Keys.type;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything a table needs, without a pointer: only keys are pressed here. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class KeyboardTest {
  private static final String FIRST = "Sortir sans voiture";
  private static final String SECOND = "Un registre de voisins";
  private static final int STOPS_MAX = 60;

  @RegisterExtension static final Browsers browsers = new Browsers();

  @Test
  void a_table_is_made_entered_and_written_at_by_the_keyboard_alone() {
    try (var server = ServerProcess.start()) {
      var odile = browsers.person(server);
      var way = new WayIn(odile);
      odile.open("/i#" + ServerProcess.ORGANISER_SECRET);
      reach(odile, way.field("join_name"));
      type(odile, "Odile");
      press(odile, "Enter");
      assertThat(way.title("tables_title")).isFocused();
      reach(odile, way.link("create_open"));
      press(odile, "Enter");
      assertThat(way.title("create_title")).isVisible();
      reach(odile, way.field("create_name"));
      type(odile, "Bien vieillir");
      press(odile, "Enter");
      assertThat(way.invitation("college_users")).isVisible();
      odile.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      reach(odile, way.button("invite_copy").first());
      press(odile, "Enter");
      assertThat(way.button("invite_copied_short")).isFocused();
      var link = (String) odile.page().evaluate("() => navigator.clipboard.readText()");
      assertThat(link).startsWith(server.base() + "/i#");

      var ana = browsers.person(server);
      var anasWay = new WayIn(ana);
      ana.open("/i" + link.substring(link.indexOf('#')));
      reach(ana, anasWay.field("join_name"));
      type(ana, "Ana");
      press(ana, "Tab", "Tab");
      press(ana, "ArrowDown");
      assertThat(anasWay.field("join_remote")).isChecked();
      reach(ana, anasWay.button("join_go"));
      press(ana, "Enter");
      var table = new TablePage(ana);
      table.isSaved();
      reach(ana, table.page().locator(".bar a[href$='/diagnosis']"));
      press(ana, "Enter");

      add(table, ana, FIRST);
      write(table, ana);
      add(table, ana, SECOND);
      press(ana, "Escape");
      shape(table, ana);
      assertThat(table.page().locator("article h3").allTextContents())
          .containsExactly("Un registre des voisins", FIRST);
      table.isSaved();
    }
  }

  @Test
  void a_facilitator_formats_moves_the_phase_and_sets_up_by_the_keyboard_alone() {
    try (var server = ServerProcess.start();
        var organiser = new Organiser(server)) {
      var lea = browsers.person(server);
      var table = lea.sit(organiser.createTable("Bien vieillir"), "facilitator", "Léa");
      var way = new WayIn(lea);
      add(table, lea, FIRST);
      type(lea, "- navette");
      press(lea, "Enter");
      type(lea, "bus");
      press(lea, "Enter", "Enter");
      type(lea, "## Horaires");
      press(lea, "Enter");
      type(lea, "mairie");
      press(lea, "Shift+Home", "Control+k");
      assertThat(way.field("link_address")).isFocused();
      type(lea, "commune.example");
      press(lea, "Enter");
      var editor = table.editor(FIRST);
      assertThat(editor.locator("ul li")).hasText(new String[] {"navette", "bus"});
      assertThat(editor.locator("h4, h3, h2").first()).hasText("Horaires");
      assertThat(editor.locator("a")).hasText("mairie");
      press(lea, "Escape");
      table.isSaved();

      reach(lea, way.button("phase_here_go", "phase", table.words().of("phase_diagnosis")).first());
      press(lea, "Enter");
      // Nobody of two colleges is there yet: that asks for a reason.
      assertThat(way.field("phase_alone_reason")).isFocused();
      type(lea, "Les habitants arrivent demain");
      reach(lea, way.button("phase_go", "phase", table.words().of("phase_diagnosis")));
      press(lea, "Enter");
      assertThat(table.page().locator("li[aria-current=step]").first())
          .containsText(table.words().of("phase_diagnosis"));

      reach(lea, table.page().locator("header .me"));
      press(lea, "Enter");
      var dialog = table.page().locator("dialog[open]");
      assertThat(dialog).isVisible();
      reach(lea, way.field("plain_mode"));
      press(lea, "Space");
      assertThat(way.field("plain_mode")).isChecked();
      press(lea, "Escape");
      assertThat(dialog).hasCount(0);
      assertThat(table.page().locator("header .me")).isFocused();
    }
  }

  private static void add(TablePage table, Person ana, String title) {
    reach(ana, table.button(table.words().of("finding_add")).first());
    press(ana, "Enter");
    assertThat(new WayIn(ana).field("finding_title")).isFocused();
    type(ana, title);
    press(ana, "Enter");
    assertThat(table.editor(title)).isFocused();
  }

  private static void write(TablePage table, Person ana) {
    type(ana, "La navette ");
    press(ana, "Control+b");
    type(ana, "s’arrête");
    press(ana, "Control+b");
    type(ana, " à 13 h");
    assertThat(table.editor(FIRST).locator("strong")).hasText("s’arrête");
    press(ana, "Control+z");
    assertThat(table.editor(FIRST)).not().containsText("13 h");
    press(ana, "Control+y");
    assertThat(table.editor(FIRST)).containsText("13 h");
    // The toolbar is one stop before the text, the arrows go on in it.
    press(ana, "Shift+Tab");
    assertThat(new WayIn(ana).button("toolbar_bold")).isFocused();
    press(ana, "End", "Home", "ArrowRight");
    assertThat(new WayIn(ana).button("toolbar_italic")).isFocused();
    reach(ana, table.editor(FIRST));
    press(ana, "Escape");
    assertThat(table.button(table.words().of("item_write_in", "title", FIRST))).isFocused();
    assertThat(table.text(FIRST).locator("strong")).hasText("s’arrête");
  }

  private static void shape(TablePage table, Person ana) {
    choose(table, ana, SECOND, "move_up");
    assertThat(table.button(table.words().of("item_menu", "title", SECOND))).isFocused();
    var handle =
        table.button(table.words().of("item_handle", "title", SECOND, "place", "1", "of", "2"));
    reach(ana, handle);
    press(ana, "ArrowDown");
    press(ana, "ArrowUp");
    assertThat(handle).isFocused();

    choose(table, ana, SECOND, "finding_rename");
    assertThat(new WayIn(ana).field("finding_title")).isFocused();
    type(ana, "Un registre des voisins");
    press(ana, "Enter");
    var renamed = "Un registre des voisins";
    var writeIn = table.button(table.words().of("item_write_in", "title", renamed));
    assertThat(writeIn).isFocused();

    choose(table, ana, renamed, "finding_retype");
    press(ana, "ArrowRight");
    press(ana, "Enter");
    assertThat(table.card(renamed)).containsText(table.words().of("kind_resource"));
    assertThat(writeIn).isFocused();
    choose(table, ana, renamed, "finding_resource");
    type(ana, "Enquête");
    press(ana, "Enter");
    assertThat(table.card(renamed)).containsText("Enquête");
    assertThat(writeIn).isFocused();

    choose(table, ana, renamed, "item_withdraw");
    assertThat(table.card(renamed)).hasCount(0);
    var fold = table.page().locator(".list details summary");
    assertThat(fold).isFocused();
    press(ana, "Enter");
    reach(ana, table.button(table.words().of("item_restore_it", "title", renamed)));
    press(ana, "Enter");
    assertThat(table.card(renamed)).isVisible();
    assertThat(ana.page().locator("article :focus")).hasCount(1);
  }

  /** Opens a finding's menu and goes down in it as far as needed. */
  private static void choose(TablePage table, Person ana, String title, String act) {
    reach(ana, table.button(table.words().of("item_menu", "title", title)));
    press(ana, "Enter");
    var wanted = ana.page().locator("[role=menuitem]:focus");
    var words = table.words().of(act);
    assertThat(wanted).hasCount(1);
    for (int step = 0; !wanted.textContent().strip().equals(words); step++) {
      assertThat(step).as("steps to " + act).isLessThan(STOPS_MAX);
      press(ana, "ArrowDown");
    }
    press(ana, "Enter");
  }
}
