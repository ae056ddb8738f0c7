package org.tablee.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.NOON;
import static org.tablee.table.ATable.YANN;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.FrameCommand.AddTerm;
import org.tablee.table.FrameCommand.AnswerContest;
import org.tablee.table.FrameCommand.CloseList;
import org.tablee.table.FrameCommand.ContestTerm;
import org.tablee.table.FrameCommand.MovePhase;
import org.tablee.table.FrameCommand.MoveTerm;
import org.tablee.table.FrameCommand.RenameTerm;
import org.tablee.table.FrameCommand.RestoreTerm;
import org.tablee.table.FrameCommand.SettleTerm;
import org.tablee.table.FrameCommand.WithdrawContest;
import org.tablee.table.FrameCommand.WithdrawTerm;
import org.tablee.table.FrameEvent.ContestAnswered;
import org.tablee.table.FrameEvent.ContestWithdrawn;
import org.tablee.table.FrameEvent.TermContested;
import org.tablee.table.FrameEvent.TermSettled;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.frame.Contest;
import org.tablee.table.frame.FrameRules;
import org.tablee.table.frame.Term;
import org.tablee.text.Delta;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettlingTermsTest {
  private static final TermId COUNCIL = new TermId("council");
  private static final TermId HOURS = new TermId("hours");
  private static final Line TITLE = new Line("Le conseil municipal décide");
  private static final Line OTHER = new Line("Séances le soir");
  private static final Line HOLDER = new Line("Le conseil municipal");
  private static final Line WHY = new Line("La loi lui confie le budget");
  private static final ContestId CONTEST = new ContestId("contest");
  private static final Line ANSWER = new Line("On en parle mardi");
  private static final SettleTerm LOCK =
      new SettleTerm(COUNCIL, TermStatus.NON_NEGOTIABLE, HOLDER, WHY, null);

  private static ATable withTerms() {
    return ATable.withMembers()
        .does(ANA, new AddTerm(COUNCIL, TermSection.SCOPE, TITLE))
        .does(YANN, new AddTerm(HOURS, TermSection.METHOD, OTHER));
  }

  private static ATable withContest() {
    return withTerms().does(LEA, LOCK).does(YANN, new ContestTerm(CONTEST, COUNCIL, WHY));
  }

  private static Term term(ATable table, TermId id) {
    return table.table().frame().terms().existing(id.value());
  }

  private static EditText edit(ATable table, TermId term) {
    return new EditText(
        new TextId(term.value()), table.seq(), Delta.builder().insert("Oui. ").build());
  }

  @Test
  void FR1_a_term_is_added_at_the_end_open_with_an_empty_text_of_its_own() {
    var table = withTerms();

    assertThat(table.table().frame().terms().inOrder())
        .containsExactly(
            new Term(
                COUNCIL,
                TermSection.SCOPE,
                TITLE,
                new TextId("council"),
                TermStatus.OPEN,
                null,
                null,
                null,
                ANA,
                NOON,
                false,
                false),
            new Term(
                HOURS,
                TermSection.METHOD,
                OTHER,
                new TextId("hours"),
                TermStatus.OPEN,
                null,
                null,
                null,
                YANN,
                NOON,
                false,
                false));
    assertThat(table.decides(LEA, edit(table, HOURS))).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void FR1_a_term_is_renamed_moved_withdrawn_and_restored_in_its_place() {
    var table =
        withTerms()
            .does(ANA, new RenameTerm(COUNCIL, OTHER))
            .does(ANA, new WithdrawTerm(COUNCIL))
            .does(YANN, new MoveTerm(HOURS, COUNCIL));

    assertThat(table.table().frame().terms().inOrder())
        .extracting(Term::id)
        .containsExactly(HOURS, COUNCIL);
    assertThat(term(table, COUNCIL).title()).isEqualTo(OTHER);
    assertThat(table.decides(ANA, edit(table, COUNCIL)))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_LOCKED));
    table.does(ANA, new RestoreTerm(COUNCIL));
    assertThat(term(table, COUNCIL).isWithdrawn()).isFalse();
    assertThat(table.decides(ANA, edit(table, COUNCIL))).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void FR1_a_taken_id_and_a_term_that_is_not_there_are_pointed_at() {
    var table = withTerms().does(ANA, new AddFinding(new FindingId("f"), FindingKind.NEED, TITLE));
    var nothing = new TermId("nothing");

    assertThat(table.decides(ANA, new AddTerm(new TermId("f"), TermSection.RULES, TITLE)))
        .isEqualTo(Decision.refuseField("/term"));
    for (var command :
        List.of(
            new RenameTerm(nothing, TITLE),
            new MoveTerm(nothing, null),
            new WithdrawTerm(nothing),
            new RestoreTerm(nothing),
            new SettleTerm(nothing, TermStatus.OPEN, null, null, null),
            new ContestTerm(CONTEST, nothing, WHY))) {
      assertThat(table.decides(LEA, command)).isEqualTo(Decision.refuseField("/term"));
    }
    assertThat(table.decides(LEA, new MoveTerm(HOURS, HOURS)))
        .isEqualTo(Decision.refuseField("/before"));
  }

  @Test
  void FR1_a_table_holds_so_many_terms_at_most() {
    var table = ATable.withMembers();
    for (int i = 0; i < FrameRules.TERMS_MAX; i++) {
      table.does(ANA, new AddTerm(new TermId("t" + i), TermSection.RULES, TITLE));
    }

    assertThat(table.decides(LEA, new AddTerm(COUNCIL, TermSection.RULES, TITLE)))
        .isEqualTo(Decision.refuse(RefusalCode.LIST_FULL));
  }

  @Test
  void FR1_PH3_a_term_of_a_later_phase_is_late() {
    var table =
        ATable.withMembers()
            .does(LEA, new MovePhase(Phase.DIAGNOSIS, null))
            .does(ANA, new AddTerm(COUNCIL, TermSection.SCOPE, TITLE));

    assertThat(term(table, COUNCIL).isLate()).isTrue();
  }

  @Test
  void FR2_a_term_that_is_not_negotiable_names_who_holds_it_and_why() {
    var table = withTerms();

    assertThat(
            table.decides(LEA, new SettleTerm(COUNCIL, TermStatus.NON_NEGOTIABLE, null, WHY, null)))
        .isEqualTo(Decision.refuseField("/holder"));
    assertThat(
            table.decides(
                LEA, new SettleTerm(COUNCIL, TermStatus.NON_NEGOTIABLE, HOLDER, null, null)))
        .isEqualTo(Decision.refuseField("/reason"));
    assertThat(table.decides(LEA, LOCK))
        .isEqualTo(
            Decision.accept(
                new TermSettled(COUNCIL, TermStatus.NON_NEGOTIABLE, HOLDER, WHY, null)));
    assertThat(table.decides(LEA, new SettleTerm(COUNCIL, TermStatus.NEGOTIABLE, null, null, null)))
        .isEqualTo(
            Decision.accept(new TermSettled(COUNCIL, TermStatus.NEGOTIABLE, null, null, null)));
  }

  @Test
  void FR3_a_term_that_is_not_negotiable_keeps_its_text_and_name_for_everyone() {
    var table = withTerms().does(LEA, LOCK);

    for (var who : List.of(ANA, LEA)) {
      assertThat(table.decides(who, edit(table, COUNCIL)))
          .isEqualTo(Decision.refuse(RefusalCode.TEXT_LOCKED));
      assertThat(table.decides(who, new RenameTerm(COUNCIL, OTHER)))
          .isEqualTo(Decision.refuse(RefusalCode.TERM_LOCKED));
      assertThat(table.decides(who, new WithdrawTerm(COUNCIL)))
          .isEqualTo(Decision.refuse(RefusalCode.TERM_LOCKED));
    }
    table.does(LEA, new SettleTerm(COUNCIL, TermStatus.OPEN, null, null, null));
    assertThat(table.decides(ANA, edit(table, COUNCIL))).isInstanceOf(Decision.Accepted.class);
    assertThat(table.decides(ANA, new RenameTerm(COUNCIL, OTHER)))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void FR4_a_term_that_is_not_negotiable_is_contested_and_no_other() {
    var table = withTerms().does(LEA, LOCK);

    assertThat(table.decides(YANN, new ContestTerm(CONTEST, COUNCIL, WHY)))
        .isEqualTo(Decision.accept(new TermContested(CONTEST, COUNCIL, WHY)));
    assertThat(table.decides(YANN, new ContestTerm(CONTEST, HOURS, WHY)))
        .isEqualTo(Decision.refuseField("/term"));
    assertThat(table.decides(YANN, new ContestTerm(new ContestId("hours"), COUNCIL, WHY)))
        .isEqualTo(Decision.refuseField("/contest"));
    table.does(YANN, new ContestTerm(CONTEST, COUNCIL, WHY));
    assertThat(table.table().frame().contests().all())
        .containsExactly(new Contest(CONTEST, COUNCIL, WHY, YANN, NOON, null, false));
    assertThat(table.decides(YANN, new ContestTerm(CONTEST, COUNCIL, WHY)))
        .isEqualTo(Decision.refuseField("/contest"));
  }

  @Test
  void FR4_a_table_holds_so_many_contests_at_most() {
    var table = withTerms().does(LEA, LOCK);
    for (int i = 0; i < FrameRules.CONTESTS_MAX; i++) {
      table.does(YANN, new ContestTerm(new ContestId("c" + i), COUNCIL, WHY));
    }

    assertThat(table.decides(YANN, new ContestTerm(CONTEST, COUNCIL, WHY)))
        .isEqualTo(Decision.refuse(RefusalCode.LIST_FULL));
  }

  @Test
  void FR5_a_contest_is_answered_once_and_keeps_the_term() {
    var table = withContest();
    var keep = new AnswerContest(CONTEST, ContestOutcome.KEPT, ANSWER);

    assertThat(table.decides(LEA, keep))
        .isEqualTo(Decision.accept(new ContestAnswered(CONTEST, ContestOutcome.KEPT, ANSWER)));
    table.does(LEA, keep);
    assertThat(Objects.requireNonNull(table.table().frame().contests().find(CONTEST)).answer())
        .isEqualTo(new Contest.Answer(ContestOutcome.KEPT, ANSWER, LEA, NOON));
    assertThat(term(table, COUNCIL).status()).isEqualTo(TermStatus.NON_NEGOTIABLE);
    assertThat(table.decides(LEA, keep)).isEqualTo(Decision.refuseField("/contest"));
  }

  @Test
  void FR5_a_reopened_term_is_negotiable_by_the_same_commit() {
    var table = withContest();
    var reopen = new AnswerContest(CONTEST, ContestOutcome.REOPENED, ANSWER);

    assertThat(table.decides(LEA, reopen))
        .isEqualTo(
            new Decision.Accepted(
                List.of(
                    new ContestAnswered(CONTEST, ContestOutcome.REOPENED, ANSWER),
                    new TermSettled(COUNCIL, TermStatus.NEGOTIABLE, null, null, null))));
    table.does(LEA, reopen);
    assertThat(table.decides(ANA, edit(table, COUNCIL))).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void FR5_PH2_no_answer_changes_a_term_of_a_list_that_is_closed() {
    var table = withContest().does(LEA, new CloseList(ListName.TERMS, null));

    assertThat(table.decides(LEA, new AnswerContest(CONTEST, ContestOutcome.REOPENED, ANSWER)))
        .isEqualTo(Decision.refuse(RefusalCode.LIST_CLOSED));
    assertThat(table.decides(LEA, new AnswerContest(CONTEST, ContestOutcome.KEPT, ANSWER)))
        .isInstanceOf(Decision.Accepted.class);
    assertThat(table.decides(ANA, new ContestTerm(new ContestId("c"), COUNCIL, WHY)))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void FR6_who_contested_takes_it_back_while_it_waits() {
    var table = withContest();
    var withdraw = new WithdrawContest(CONTEST);

    assertThat(table.decides(LEA, withdraw)).isEqualTo(Decision.refuse(RefusalCode.RIGHTS_OWN));
    assertThat(table.decides(YANN, new WithdrawContest(new ContestId("none"))))
        .isEqualTo(Decision.refuseField("/contest"));
    assertThat(table.decides(YANN, withdraw))
        .isEqualTo(Decision.accept(new ContestWithdrawn(CONTEST)));
    table.does(YANN, withdraw);
    assertThat(table.decides(YANN, withdraw)).isEqualTo(Decision.refuseField("/contest"));
    assertThat(table.decides(LEA, new AnswerContest(CONTEST, ContestOutcome.KEPT, ANSWER)))
        .isEqualTo(Decision.refuseField("/contest"));
  }
}
