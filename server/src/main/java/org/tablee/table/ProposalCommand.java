package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.text.Delta;

/** What a member may ask of the proposals, their amendments, positions and disagreements. */
public sealed interface ProposalCommand extends TableCommand.ByMember {
  record AddProposal(ProposalId proposal, Line title) implements ProposalCommand {}

  record RenameProposal(ProposalId proposal, Line title) implements ProposalCommand {}

  /**
   * Gives a proposal another place in the list.
   *
   * @param before {@code null} moves to the end of the list
   */
  record MoveProposal(ProposalId proposal, @Nullable ProposalId before)
      implements ProposalCommand {}

  record WithdrawProposal(ProposalId proposal) implements ProposalCommand {}

  record RestoreProposal(ProposalId proposal) implements ProposalCommand {}

  /** Says that a proposal answers a finding or a challenge. */
  record LinkProposal(ProposalId proposal, ItemId item) implements ProposalCommand {}

  record UnlinkProposal(ProposalId proposal, ItemId item) implements ProposalCommand {}

  /** Puts who asks among those who carry the proposal at the table. */
  record CarryProposal(ProposalId proposal) implements ProposalCommand {}

  record StopCarrying(ProposalId proposal) implements ProposalCommand {}

  /**
   * Says who carries the proposal outside the table.
   *
   * @param carrier {@code null} takes the name away
   */
  record NameCarrier(ProposalId proposal, @Nullable Line carrier) implements ProposalCommand {}

  record SetCompetence(ProposalId proposal, Competence level) implements ProposalCommand {}

  /** Says what the proposal would take, as a whole. */
  record SetMeans(ProposalId proposal, List<Means> means) implements ProposalCommand {
    public SetMeans {
      means = List.copyOf(means);
    }
  }

  /**
   * Suggests a change of a proposal's text.
   *
   * @param delta against the text as it stood after commit {@code base}
   */
  record SuggestAmendment(
      AmendmentId amendment, ProposalId proposal, Seq base, Delta delta, Line reason)
      implements ProposalCommand {}

  record AcceptAmendment(AmendmentId amendment, @Nullable Line reason) implements ProposalCommand {}

  record DeclineAmendment(AmendmentId amendment, Line reason) implements ProposalCommand {}

  record WithdrawAmendment(AmendmentId amendment) implements ProposalCommand {}

  /** Makes a proposal of its own of what a declined amendment wanted. */
  record ProposeDeclined(ProposalId proposal, AmendmentId amendment, Line title)
      implements ProposalCommand {}

  /**
   * Takes a position, in place of the one taken before.
   *
   * @param wouldLift what would lift a reserve or an objection
   * @param seen the commit up to which its author has read
   */
  record TakePosition(
      ProposalId proposal,
      Stance position,
      @Nullable Line reason,
      @Nullable Line wouldLift,
      Seq seen)
      implements ProposalCommand {}

  /** Says whether one agrees that the positions of one's small college are shown. */
  record ShowStrip(boolean shown) implements ProposalCommand {}

  record MaintainDisagreement(DisagreementId disagreement, ProposalId proposal, Line reason)
      implements ProposalCommand {}

  record LiftDisagreement(DisagreementId disagreement, @Nullable Line reason)
      implements ProposalCommand {}

  /**
   * Says that not everybody agrees within the organisation that sent who asks.
   *
   * @param dissent {@code null} takes it back
   */
  record RecordDissent(ProposalId proposal, @Nullable Line dissent) implements ProposalCommand {}
}
