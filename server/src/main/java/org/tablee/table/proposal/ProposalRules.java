package org.tablee.table.proposal;

import org.tablee.table.Decision;
import org.tablee.table.ItemId;
import org.tablee.table.ItemRules;
import org.tablee.table.ParticipantId;
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
import org.tablee.table.ProposalEvent.CarrierNamed;
import org.tablee.table.ProposalEvent.CarryingStopped;
import org.tablee.table.ProposalEvent.CompetenceSet;
import org.tablee.table.ProposalEvent.MeansSet;
import org.tablee.table.ProposalEvent.ProposalAdded;
import org.tablee.table.ProposalEvent.ProposalCarried;
import org.tablee.table.ProposalEvent.ProposalLinked;
import org.tablee.table.ProposalEvent.ProposalMoved;
import org.tablee.table.ProposalEvent.ProposalRenamed;
import org.tablee.table.ProposalEvent.ProposalRestored;
import org.tablee.table.ProposalEvent.ProposalUnlinked;
import org.tablee.table.ProposalEvent.ProposalWithdrawn;
import org.tablee.table.ProposalEvent.StripShown;
import org.tablee.table.ProposalId;
import org.tablee.table.RefusalCode;
import org.tablee.table.Rights.Reach;
import org.tablee.table.Table;
import org.tablee.table.TextId;

/** Decides what is asked of the proposals. Their bounds stand in {@link ProposalLimits}. */
public final class ProposalRules {
  static final String PROPOSAL = "/proposal";

  private ProposalRules() {}

  public static Decision decide(
      Table table, ParticipantId by, Reach reach, ProposalCommand command) {
    return switch (command) {
      case AddProposal(var id, var title) ->
          ItemRules.add(
              table,
              table.proposals().list(),
              ProposalLimits.PROPOSALS,
              PROPOSAL,
              id.value(),
              new ProposalAdded(id, title, new TextId(id.value())));
      case MoveProposal(var id, var before) ->
          ItemRules.move(
              table.proposals().list(),
              PROPOSAL,
              id.value(),
              before == null ? null : before.value(),
              new ProposalMoved(id, before));
      case RenameProposal(var id, var title) ->
          change(table, by, reach, id, new ProposalRenamed(id, title));
      case WithdrawProposal(var id) -> change(table, by, reach, id, new ProposalWithdrawn(id));
      case RestoreProposal(var id) -> change(table, by, reach, id, new ProposalRestored(id));
      case LinkProposal link -> link(table, by, reach, link);
      case UnlinkProposal(var id, var item) ->
          brief(table, by, reach, id, new ProposalUnlinked(id, item));
      case CarryProposal(var id) -> brief(table, by, Reach.ANY, id, new ProposalCarried(id));
      case StopCarrying(var id) -> brief(table, by, Reach.ANY, id, new CarryingStopped(id));
      case NameCarrier(var id, var carrier) ->
          brief(table, by, reach, id, new CarrierNamed(id, carrier));
      case SetCompetence(var id, var level) ->
          brief(table, by, reach, id, new CompetenceSet(id, level));
      case SetMeans(var id, var means) -> brief(table, by, reach, id, new MeansSet(id, means));
      case SuggestAmendment suggest -> AmendmentRules.suggest(table, suggest);
      case AcceptAmendment accept -> AmendmentRules.accept(table, by, reach, accept);
      case DeclineAmendment decline -> AmendmentRules.decline(table, by, reach, decline);
      case WithdrawAmendment withdraw -> AmendmentRules.withdraw(table, by, withdraw);
      case ProposeDeclined propose -> AmendmentRules.propose(table, propose);
      case TakePosition take -> PositionRules.take(table, take);
      case ShowStrip(var shown) -> Decision.accept(new StripShown(shown));
      case MaintainDisagreement maintain -> PositionRules.maintain(table, maintain);
      case LiftDisagreement lift -> PositionRules.lift(table, by, reach, lift);
      case RecordDissent asked -> PositionRules.record(table, by, asked);
    };
  }

  private static Decision change(
      Table table, ParticipantId by, Reach reach, ProposalId id, ProposalEvent event) {
    return ItemRules.change(table.proposals().list(), by, reach, PROPOSAL, id.value(), event);
  }

  /** What is said of a proposal beside its text is its author's and its carriers' to say. */
  private static Decision brief(
      Table table, ParticipantId by, Reach reach, ProposalId id, ProposalEvent event) {
    var proposal = table.proposals().find(id);
    if (proposal == null) {
      return Decision.refuseField(PROPOSAL);
    }
    if (reach == Reach.OWN && !proposal.isHeldBy(by)) {
      return Decision.refuse(RefusalCode.RIGHTS_OWN);
    }
    return Decision.accept(event);
  }

  private static Decision link(Table table, ParticipantId by, Reach reach, LinkProposal link) {
    var proposal = table.proposals().find(link.proposal());
    if (proposal == null) {
      return Decision.refuseField(PROPOSAL);
    }
    if (!isAnswerable(table, link.item())) {
      return Decision.refuseField("/item");
    }
    var links = proposal.brief().links();
    if (links.size() >= ProposalLimits.LINKS && !links.contains(link.item())) {
      return Decision.refuse(RefusalCode.LIST_FULL);
    }
    return brief(table, by, reach, proposal.id(), new ProposalLinked(proposal.id(), link.item()));
  }

  /** A proposal answers findings and challenges. */
  private static boolean isAnswerable(Table table, ItemId item) {
    return table.diagnosis().has(item.value()) || table.challenges().challenges().has(item.value());
  }
}
