package org.tablee.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * One whole table: four colleges and who facilitates, each in a browser of their own, from the
 * frame to proposals. What each step leaves is looked at on somebody else's screen; the pictures
 * that stay in {@code target/screenshots} are those of the tour in the README.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class WholeTableTest {
  private static final Path PICTURES = Path.of("target", "screenshots");

  private static final String BUDGET = "Le conseil municipal vote le budget";
  private static final String EVENINGS = "On se voit le mardi à 18 h";

  private static final String SHUTTLE = "La navette s’arrête à 13 h";
  private static final String BUS = "Plus aucun bus après 14 h";
  private static final String HALLS = "Six salles vides le matin";
  private static final String VISITS = "Un passage du CCAS par mois";
  private static final String AFTERNOON = "Rien ne roule l’après-midi";

  private static final String SUNDAY = "Le dimanche, plus personne ne sort";
  private static final String CLOSING = "Que la navette disparaisse";

  private static final String TRAVEL = "Sortir de chez soi sans voiture";
  private static final String COMPANY = "Voir du monde près de chez soi";

  private static final String LATER = "Une navette jusqu’à 19 h";
  private static final String BENCHES = "Des bancs sur le chemin du marché";
  private static final String MORNINGS = "Ouvrir les salles le matin";

  private static final String FIRST = "Commencer par la navette ?";

  @RegisterExtension static final Browsers browsers = new Browsers();

  private ServerProcess server;
  private Organiser organiser;
  private TablePage lea;
  private TablePage ana;
  private TablePage bea;
  private TablePage carl;
  private TablePage dina;

  @BeforeAll
  void sit() {
    server = ServerProcess.start();
    organiser = new Organiser(server);
    var invited = organiser.createTable("Bien vieillir au Port");
    lea = browsers.person(server).sit(invited, "facilitator", "Léa");
    ana = browsers.person(server).sit(invited, "usagers", "Ana");
    bea = browsers.person(server, Screen.PHONE).sit(invited, "habitants", "Béa");
    carl = browsers.person(server).sit(invited, "organisations", "Carl");
    dina = browsers.person(server).sit(invited, "administration", "Dina");
  }

  @AfterAll
  void close() {
    organiser.close();
    server.close();
  }

  @Test
  void four_colleges_get_from_a_frame_to_three_proposals_of_which_one_stands() {
    agreeOnTheFrame();
    move("diagnosis");
    diagnose();
    writeInARound();
    move("debate");
    debate();
    move("proposals");
    propose();
    amend();
    takePositions();
    vote();
  }

  private String college(TablePage member) {
    return List.of("Usagers", "Habitants", "Organisations", "Administration")
        .get(members().indexOf(member));
  }

  private List<TablePage> members() {
    return List.of(ana, bea, carl, dina);
  }

  private void agreeOnTheFrame() {
    var way = new WayIn(lea.person());
    var frame = new Frame(lea);
    lea.goTo("frame");
    frame.add(EVENINGS, "Deux heures au plus, à la maison de quartier.");
    frame.add(BUDGET, "La table propose ; elle ne dépense rien elle-même.");
    frame.act(BUDGET, "settle_do").click();
    way.field("term_locked").check();
    way.field("settle_holder").fill("Le conseil municipal");
    way.field("settle_reason").fill("La loi lui confie cette décision");
    way.button("save").click();
    way.button("scope_edit").click();
    way.field("scope_decides").fill("Ses constats et ses propositions.");
    way.button("save").click();
    way.button("frame_publish").click();
    for (var member : members()) {
      new WayIn(member.person()).button("frame_notice_go").click();
      var dialog = member.page().locator("dialog[open]");
      assertThat(dialog).containsText("La loi lui confie cette décision");
      if (member == bea) {
        shoot(bea, "02-reading");
      }
      new WayIn(member.person()).button("frame_read_go").click();
      assertThat(dialog).hasCount(0);
    }
    assertThat(lea.page().locator(".publication summary"))
        .hasText(lea.words().of("frame_read_by", "count", "5", "of", "5"));
    shoot(lea, "01-frame", lea.card(BUDGET));
  }

  /** Léa brings the table to another phase, and everyone goes and looks there. */
  private void move(String phase) {
    var words = lea.words();
    var name = words.of("phase_" + phase);
    lea.goTo(phase);
    lea.button(words.of("phase_here_go", "phase", name)).click();
    lea.button(words.of("phase_go", "phase", name)).click();
    for (var member : members()) {
      assertThat(member.page().locator(".bar li[aria-current=step]")).containsText(name);
      member.goTo(phase);
    }
  }

  private void diagnose() {
    find(ana, SHUTTLE, "Mon mari est en rééducation à 15 h : je rentre à pied.");
    find(bea, BUS, "Depuis mars, le 4 ne passe plus l’après-midi.");
    find(carl, HALLS, "Nos salles sont prêtées le soir, et vides avant midi.");
    find(dina, VISITS, "Deux agents pour cent vingt personnes.");
    for (var member : List.of(bea, carl, dina)) {
      member.button(member.words().of("agree_with", "title", SHUTTLE)).click();
    }
    var told = lea.card(SHUTTLE).locator(".agreement details");
    told.locator("summary").click();
    for (var college : List.of("Habitants", "Organisations", "Administration")) {
      assertThat(told.getByRole(AriaRole.ROW).filter(having(college))).containsText("1 sur 1");
    }
    shoot(lea, "03-findings", lea.card(SHUTTLE));

    lea.merge(AFTERNOON, SHUTTLE, BUS);
    assertThat(bea.card(AFTERNOON)).isVisible();
    assertThat(bea.card(BUS)).hasCount(0);
    var parents = ana.card(AFTERNOON).locator("details").filter(having(SHUTTLE));
    parents.locator("> summary").click();
    assertThat(parents).containsText("le 4 ne passe plus");
    shoot(ana, "04-merged", ana.card(AFTERNOON));
  }

  private static void find(TablePage table, String title, String text) {
    table.add(title);
    table.type(text);
    table.stopWriting(title);
    table.isSaved();
  }

  private void writeInARound() {
    var way = new WayIn(lea.person());
    way.button("round_open").click();
    way.button("round_open_go").click();
    var sheets =
        List.of(List.of(SUNDAY), List.of(CLOSING), List.of("Être un poids"), List.of("Le budget"));
    for (int at = 0; at < sheets.size(); at++) {
      var member = members().get(at);
      var round = round(member);
      assertThat(round.shown()).containsText(member.words().of("round_anonymous"));
      round.write(sheets.get(at).toArray(String[]::new));
      if (member == bea) {
        shoot(bea, "05-sheet", round.shown());
      }
      round.handIn();
    }
    assertThat(lea.page().locator("body")).not().containsText(SUNDAY);
    way.button("round_reveal").click();
    for (var member : members()) {
      assertThat(round(member).shown()).containsText(CLOSING);
      assertThat(round(member).shown()).not().containsText("Béa");
    }
    shoot(dina, "06-revealed", round(dina).shown());
    new WayIn(ana.person()).button("entry_make_of", "text", SUNDAY).click();
    assertThat(dina.card(SUNDAY)).isVisible();
    for (var one : List.of(lea, ana, bea, carl, dina)) {
      new WayIn(one.person()).button("round_put_away").click();
    }
  }

  private static Round round(TablePage table) {
    return new Round(table.person(), "round_doubts");
  }

  private void debate() {
    new Challenges(ana).add(TRAVEL, "Sans sortir, on perd ses amis, puis la santé.");
    new Challenges(carl).add(COMPANY, "On vient à une salle qu’on connaît.");
    new Challenges(dina).gather(AFTERNOON, TRAVEL);
    new Challenges(dina).gather(SUNDAY, COMPANY);
    new Challenges(dina).gather(HALLS, COMPANY);
    new Challenges(dina).gather(VISITS, COMPANY);
    assertThat(new Challenges(bea).gathered(AFTERNOON, TRAVEL)).isVisible();
    assertThat(new Challenges(bea).gathered(HALLS, COMPANY)).isVisible();

    var words = lea.words();
    new Challenges(lea).openRating("rating_first", "rating_hidden");
    rate(ana, "10", "7");
    rate(bea, "9", "8");
    rate(carl, "6", "10");
    rate(dina, "8", words.of("rating_unknown"));
    shoot(bea, "07-rating", bea.card(TRAVEL));
    assertThat(lea.card(TRAVEL)).containsText("4 personnes ont noté cet enjeu");
    assertThat(lea.card(TRAVEL)).not().containsText("moyenne");
    lea.button(words.of("rating_close_hidden")).click();
    assertThat(bea.page().getByText(words.of("rating_closed"))).isVisible();
    var figures = ana.card(TRAVEL).locator("details").filter(having(words.of("rated_by_college")));
    figures.locator("> summary").click();
    assertThat(figures.getByRole(AriaRole.ROW).filter(having("Organisations")))
        .containsText("0100");
    shoot(ana, "08-challenges", ana.card(TRAVEL));
  }

  private static void rate(TablePage table, String travel, String company) {
    var challenges = new Challenges(table);
    challenges.answer(TRAVEL, travel).click();
    challenges.answer(COMPANY, company).click();
    assertThat(challenges.answer(COMPANY, company)).hasAttribute("aria-pressed", "true");
  }

  private void propose() {
    propose(ana, LATER, AFTERNOON, "Deux tours de plus, à 15 h et à 18 h.");
    propose(carl, BENCHES, TRAVEL, "Poser trois bancs au soleil.");
    propose(dina, MORNINGS, HALLS, "Ouvrir deux salles le mardi.");
    assertThat(new Proposals(bea).linked(LATER, AFTERNOON)).isVisible();
    assertThat(new Proposals(bea).linked(BENCHES, TRAVEL)).isVisible();
    assertThat(bea.text(MORNINGS)).hasText("Ouvrir deux salles le mardi.");
    shoot(carl, "09-proposals", carl.card(LATER));
  }

  private static void propose(TablePage table, String title, String answered, String text) {
    var proposals = new Proposals(table);
    proposals.add(title);
    proposals.link(title, answered);
    table.type(text);
    table.stopWriting(title);
    table.isSaved();
  }

  /** Two others change what Carl proposes, and he takes both changes. */
  private void amend() {
    var words = carl.words();
    var carls = new Proposals(carl);
    carls.take(BENCHES, "support");
    new Proposals(bea)
        .suggest(BENCHES, "Poser quatre bancs au soleil.", "Les jours de marché, trois sont pris.");
    new Proposals(dina)
        .suggest(BENCHES, "Poser trois bancs à l’ombre.", "En août, le soleil les vide.");
    for (var reader : List.of(ana, carl)) {
      var text = reader.text(BENCHES);
      assertThat(text.locator("del").filter(having("trois"))).isVisible();
      assertThat(text.locator("ins").filter(having("quatre"))).isVisible();
      assertThat(text.locator("ins").filter(having("l’ombre"))).isVisible();
      assertThat(new Proposals(reader).amendment("Béa"))
          .containsText("Les jours de marché, trois sont pris.");
    }
    shoot(carl, "10-amendments", carl.card(BENCHES));
    carls.accept("Béa");
    carls.accept("Dina");
    assertThat(ana.text(BENCHES)).hasText("Poser quatre bancs à l’ombre.");
    var closed = ana.card(BENCHES).locator("details").filter(having("2 amendements clos"));
    closed.locator("> summary").click();
    for (var name : List.of("Béa", "Dina")) {
      assertThat(new Proposals(ana).amendment(name))
          .containsText(words.of("amendment_accepted_by", "name", "Carl"));
    }
    shoot(ana, "11-amended", ana.card(BENCHES));
    // Carl spoke of another text, and is asked whether his position still holds.
    carls.button(BENCHES, "position_confirm", "position", words.of("stance_own_support")).click();
  }

  private void takePositions() {
    take(ana, "support", "accept", "support");
    take(bea, "support", "accept", "abstain");
    take(carl, "accept", "support", "accept");
    // Dina keeps silent about the benches.
    new Proposals(dina).take(LATER, "accept");
    new Proposals(dina).take(MORNINGS, "support");
    object();
    disagree();
    for (var member : members()) {
      new Proposals(member).button(LATER, "strips_show", "name", college(member)).click();
    }
    var leas = new Proposals(lea);
    var words = lea.words();
    assertThat(lea.card(LATER).locator(".strip")).hasCount(4);
    assertThat(leas.standing(LATER)).containsText(words.of("standing_stands"));
    assertThat(leas.standing(MORNINGS)).containsText("1 objection");
    assertThat(leas.standing(BENCHES)).containsText("Administration");
    assertThat(lea.page().getByText(words.of("standing_stands"))).hasCount(1);
    shoot(lea, "13-standing", lea.card(LATER));
    shoot(ana, "14-objection", ana.card(MORNINGS));
  }

  private static void take(TablePage table, String later, String benches, String mornings) {
    var proposals = new Proposals(table);
    proposals.take(LATER, later);
    proposals.take(BENCHES, benches);
    proposals.take(MORNINGS, mornings);
  }

  /** Béa says why, and what would lift it. */
  private void object() {
    var way = new WayIn(bea.person());
    var proposals = new Proposals(bea);
    proposals.stance(MORNINGS, "object").click();
    way.field("position_why_object").fill("Le mardi matin, il y a déjà le marché.");
    way.field("position_lift").fill("Un autre jour que le mardi.");
    shoot(bea, "12-objecting", bea.card(MORNINGS).locator(".positions"));
    way.field("position_lift").press("Enter");
    assertThat(proposals.stance(MORNINGS, "object")).hasAttribute("aria-pressed", "true");
    for (var reader : List.of(lea, dina)) {
      var held = new Proposals(reader).held(MORNINGS);
      assertThat(held).containsText("Béa");
      assertThat(held).containsText("Le mardi matin, il y a déjà le marché.");
      assertThat(held).containsText("Un autre jour que le mardi.");
    }
  }

  /** Dina accepts, and what she does not agree with stays in sight all the same. */
  private void disagree() {
    var way = new WayIn(dina.person());
    way.button("disagreement_maintain_of", "title", LATER).click();
    way.field("disagreement_reason").fill("Deux tours de plus en coûtent un ailleurs.");
    way.button("disagreement_go").click();
    for (var reader : List.of(lea, bea)) {
      var there = new Proposals(reader).disagreements(LATER);
      assertThat(there).containsText("Deux tours de plus en coûtent un ailleurs.");
      assertThat(there).containsText(reader.words().of("disagreement_maintained"));
    }
  }

  /** A vote is another thing than a position: secret, consultative, closed before it is told. */
  private void vote() {
    var words = lea.words();
    var way = new WayIn(lea.person());
    way.button("vote_open").click();
    way.field("vote_question").fill(FIRST);
    way.field("vote_about").selectOption(new SelectOption().setLabel(LATER));
    choose(lea, "vote_method_yesno");
    way.button("vote_open_go").click();
    cast(ana, "vote_choice_yes");
    choose(bea, "vote_choice_yes");
    assertThat(vote(bea)).containsText(words.of("vote_protects_secret"));
    shoot(bea, "15-voting", vote(bea));
    cast(bea, "vote_choice_yes");
    cast(carl, "vote_choice_yes");
    cast(dina, "vote_choice_no");
    cast(lea, "vote_choice_abstain");
    assertThat(vote(lea))
        .containsText(words.of("vote_share", "college", "Habitants", "count", "1", "of", "1"));
    way.button("vote_close").click();
    var came = words.of("vote_outcome_yesno", "yes", "3", "no", "1", "abstain", "1");
    assertThat(vote(ana)).containsText(words.of("vote_waiting", "count", "5"));
    assertThat(vote(lea)).not().containsText(came);
    way.button("vote_publish").click();
    for (var one : members()) {
      assertThat(vote(one)).containsText(came);
      assertThat(vote(one)).not().containsText("Dina");
    }
    shoot(ana, "16-outcome", vote(ana));
  }

  private static void cast(TablePage table, String choice) {
    choose(table, choice);
    new WayIn(table.person()).button("ballot_cast_go").click();
    assertThat(vote(table)).containsText(table.words().of("ballot_cast"));
  }

  /** By the words beside it, as a finger does. */
  private static void choose(TablePage table, String key) {
    table
        .page()
        .locator("label.choice")
        .getByText(table.words().of(key), new Locator.GetByTextOptions().setExact(true))
        .click();
  }

  private static Locator vote(TablePage table) {
    return table.card(FIRST);
  }

  private static Locator.FilterOptions having(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  /** With the upper edge of something below the header. */
  private static void shoot(TablePage table, String step, Locator shown) {
    var _ =
        shown.evaluate(
            "shown => scrollBy({ top: shown.getBoundingClientRect().top - 100, behavior: 'instant'"
                + " })");
    shoot(table, step);
  }

  private static void shoot(TablePage table, String step) {
    var _ =
        table
            .page()
            .screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve("whole-" + step + ".png")));
  }
}
