package org.tablee.wire;

import java.util.List;
import org.tablee.table.AmendmentId;
import org.tablee.table.Certainty;
import org.tablee.table.Competence;
import org.tablee.table.DisagreementId;
import org.tablee.table.ItemId;
import org.tablee.table.Line;
import org.tablee.table.Means;
import org.tablee.table.MeansKind;
import org.tablee.table.ProposalCommand;
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
import org.tablee.table.ProposalEvent;
import org.tablee.table.ProposalEvent.AmendmentAccepted;
import org.tablee.table.ProposalEvent.AmendmentDeclined;
import org.tablee.table.ProposalEvent.AmendmentSuggested;
import org.tablee.table.ProposalEvent.AmendmentWithdrawn;
import org.tablee.table.ProposalEvent.CarrierNamed;
import org.tablee.table.ProposalEvent.CarryingStopped;
import org.tablee.table.ProposalEvent.CompetenceSet;
import org.tablee.table.ProposalEvent.DisagreementLifted;
import org.tablee.table.ProposalEvent.DisagreementMaintained;
import org.tablee.table.ProposalEvent.DissentRecorded;
import org.tablee.table.ProposalEvent.MeansSet;
import org.tablee.table.ProposalEvent.PositionTaken;
import org.tablee.table.ProposalEvent.ProposalAdded;
import org.tablee.table.ProposalEvent.ProposalCarried;
import org.tablee.table.ProposalEvent.ProposalGrown;
import org.tablee.table.ProposalEvent.ProposalLinked;
import org.tablee.table.ProposalEvent.ProposalMoved;
import org.tablee.table.ProposalEvent.ProposalRenamed;
import org.tablee.table.ProposalEvent.ProposalRestored;
import org.tablee.table.ProposalEvent.ProposalUnlinked;
import org.tablee.table.ProposalEvent.ProposalWithdrawn;
import org.tablee.table.ProposalEvent.StripShown;
import org.tablee.table.ProposalId;
import org.tablee.table.Seq;
import org.tablee.table.Stance;
import org.tablee.table.TextId;
import org.tablee.text.Delta;

/** What the files of the proposals say, as values. */
final class GoldenProposals {
  private static final ProposalId P1 = new ProposalId("p1");
  private static final ProposalId P2 = new ProposalId("p2");
  private static final ItemId F1 = new ItemId("f1");
  private static final AmendmentId A1 = new AmendmentId("a1");
  private static final DisagreementId D1 = new DisagreementId("d1");
  private static final Line TITLE = new Line("Trois bancs à l’ombre");
  private static final Line CARRIER = new Line("Le CCAS de la ville");
  private static final Line REASON = new Line("Un seul banc ne suffit pas");
  private static final Line WOULD_LIFT = new Line("Une rampe à côté du banc");
  private static final Line DISSENT = new Line("La section du nord voulait un arbre, pas un banc");
  private static final Delta DELTA =
      Delta.builder().retain(8).insert("trois bancs").delete(7).build();
  private static final List<Means> MEANS =
      List.of(
          new Means(
              MeansKind.MONEY, Certainty.ESTIMATED, 120_000L, 180_000L, new Line("Achat et pose")),
          new Means(MeansKind.HOURS, Certainty.WITHHELD, null, null, null));

  static final List<ProposalCommand> COMMANDS =
      List.of(
          new AddProposal(P1, TITLE),
          new RenameProposal(P1, TITLE),
          new MoveProposal(P1, P2),
          new WithdrawProposal(P1),
          new RestoreProposal(P1),
          new LinkProposal(P1, F1),
          new UnlinkProposal(P1, F1),
          new CarryProposal(P1),
          new StopCarrying(P1),
          new NameCarrier(P1, CARRIER),
          new SetCompetence(P1, Competence.MUNICIPALITY),
          new SetMeans(P1, MEANS),
          new SuggestAmendment(A1, P1, new Seq(41), DELTA, REASON),
          new AcceptAmendment(A1, REASON),
          new DeclineAmendment(A1, REASON),
          new WithdrawAmendment(A1),
          new ProposeDeclined(P2, A1, TITLE),
          new TakePosition(P1, Stance.OBJECT, REASON, WOULD_LIFT, new Seq(41)),
          new ShowStrip(true),
          new MaintainDisagreement(D1, P1, REASON),
          new LiftDisagreement(D1, REASON),
          new RecordDissent(P1, DISSENT));

  static final List<ProposalEvent> EVENTS =
      List.of(
          new ProposalAdded(P1, TITLE, new TextId("p1")),
          new ProposalRenamed(P1, TITLE),
          new ProposalMoved(P1, P2),
          new ProposalWithdrawn(P1),
          new ProposalRestored(P1),
          new ProposalLinked(P1, F1),
          new ProposalUnlinked(P1, F1),
          new ProposalCarried(P1),
          new CarryingStopped(P1),
          new CarrierNamed(P1, CARRIER),
          new CompetenceSet(P1, Competence.MUNICIPALITY),
          new MeansSet(P1, MEANS),
          new AmendmentSuggested(A1, P1, DELTA, REASON),
          new AmendmentAccepted(A1, REASON),
          new AmendmentDeclined(A1, REASON),
          new AmendmentWithdrawn(A1),
          new ProposalGrown(P2, A1),
          new PositionTaken(P1, Stance.OBJECT, REASON, WOULD_LIFT, new Seq(40)),
          new StripShown(true),
          new DisagreementMaintained(D1, P1, REASON),
          new DisagreementLifted(D1, REASON),
          new DissentRecorded(P1, DISSENT));

  private GoldenProposals() {}
}
