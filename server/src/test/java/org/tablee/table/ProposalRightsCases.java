package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.table.MemberCommand.TakeMandate;
import org.tablee.table.ProposalCommand.AcceptAmendment;
import org.tablee.table.ProposalCommand.AddProposal;
import org.tablee.table.ProposalCommand.CarryProposal;
import org.tablee.table.ProposalCommand.DeclineAmendment;
import org.tablee.table.ProposalCommand.LiftDisagreement;
import org.tablee.table.ProposalCommand.LinkProposal;
import org.tablee.table.ProposalCommand.MaintainDisagreement;
import org.tablee.table.ProposalCommand.MoveProposal;
import org.tablee.table.ProposalCommand.NameCarrier;
import org.tablee.table.ProposalCommand.ProposeDeclined;
import org.tablee.table.ProposalCommand.RecordDissent;
import org.tablee.table.ProposalCommand.RenameProposal;
import org.tablee.table.ProposalCommand.RestoreProposal;
import org.tablee.table.ProposalCommand.SetCompetence;
import org.tablee.table.ProposalCommand.SetMeans;
import org.tablee.table.ProposalCommand.ShowStrip;
import org.tablee.table.ProposalCommand.StopCarrying;
import org.tablee.table.ProposalCommand.SuggestAmendment;
import org.tablee.table.ProposalCommand.TakePosition;
import org.tablee.table.ProposalCommand.UnlinkProposal;
import org.tablee.table.ProposalCommand.WithdrawAmendment;
import org.tablee.table.ProposalCommand.WithdrawProposal;
import org.tablee.table.TableCommand.EditText;
import org.tablee.text.Delta;

/** Who may do what to proposals: what one carries is one's own in all but its title and being. */
final class ProposalRightsCases {
  private static final ProposalId OWN = new ProposalId("own-p");
  private static final ProposalId CARRIED = new ProposalId("carried-p");
  private static final ProposalId OTHERS = new ProposalId("others-p");
  private static final ProposalId NEW = new ProposalId("new-p");
  private static final AmendmentId ON_OWN = new AmendmentId("on-own");
  private static final AmendmentId ON_CARRIED = new AmendmentId("on-carried");
  private static final AmendmentId ON_OTHERS = new AmendmentId("on-others");
  private static final AmendmentId MINE = new AmendmentId("mine");
  private static final AmendmentId DECLINED = new AmendmentId("declined");
  private static final DisagreementId OWN_NO = new DisagreementId("own-no");
  private static final DisagreementId OTHERS_NO = new DisagreementId("others-no");
  private static final ItemId ITEM = new ItemId(DiagnosisRightsCases.OWN.value());
  private static final Line WORDS = new Line("Des mots");
  private static final Delta WRITING = Delta.builder().insert("Un banc").build();

  /** A commit after all three proposals were added, whatever else was prepared before them. */
  private static final Seq BASE = new Seq(40);

