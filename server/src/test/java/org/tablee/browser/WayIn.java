package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The pages before a table: home, a new table, its invitations, an invitation that was opened. */
final class WayIn {
  private final Person person;
  private final Words words;

  WayIn(Person person) {
    this.person = person;
    this.words = person.words();
  }

  private Page page() {
    return person.page();
  }

  Locator title(String key) {
    return page()
        .getByRole(
            AriaRole.HEADING,
            new Page.GetByRoleOptions().setLevel(1).setName(words.of(key)).setExact(true));
  }

  Locator button(String key, String... named) {
    return page()
        .getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(words.of(key, named)).setExact(true));
  }

  Locator link(String key, String... named) {
    return page()
        .getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName(words.of(key, named)).setExact(true));
  }

  Locator field(String key, String... named) {
    return page().getByLabel(words.of(key, named), new Page.GetByLabelOptions().setExact(true));
  }

  /** Opens an invitation and fills it in, without sending it. */
  void openInvitation(String secret, String name) {
    person.open("/i#" + secret);
    field("join_name").fill(name);
  }

  /** Becomes the organiser, and stands before the list of tables. */
  void organise() {
    openInvitation(ServerProcess.ORGANISER_SECRET, "Odile");
    button("join_enter").click();
    assertThat(title("tables_title")).isVisible();
  }

  void createTable(String title) {
    link("create_open").click();
    field("create_name").fill(title);
    field("create_territory").fill("Quartier du Port");
    field("create_theme").fill("Services aux personnes âgées");
    button("create_go").click();
    assertThat(invitation("college_users")).isVisible();
  }

  /** The field with the link for a college or role. */
  Locator invitation(String key) {
    return page()
        .getByRole(
            AriaRole.TEXTBOX,
            new Page.GetByRoleOptions()
                .setName(words.of("invite_link_label", "name", words.of(key)))
                .setExact(true));
  }
}
