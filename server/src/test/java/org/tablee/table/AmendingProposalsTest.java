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
import org.tablee.table.ProposalCommand.AcceptAmendment;
import org.tablee.table.ProposalCommand.AddProposal;
import org.tablee.table.ProposalCommand.CarryProposal;
import org.tablee.table.ProposalCommand.DeclineAmendment;
import org.tablee.table.ProposalCommand.ProposeDeclined;
import org.tablee.table.ProposalCommand.SuggestAmendment;
import org.tablee.table.ProposalCommand.WithdrawAmendment;
import org.tablee.table.ProposalEvent.AmendmentAccepted;
import org.tablee.table.ProposalEvent.AmendmentSuggested;
import org.tablee.table.ProposalEvent.ProposalAdded;
import org.tablee.table.ProposalEvent.ProposalGrown;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TableEvent.TextEdited;
import org.tablee.table.proposal.Amendment;
import org.tablee.table.proposal.AmendmentState;
import org.tablee.table.proposal.Answer;
import org.tablee.table.proposal.ProposalLimits;
import org.tablee.text.AttributeValue;
import org.tablee.text.Attributes;
import org.tablee.text.Delta;
import org.tablee.text.RichText;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AmendingProposalsTest {
  private static final ProposalId BENCH = new ProposalId("bench");
  private static final ProposalId GROWN = new ProposalId("grown");
  private static final TextId TEXT = new TextId("bench");
  private static final AmendmentId A = new AmendmentId("a");
  private static final AmendmentId B = new AmendmentId("b");
  private static final Line WORDS = new Line("Un seul banc ne suffit pas");
  private static final Attributes BOLD = Attributes.of("bold", AttributeValue.TRUE);

  /** Ana proposes "Poser un banc". */
  private static ATable withText() {
    var table = ATable.withMembers().does(ANA, new AddProposal(BENCH, WORDS));
    return edit(table, Delta.builder().insert("Poser un banc").build());
  }

  private static ATable edit(ATable table, Delta delta) {
    return table.does(LEA, new EditText(TEXT, table.seq(), delta));
  }

  private static SuggestAmendment suggest(AmendmentId id, Seq base, Delta delta) {
    return new SuggestAmendment(id, BENCH, base, delta, WORDS);
  }

  /** "un" becomes "deux". */
  private static Delta two() {
    return Delta.builder().retain(6).insert("deux").delete(2).build();
  }

  private static Amendment amendment(ATable table, AmendmentId id) {
    var proposal = Objects.requireNonNull(table.table().proposals().amended(id));
    return proposal.discussion().amendment(id);
  }

  private static String words(ATable table, TextId id) {
    return RichText.plainText(Objects.requireNonNull(table.table().texts().find(id)).document());
  }

  @Test
  void AM1_an_amendment_inserts_or_deletes_something() {
    var table = withText();

    assertThat(table.decides(YANN, suggest(A, table.seq(), two())))
        .isEqualTo(Decision.accept(new AmendmentSuggested(A, BENCH, two(), WORDS)));
    for (var nothing : List.of(Delta.EMPTY, Delta.builder().retain(5, BOLD).build())) {
      assertThat(table.decides(YANN, suggest(A, table.seq(), nothing)))
          .isEqualTo(Decision.refuseField("/delta"));
    }
    assertThat(table.decides(YANN, suggest(new AmendmentId("bench"), table.seq(), two())))
        .isEqualTo(Decision.refuseField("/amendment"));
  }

  @Test
  void AM1_what_does_not_fit_is_refused_as_an_edit_is() {
    var table = withText();

    assertThat(table.decides(YANN, suggest(A, table.seq(), Delta.builder().delete(14).build())))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_LENGTH));
    var huge = Delta.builder().insert("x".repeat(RichText.UNITS_MAX)).build();
    assertThat(table.decides(YANN, suggest(A, table.seq(), huge)))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_SIZE));
    var half = Delta.builder().insert("\uD83D").build();
    assertThat(table.decides(YANN, suggest(A, table.seq(), half)))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_CHARACTER));
  }

  @Test
  void AM2_one_suggested_on_an_earlier_state_is_carried_to_now() {
    var table = withText();
    var base = table.seq();
    edit(table, Delta.builder().insert("Oui. ").build());

    assertThat(table.decides(YANN, suggest(A, base, two())))
        .isEqualTo(
            Decision.accept(
                new AmendmentSuggested(
                    A, BENCH, Delta.builder().retain(11).insert("deux").delete(2).build(), WORDS)));
  }

  @Test
  void AM2_a_state_that_is_never_reached_is_no_base() {
    var table = withText();

    assertThat(table.decides(YANN, suggest(A, table.seq().next(), two())))
        .isEqualTo(Decision.refuseField("/base"));
    assertThat(table.decides(YANN, suggest(A, new Seq(1), two())))
        .isEqualTo(Decision.refuseField("/base"));
  }

  @Test
  void AM2_a_state_that_does_not_know_the_past_asks_for_it_and_decides_alike() {
    var table = withText();
    var base = table.seq();
    edit(table, Delta.builder().insert("Oui. ").build());
    var late = suggest(A, base, two());

    assertThat(table.decidesHavingForgotten(YANN, late, base))
        .isEqualTo(table.decides(YANN, late))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void AM3_an_amendment_follows_its_text() {
    var table = withText();
    table.does(YANN, suggest(A, table.seq(), two()));
    edit(table, Delta.builder().insert("Oui. ").build());

    assertThat(amendment(table, A).delta())
        .isEqualTo(Delta.builder().retain(11).insert("deux").delete(2).build());
    // What others wrote at the same place stands first.
    edit(table, Delta.builder().retain(11).insert("bien ").build());
    assertThat(amendment(table, A).delta())
        .isEqualTo(Delta.builder().retain(16).insert("deux").delete(2).build());
    table.does(ANA, new DeclineAmendment(A, WORDS));
    edit(table, Delta.builder().delete(5).build());
    assertThat(amendment(table, A).delta())
        .isEqualTo(Delta.builder().retain(11).insert("deux").delete(2).build());
    assertThat(amendment(table, A).answer()).isEqualTo(new Answer(ANA, ATable.NOON, WORDS));
  }

  @Test
  void AM4_one_that_has_nothing_left_is_outdated() {
    var table = withText();
    var base = table.seq();
    var cut = Delta.builder().retain(8).delete(5).build();
    table.does(YANN, suggest(A, base, cut)).does(YANN, suggest(B, base, cut));
    table.does(ANA, new AcceptAmendment(B, null));
    var outdated = Decision.refuse(RefusalCode.AMENDMENT_OUTDATED);

    assertThat(amendment(table, A).isOutdated()).isTrue();
    assertThat(table.decides(ANA, new AcceptAmendment(A, null))).isEqualTo(outdated);
    assertThat(table.decides(YANN, suggest(new AmendmentId("c"), base, cut))).isEqualTo(outdated);
    assertThat(table.decides(YANN, new WithdrawAmendment(A))).isInstanceOf(Decision.Accepted.class);
    table.does(ANA, new DeclineAmendment(A, WORDS));
    assertThat(table.decides(YANN, new ProposeDeclined(GROWN, A, WORDS))).isEqualTo(outdated);
  }

  @Test
  void AM5_accepting_one_changes_the_text_in_the_same_commit() {
    var table = withText();
    table
        .does(YANN, suggest(A, table.seq(), two()))
        .does(YANN, suggest(B, table.seq(), Delta.builder().retain(13).insert(" bleu").build()));

    assertThat(table.decides(ANA, new AcceptAmendment(A, WORDS)))
        .isEqualTo(
            new Decision.Accepted(
                List.of(new AmendmentAccepted(A, WORDS), new TextEdited(TEXT, two()))));
    table.does(ANA, new AcceptAmendment(A, WORDS));
    assertThat(words(table, TEXT)).isEqualTo("Poser deux banc\n");
    assertThat(amendment(table, A).delta()).isEqualTo(two());
    assertThat(amendment(table, A).state()).isEqualTo(AmendmentState.ACCEPTED);
    assertThat(amendment(table, B).delta())
        .isEqualTo(Delta.builder().retain(15).insert(" bleu").build());
  }

  @Test
  void AM5_what_would_be_too_long_by_now_is_not_accepted() {
    var table = withText();
    var long_ = Delta.builder().insert("x".repeat(RichText.UNITS_MAX - 20)).build();
    table.does(YANN, suggest(A, table.seq(), long_));
    edit(table, Delta.builder().insert("y".repeat(100)).build());

    assertThat(table.decides(ANA, new AcceptAmendment(A, null)))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_SIZE));
  }

  @Test
  void AM6_author_carriers_and_facilitator_decide_and_what_is_closed_stays_so() {
    var table = withText();
    table.does(YANN, suggest(A, table.seq(), two()));
    var own = Decision.refuse(RefusalCode.RIGHTS_OWN);
    var accept = new AcceptAmendment(A, null);
    var decline = new DeclineAmendment(A, WORDS);

    assertThat(table.decides(YANN, accept)).isEqualTo(own);
    assertThat(table.decides(YANN, decline)).isEqualTo(own);
    assertThat(table.decides(ANA, new WithdrawAmendment(A))).isEqualTo(own);
    assertThat(table.decides(LEA, new WithdrawAmendment(A))).isEqualTo(own);
    assertThat(table.decides(LEA, accept)).isInstanceOf(Decision.Accepted.class);
    table.does(YANN, new CarryProposal(BENCH)).does(YANN, decline);
    var closed = Decision.refuse(RefusalCode.AMENDMENT_CLOSED);
    assertThat(table.decides(ANA, accept)).isEqualTo(closed);
    assertThat(table.decides(ANA, decline)).isEqualTo(closed);
    assertThat(table.decides(YANN, new WithdrawAmendment(A))).isEqualTo(closed);
    for (var id : List.of("none", "bench", "ana")) {
      assertThat(table.decides(LEA, new AcceptAmendment(new AmendmentId(id), null)))
          .isEqualTo(Decision.refuseField("/amendment"));
    }
  }

  @Test
  void AM7_a_declined_amendment_lives_on_as_a_proposal() {
    var table = withText();
    var heading = Attributes.of("header", new AttributeValue.Whole(2));
    edit(table, Delta.builder().retain(13).retain(1, heading).build());
    table.does(YANN, suggest(A, table.seq(), two()));
    var propose = new ProposeDeclined(GROWN, A, WORDS);

    assertThat(table.decides(YANN, propose)).isEqualTo(Decision.refuseField("/amendment"));
    table.does(ANA, new DeclineAmendment(A, WORDS));
    var text = new TextId("grown");
    var whole = Delta.builder().insert("Poser deux banc").retain(1, heading).build();
    assertThat(table.decides(YANN, propose))
        .isEqualTo(
            new Decision.Accepted(
                List.of(
                    new ProposalAdded(GROWN, WORDS, text),
                    new TextEdited(text, whole),
                    new ProposalGrown(GROWN, A))));
    table.does(YANN, propose);
    var grown = Objects.requireNonNull(table.table().proposals().find(GROWN));
    assertThat(grown.brief().grownFrom()).isEqualTo(A);
    assertThat(grown.by()).isEqualTo(YANN);
    assertThat(words(table, text)).isEqualTo("Poser deux banc\n");
    assertThat(table.decides(YANN, propose)).isEqualTo(Decision.refuseField("/proposal"));
  }

  @Test
  void AM9_a_proposal_has_200_open_amendments_and_1_000_in_all() {
    var table = withText();
    for (int i = 0; i < ProposalLimits.AMENDMENTS; i++) {
      var id = new AmendmentId("a" + i);
      table.does(YANN, suggest(id, table.seq(), two()));
      if (i >= ProposalLimits.OPEN_AMENDMENTS - 1) {
        assertThat(table.decides(YANN, suggest(B, table.seq(), two())))
            .isEqualTo(Decision.refuse(RefusalCode.LIST_FULL));
        table.does(YANN, new WithdrawAmendment(id));
      }
    }

    assertThat(ProposalLimits.OPEN_AMENDMENTS).isEqualTo(200);
    assertThat(ProposalLimits.AMENDMENTS).isEqualTo(1_000);
    assertThat(table.decides(YANN, suggest(B, table.seq(), two())))
        .isEqualTo(Decision.refuse(RefusalCode.LIST_FULL));
  }
}
