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
import org.pcollections.TreePVector;
import org.tablee.table.MemberCommand.TakeMandate;
import org.tablee.table.ProposalCommand.AddProposal;
import org.tablee.table.ProposalCommand.LiftDisagreement;
import org.tablee.table.ProposalCommand.MaintainDisagreement;
import org.tablee.table.ProposalCommand.RecordDissent;
import org.tablee.table.ProposalCommand.ShowStrip;
import org.tablee.table.ProposalCommand.TakePosition;
import org.tablee.table.ProposalCommand.WithdrawProposal;
import org.tablee.table.ProposalEvent.DissentRecorded;
import org.tablee.table.ProposalEvent.PositionTaken;
import org.tablee.table.ProposalEvent.StripShown;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.proposal.Answer;
import org.tablee.table.proposal.Disagreement;
import org.tablee.table.proposal.Dissent;
import org.tablee.table.proposal.Position;
import org.tablee.table.proposal.Position.Earlier;
import org.tablee.table.proposal.Proposal;
import org.tablee.table.proposal.ProposalLimits;
import org.tablee.text.Delta;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TakingPositionsTest {
  private static final ProposalId BENCH = new ProposalId("bench");
  private static final Line WHY = new Line("Le trottoir est trop étroit");
  private static final Line LIFT = new Line("Un banc rabattable");
  private static final DisagreementId NO = new DisagreementId("no");

  private static ATable withProposal() {
    return ATable.withMembers().does(ANA, new AddProposal(BENCH, WHY));
  }

  private static ATable edit(ATable table, Delta delta) {
    return table.does(LEA, new EditText(new TextId("bench"), table.seq(), delta));
  }

  private static Delta words() {
    return Delta.builder().insert("Poser un banc").build();
  }

  private static TakePosition take(Stance position, Seq seen) {
    return new TakePosition(BENCH, position, null, null, seen);
  }

  private static Proposal bench(ATable table) {
    return Objects.requireNonNull(table.table().proposals().find(BENCH));
  }

  @Test
  void PO1_a_position_takes_the_place_of_the_one_before_which_is_kept() {
    var table = withProposal();
    table
        .does(ANA, take(Stance.ACCEPT, table.seq()))
        .does(YANN, take(Stance.SUPPORT, table.seq()))
        .at(NOON.plusSeconds(60))
        .does(ANA, new TakePosition(BENCH, Stance.OBJECT, WHY, LIFT, table.seq()));

    assertThat(bench(table).discussion().positions())
        .containsExactly(
            new Position(
                ANA,
                Stance.OBJECT,
                WHY,
                LIFT,
                new Seq(5),
                NOON.plusSeconds(60),
                TreePVector.singleton(new Earlier(Stance.ACCEPT, NOON))),
            new Position(YANN, Stance.SUPPORT, null, null, new Seq(5), NOON, TreePVector.empty()));
  }

  @Test
  void PO1_the_last_fifty_before_it_are_kept() {
    var table = withProposal();
    table.does(ANA, take(Stance.ABSTAIN, table.seq()));
    for (int i = 0; i < Position.EARLIER_MAX; i++) {
      table.does(ANA, take(Stance.ACCEPT, table.seq()));
    }
    table.does(ANA, take(Stance.SUPPORT, table.seq()));

    var position = bench(table).discussion().positions().getFirst();
    assertThat(position.earlier()).hasSize(50).doesNotContain(new Earlier(Stance.ABSTAIN, NOON));
  }

  @Test
  void PO2_a_reserve_and_an_objection_say_why_and_what_would_lift_them() {
    var table = withProposal();

    for (var stance : Stance.values()) {
      var bare = table.decides(YANN, take(stance, table.seq()));
      var unlifted = table.decides(YANN, new TakePosition(BENCH, stance, WHY, null, table.seq()));
      if (stance == Stance.RESERVE || stance == Stance.OBJECT) {
        assertThat(bare).isEqualTo(Decision.refuseField("/reason"));
        assertThat(unlifted).isEqualTo(Decision.refuseField("/wouldLift"));
      } else {
        assertThat(bare).isInstanceOf(Decision.Accepted.class);
        assertThat(unlifted).isInstanceOf(Decision.Accepted.class);
      }
      assertThat(table.decides(YANN, new TakePosition(BENCH, stance, WHY, LIFT, table.seq())))
          .isEqualTo(Decision.accept(new PositionTaken(BENCH, stance, WHY, LIFT, new Seq(5))));
    }
  }

  @Test
  void PO3_a_position_is_on_the_last_change_that_was_read() {
    var table = edit(edit(withProposal(), words()), words());
    table.does(LEA, new ShowStrip(true));

    // The text was changed by the commits 6 and 7; 8 is about something else.
    for (int seen = 5; seen <= 8; seen++) {
      assertThat(table.decides(YANN, take(Stance.ACCEPT, new Seq(seen))))
          .isEqualTo(
              Decision.accept(
                  new PositionTaken(BENCH, Stance.ACCEPT, null, null, new Seq(Math.min(seen, 7)))));
    }
    for (int seen : new int[] {0, 4, 9}) {
      assertThat(table.decides(YANN, take(Stance.ACCEPT, new Seq(seen))))
          .isEqualTo(Decision.refuseField("/seen"));
    }
    assertThat(
            table.decides(
                YANN,
                new TakePosition(new ProposalId("none"), Stance.ACCEPT, null, null, table.seq())))
        .isEqualTo(Decision.refuseField("/proposal"));
  }

  @Test
  void PO4_a_later_change_of_the_text_leaves_a_position_on_an_earlier_text() {
    var table = edit(withProposal(), words());
    table.does(YANN, take(Stance.ACCEPT, table.seq()));

    edit(table, Delta.EMPTY);
    edit(table, Delta.builder().retain(3).build());
    assertThat(bench(table).isOnEarlierText(position(table))).isFalse();
    edit(table, words());
    assertThat(bench(table).isOnEarlierText(position(table))).isTrue();
    table.does(YANN, take(Stance.ACCEPT, table.seq()));
    assertThat(bench(table).isOnEarlierText(position(table))).isFalse();
  }

  private static Position position(ATable table) {
    return bench(table).discussion().positions().getFirst();
  }

  @Test
  void PO6_a_member_agrees_that_the_strip_of_a_small_college_is_shown() {
    var table = withProposal();

    assertThat(table.decides(ANA, new ShowStrip(true)))
        .isEqualTo(Decision.accept(new StripShown(true)));
    table.does(ANA, new ShowStrip(true)).does(YANN, new ShowStrip(true));
    assertThat(table.table().proposals().shownBy()).containsExactly(ANA, YANN);
    table.does(ANA, new ShowStrip(false));
    assertThat(table.table().proposals().shownBy()).containsExactly(YANN);
  }

  @Test
  void DI1_a_disagreement_stays_with_its_proposal() {
    var table = withProposal().does(YANN, new MaintainDisagreement(NO, BENCH, WHY));

    assertThat(bench(table).discussion().disagreements())
        .containsExactly(new Disagreement(NO, YANN, NOON, WHY, null));
    assertThat(table.decides(YANN, new MaintainDisagreement(NO, BENCH, WHY)))
        .isEqualTo(Decision.refuseField("/disagreement"));
    assertThat(table.decides(YANN, new MaintainDisagreement(NO, new ProposalId("none"), WHY)))
        .isEqualTo(Decision.refuseField("/proposal"));
  }

  @Test
  void DI2_who_maintains_it_or_a_facilitator_lifts_it_once() {
    var table = withProposal().does(YANN, new MaintainDisagreement(NO, BENCH, WHY));

    assertThat(table.decides(ANA, new LiftDisagreement(NO, null)))
        .isEqualTo(Decision.refuse(RefusalCode.RIGHTS_OWN));
    assertThat(table.decides(YANN, new LiftDisagreement(new DisagreementId("bench"), null)))
        .isEqualTo(Decision.refuseField("/disagreement"));
    table.does(LEA, new LiftDisagreement(NO, LIFT)).does(YANN, new LiftDisagreement(NO, WHY));
    assertThat(bench(table).discussion().disagreement(NO).lifted())
        .isEqualTo(new Answer(LEA, NOON, LIFT));
  }

  @Test
  void DI3_there_are_500_disagreements_on_a_proposal_at_most() {
    var table = withProposal();
    for (int i = 0; i < ProposalLimits.DISAGREEMENTS; i++) {
      table.does(YANN, new MaintainDisagreement(new DisagreementId("d" + i), BENCH, WHY));
    }

    assertThat(ProposalLimits.DISAGREEMENTS).isEqualTo(500);
    assertThat(table.decides(YANN, new MaintainDisagreement(NO, BENCH, WHY)))
        .isEqualTo(Decision.refuse(RefusalCode.LIST_FULL));
  }

  @Test
  void DS1_who_has_a_mandate_records_a_dissent_with_or_without_a_position() {
    var table = withProposal().does(YANN, new TakeMandate(Mandate.MANDATED));
    var recorded = Decision.accept(new DissentRecorded(BENCH, WHY));

    assertThat(table.decides(YANN, new RecordDissent(BENCH, WHY))).isEqualTo(recorded);
    table.does(YANN, take(Stance.SUPPORT, table.seq()));
    assertThat(table.decides(YANN, new RecordDissent(BENCH, WHY))).isEqualTo(recorded);
    assertThat(table.decides(YANN, new RecordDissent(new ProposalId("none"), WHY)))
        .isEqualTo(Decision.refuseField("/proposal"));
  }

  @Test
  void DS1_whoever_has_none_records_no_dissent() {
    var table = withProposal();
    var unmandated = Decision.refuse(RefusalCode.DISSENT_UNMANDATED);

    assertThat(table.decides(YANN, new RecordDissent(BENCH, WHY))).isEqualTo(unmandated);
    assertThat(table.decides(LEA, new RecordDissent(BENCH, WHY))).isEqualTo(unmandated);
    for (var mandate : List.of(Mandate.OWN, Mandate.OBSERVER)) {
      table.does(YANN, new TakeMandate(mandate));
      assertThat(table.decides(YANN, new RecordDissent(BENCH, WHY))).isEqualTo(unmandated);
    }
  }

  @Test
  void DS2_new_words_take_the_place_of_those_before_and_empty_ones_take_it_back() {
    var table =
        withProposal()
            .does(ANA, new TakeMandate(Mandate.MANDATED))
            .does(YANN, new TakeMandate(Mandate.MANDATED))
            .does(YANN, new RecordDissent(BENCH, WHY))
            .does(ANA, new RecordDissent(BENCH, WHY))
            .at(NOON.plusSeconds(60))
            .does(YANN, new RecordDissent(BENCH, LIFT));

    assertThat(bench(table).discussion().dissents())
        .containsExactly(
            new Dissent(YANN, LIFT, NOON.plusSeconds(60)), new Dissent(ANA, WHY, NOON));
    table.does(YANN, new RecordDissent(BENCH, null)).does(YANN, new RecordDissent(BENCH, null));
    assertThat(bench(table).discussion().dissents()).containsExactly(new Dissent(ANA, WHY, NOON));
  }

  @Test
  void DS3_a_dissent_stays_when_the_mandate_changes_until_its_member_takes_it_back() {
    var table =
        withProposal()
            .does(YANN, new TakeMandate(Mandate.MANDATED))
            .does(YANN, new RecordDissent(BENCH, WHY))
            .does(YANN, new TakeMandate(Mandate.OWN))
            .does(ANA, new WithdrawProposal(BENCH));

    assertThat(bench(table).discussion().dissents()).containsExactly(new Dissent(YANN, WHY, NOON));
    table.does(YANN, new RecordDissent(BENCH, null));
    assertThat(bench(table).discussion().dissents()).isEmpty();
  }
}