  static final List<RightsCase> CASES =
      List.of(
          of("members", List.of(new AddProposal(NEW, WORDS)), null),
          of("members", List.of(new MoveProposal(OWN, null)), new MoveProposal(OTHERS, null)),
          ofAuthors(new RenameProposal(OWN, WORDS), new RenameProposal(CARRIED, WORDS)),
          ofAuthors(new WithdrawProposal(OWN), new WithdrawProposal(CARRIED)),
          ofAuthors(new RestoreProposal(OWN), new RestoreProposal(CARRIED)),
          of(
              "authors",
              List.of(new LinkProposal(OWN, ITEM), new LinkProposal(CARRIED, ITEM)),
              new LinkProposal(OTHERS, ITEM)),
          of(
              "authors",
              List.of(new UnlinkProposal(OWN, ITEM), new UnlinkProposal(CARRIED, ITEM)),
              new UnlinkProposal(OTHERS, ITEM)),
          of("members", List.of(new CarryProposal(OWN)), new CarryProposal(OTHERS)),
          of("members", List.of(new StopCarrying(OWN)), new StopCarrying(OTHERS)),
          of(
              "authors",
              List.of(new NameCarrier(OWN, WORDS), new NameCarrier(CARRIED, WORDS)),
              new NameCarrier(OTHERS, WORDS)),
          of(
              "authors",
              List.of(
                  new SetCompetence(OWN, Competence.STATE),
                  new SetCompetence(CARRIED, Competence.STATE)),
              new SetCompetence(OTHERS, Competence.STATE)),
          of(
              "authors",
              List.of(new SetMeans(OWN, List.of()), new SetMeans(CARRIED, List.of())),
              new SetMeans(OTHERS, List.of())),
          of("members", List.of(suggest("new-a", OWN)), suggest("new-a", OTHERS)),
          of(
              "holders",
              List.of(new AcceptAmendment(ON_OWN, null), new AcceptAmendment(ON_CARRIED, null)),
              new AcceptAmendment(ON_OTHERS, null)),
          of(
              "holders",
              List.of(new DeclineAmendment(ON_OWN, WORDS), new DeclineAmendment(ON_CARRIED, WORDS)),
              new DeclineAmendment(ON_OTHERS, WORDS)),
          of("oneself", List.of(new WithdrawAmendment(MINE)), new WithdrawAmendment(ON_OWN)),
          of("members", List.of(new ProposeDeclined(NEW, DECLINED, WORDS)), null),
          of("members", List.of(position(OWN)), position(OTHERS)),
          RightsCase.of("members", null, List.of(new ShowStrip(true)), List.of()),
          of(
              "members",
              List.of(new MaintainDisagreement(new DisagreementId("new-no"), OWN, WORDS)),
              new MaintainDisagreement(new DisagreementId("new-no"), OTHERS, WORDS)),
          of(
              "holders",
              List.of(new LiftDisagreement(OWN_NO, null)),
              new LiftDisagreement(OTHERS_NO, null)),
          of(
              "members",
              List.of(new RecordDissent(OWN, WORDS), new RecordDissent(OWN, null)),
              new RecordDissent(OTHERS, WORDS)));

  private ProposalRightsCases() {}

  static void prepare(ATable table) {
    table
        .does(ATable.NOBODY, new AddProposal(OWN, WORDS))
        .does(ATable.YANN, new AddProposal(CARRIED, WORDS))
        .does(ATable.YANN, new AddProposal(OTHERS, WORDS))
        .does(ATable.NOBODY, new CarryProposal(CARRIED));
    while (table.seq().isBefore(BASE)) {
      table.does(ATable.NOBODY, new StopCarrying(OWN));
    }
    for (var proposal : List.of(OWN, CARRIED, OTHERS)) {
      table.does(ATable.YANN, new EditText(new TextId(proposal.value()), table.seq(), WRITING));
    }
    table
        .does(ATable.YANN, suggest("on-own", OWN))
        .does(ATable.YANN, suggest("on-carried", CARRIED))
        .does(ATable.YANN, suggest("on-others", OTHERS))
        .does(ATable.NOBODY, suggest("mine", OTHERS))
        .does(ATable.YANN, suggest("declined", OTHERS))
        .does(ATable.LEA, new DeclineAmendment(DECLINED, WORDS))
        .does(ATable.NOBODY, new TakeMandate(Mandate.MANDATED))
        .does(ATable.NOBODY, new MaintainDisagreement(OWN_NO, OTHERS, WORDS))
        .does(ATable.YANN, new MaintainDisagreement(OTHERS_NO, OWN, WORDS));
  }

  private static SuggestAmendment suggest(String amendment, ProposalId proposal) {
    return new SuggestAmendment(new AmendmentId(amendment), proposal, BASE, WRITING, WORDS);
  }

  private static TakePosition position(ProposalId proposal) {
    return new TakePosition(proposal, Stance.ACCEPT, null, null, BASE);
  }

  /** To carry a proposal makes nobody its author. */
  private static RightsCase ofAuthors(ProposalCommand own, ProposalCommand carried) {
    return of("authors", List.of(own), carried);
  }

  private static RightsCase of(
      String who, List<ProposalCommand> own, @Nullable ProposalCommand others) {
    return RightsCase.of(
        who, ListName.PROPOSALS, List.copyOf(own), others == null ? List.of() : List.of(others));
  }
}
