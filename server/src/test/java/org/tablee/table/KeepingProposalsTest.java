package org.tablee.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.YANN;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.FrameCommand.CloseList;
import org.tablee.table.FrameCommand.MovePhase;
import org.tablee.table.MemberCommand.TakeMandate;
import org.tablee.table.ProposalCommand.AcceptAmendment;
import org.tablee.table.ProposalCommand.AddProposal;
import org.tablee.table.ProposalCommand.CarryProposal;
import org.tablee.table.ProposalCommand.LinkProposal;
import org.tablee.table.ProposalCommand.MaintainDisagreement;
import org.tablee.table.ProposalCommand.MoveProposal;
import org.tablee.table.ProposalCommand.NameCarrier;
import org.tablee.table.ProposalCommand.RecordDissent;
import org.tablee.table.ProposalCommand.RenameProposal;
import org.tablee.table.ProposalCommand.RestoreProposal;
import org.tablee.table.ProposalCommand.SetCompetence;
import org.tablee.table.ProposalCommand.SetMeans;
import org.tablee.table.ProposalCommand.StopCarrying;
import org.tablee.table.ProposalCommand.SuggestAmendment;
import org.tablee.table.ProposalCommand.TakePosition;
import org.tablee.table.ProposalCommand.UnlinkProposal;
import org.tablee.table.ProposalCommand.WithdrawProposal;
import org.tablee.table.ProposalEvent.ProposalAdded;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.proposal.Proposal;
import org.tablee.table.proposal.ProposalLimits;
import org.tablee.text.Delta;
import org.tablee.text.RichText;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingProposalsTest {
  private static final ProposalId BENCH = new ProposalId("bench");
  private static final ProposalId HALL = new ProposalId("hall");
  private static final ProposalId NONE = new ProposalId("none");
  private static final FindingId SHUTTLE = new FindingId("shuttle");
  private static final ItemId SHUTTLE_ITEM = new ItemId("shuttle");
  private static final Line TITLE = new Line("Trois bancs à l’ombre");
  private static final Line WORDS = new Line("Un seul banc ne suffit pas");
  private static final Delta WRITING = Delta.builder().insert("Poser des bancs").build();
  private static final Decision NO_PROPOSAL = Decision.refuseField("/proposal");

  private static ATable withTwo() {
    return ATable.withMembers()
        .does(ANA, new AddFinding(SHUTTLE, FindingKind.NEED, TITLE))
        .does(ANA, new AddProposal(BENCH, TITLE))
        .does(ANA, new AddProposal(HALL, TITLE));
  }

  private static Proposal bench(ATable table) {
    return Objects.requireNonNull(table.table().proposals().find(BENCH));
  }

  private static List<ProposalId> order(ATable table) {
    return table.table().proposals().inOrder().stream().map(Proposal::id).toList();
  }

  @Test
  void PR1_a_proposal_is_added_at_the_end_with_an_empty_text_of_its_own() {
    var table = withTwo();
    var added = new ProposalAdded(NONE, TITLE, new TextId("none"));

    assertThat(table.decides(YANN, new AddProposal(NONE, TITLE))).isEqualTo(Decision.accept(added));
    assertThat(order(table)).containsExactly(BENCH, HALL);
    assertThat(table.table().texts().find(new TextId("bench")))
        .isEqualTo(CoText.withoutPast(RichText.EMPTY, new Seq(6), new Seq(6)));
    assertThat(bench(table).textSeq()).isEqualTo(new Seq(6));
  }

  @Test
  void PR1_an_id_is_the_only_one_at_the_table() {
    var table = withTwo();

    for (var taken : List.of("bench", "shuttle", "ana", "users")) {
      assertThat(table.decides(ANA, new AddProposal(new ProposalId(taken), TITLE)))
          .isEqualTo(NO_PROPOSAL);
    }
    assertThat(table.decides(ANA, new AddFinding(new FindingId("bench"), FindingKind.NEED, TITLE)))
        .isEqualTo(Decision.refuseField("/finding"));
  }

  @Test
  void PR1_a_proposal_is_moved_renamed_withdrawn_and_restored_in_its_place() {
    var table = withTwo().does(YANN, new MoveProposal(HALL, BENCH));

    assertThat(order(table)).containsExactly(HALL, BENCH);
    assertThat(table.decides(ANA, new MoveProposal(HALL, HALL)))
        .isEqualTo(Decision.refuseField("/before"));
    assertThat(table.decides(ANA, new MoveProposal(HALL, NONE)))
        .isEqualTo(Decision.refuseField("/before"));
    table
        .does(ANA, new RenameProposal(BENCH, WORDS))
        .does(ANA, new WithdrawProposal(BENCH))
        .does(LEA, new RestoreProposal(BENCH));
    assertThat(order(table)).containsExactly(HALL, BENCH);
    assertThat(bench(table).title()).isEqualTo(WORDS);
    assertThat(bench(table).isWithdrawn()).isFalse();
    assertThat(table.decides(ANA, new RenameProposal(NONE, WORDS))).isEqualTo(NO_PROPOSAL);
  }

  @Test
  void PR2_a_withdrawn_proposal_is_locked_and_takes_nothing_more() {
    var table = withTwo();
    var edit = new EditText(new TextId("bench"), table.seq(), WRITING);
    var amendment = new AmendmentId("a");
    table
        .does(ANA, new SuggestAmendment(amendment, BENCH, table.seq(), WRITING, WORDS))
        .does(ANA, new WithdrawProposal(BENCH));
    var withdrawn = Decision.refuse(RefusalCode.PROPOSAL_WITHDRAWN);

    assertThat(table.decides(LEA, edit)).isEqualTo(Decision.refuse(RefusalCode.TEXT_LOCKED));
    assertThat(
            table.decides(YANN, new TakePosition(BENCH, Stance.SUPPORT, null, null, table.seq())))
        .isEqualTo(withdrawn);
    assertThat(
            table.decides(
                YANN,
                new SuggestAmendment(new AmendmentId("b"), BENCH, table.seq(), WRITING, WORDS)))
        .isEqualTo(withdrawn);
    assertThat(table.decides(ANA, new AcceptAmendment(amendment, null))).isEqualTo(withdrawn);
    assertThat(table.decides(YANN, new MaintainDisagreement(new DisagreementId("d"), BENCH, WORDS)))
        .isEqualTo(withdrawn);
    table.does(YANN, new TakeMandate(Mandate.MANDATED));
    assertThat(table.decides(YANN, new RecordDissent(BENCH, WORDS))).isEqualTo(withdrawn);
  }

  @Test
  void PR2_PH2_nothing_of_a_closed_list_of_proposals_changes() {
    var table = withTwo().does(LEA, new CloseList(ListName.PROPOSALS, null));

    assertThat(table.decides(LEA, new RenameProposal(BENCH, WORDS)))
        .isEqualTo(Decision.refuse(RefusalCode.LIST_CLOSED));
    assertThat(table.decides(LEA, new EditText(new TextId("bench"), table.seq(), WRITING)))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_LOCKED));
  }

  @Test
  void PH3_a_proposal_of_a_later_phase_is_late() {
    var table =
        ATable.withMembers()
            .does(LEA, new MovePhase(Phase.FOLLOW_UP, null))
            .does(ANA, new AddProposal(BENCH, TITLE));

    assertThat(bench(table).isLate()).isTrue();
    assertThat(bench(withTwo()).isLate()).isFalse();
  }

  @Test
  void PR3_a_proposal_answers_what_is_there_each_once() {
    var table =
        withTwo()
            .does(ANA, new LinkProposal(BENCH, SHUTTLE_ITEM))
            .does(ANA, new LinkProposal(BENCH, SHUTTLE_ITEM));

    assertThat(bench(table).brief().links()).containsExactly(SHUTTLE_ITEM);
    for (var other : List.of("none", "hall", "ana")) {
      assertThat(table.decides(ANA, new LinkProposal(BENCH, new ItemId(other))))
          .isEqualTo(Decision.refuseField("/item"));
    }
    assertThat(table.decides(ANA, new LinkProposal(NONE, SHUTTLE_ITEM))).isEqualTo(NO_PROPOSAL);
    table.does(ANA, new UnlinkProposal(BENCH, SHUTTLE_ITEM));
    assertThat(bench(table).brief().links()).isEmpty();
  }

  @Test
  void PR4_who_carries_a_proposal_may_say_what_its_author_may() {
    var table = withTwo();
    var own = Decision.refuse(RefusalCode.RIGHTS_OWN);
    var competence = new SetCompetence(BENCH, Competence.MUNICIPALITY);

    assertThat(table.decides(YANN, competence)).isEqualTo(own);
    table.does(YANN, new CarryProposal(BENCH)).does(YANN, new CarryProposal(BENCH));
    assertThat(bench(table).brief().carriedBy()).containsExactly(YANN);
    table.does(YANN, competence);
    assertThat(bench(table).brief().competence()).isEqualTo(Competence.MUNICIPALITY);
    assertThat(table.decides(YANN, new RenameProposal(BENCH, WORDS))).isEqualTo(own);
    assertThat(table.decides(YANN, new WithdrawProposal(BENCH))).isEqualTo(own);
    table.does(YANN, new StopCarrying(BENCH));
    assertThat(bench(table).brief().carriedBy()).isEmpty();
    assertThat(table.decides(YANN, competence)).isEqualTo(own);
  }

  @Test
  void PR5_an_empty_name_takes_the_carrier_away() {
    var table = withTwo().does(ANA, new NameCarrier(BENCH, WORDS));

    assertThat(bench(table).brief().carrier()).isEqualTo(WORDS);
    table.does(ANA, new NameCarrier(BENCH, null));
    assertThat(bench(table).brief().carrier()).isNull();
  }

  @Test
  void PR6_what_it_would_take_is_set_as_a_whole() {
    var money = new Means(MeansKind.MONEY, Certainty.ESTIMATED, 1_000L, 2_000L, WORDS);
    var hours = new Means(MeansKind.HOURS, Certainty.WITHHELD, null, null, null);
    var table = withTwo().does(ANA, new SetMeans(BENCH, List.of(money)));

    table.does(ANA, new SetMeans(BENCH, List.of(hours)));
    assertThat(bench(table).brief().means()).containsExactly(hours);
  }

  @Test
  void PR7_a_table_holds_500_proposals() {
    var table = ATable.withMembers();
    for (int i = 0; i < ProposalLimits.PROPOSALS; i++) {
      table.does(ANA, new AddProposal(new ProposalId("p" + i), TITLE));
    }

    assertThat(ProposalLimits.PROPOSALS).isEqualTo(500);
    assertThat(table.decides(LEA, new AddProposal(BENCH, TITLE)))
        .isEqualTo(Decision.refuse(RefusalCode.LIST_FULL));
  }

  @Test
  void PR7_a_proposal_answers_200_items() {
    var table = ATable.withMembers().does(ANA, new AddProposal(BENCH, TITLE));
    for (int i = 0; i <= ProposalLimits.LINKS; i++) {
      table.does(ANA, new AddFinding(new FindingId("f" + i), FindingKind.NEED, TITLE));
    }
    for (int i = 0; i < ProposalLimits.LINKS; i++) {
      table.does(ANA, new LinkProposal(BENCH, new ItemId("f" + i)));
    }

    assertThat(bench(table).brief().links()).hasSize(200);
    assertThat(table.decides(ANA, new LinkProposal(BENCH, new ItemId("f200"))))
        .isEqualTo(Decision.refuse(RefusalCode.LIST_FULL));
    assertThat(table.decides(ANA, new LinkProposal(BENCH, new ItemId("f0"))))
        .isInstanceOf(Decision.Accepted.class);
  }
}
