package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.text.Delta;

/** Something that happened to the proposals, their amendments, positions and disagreements. */
public sealed interface ProposalEvent extends TableEvent {
  record ProposalAdded(ProposalId proposal, Line title, TextId text) implements ProposalEvent {
    @Override
    public TextId newText() {
      return text;
    }
  }

  record ProposalRenamed(ProposalId proposal, Line title) implements ProposalEvent {}

  /**
   * Gives a proposal another place in the list.
   *
   * @param before the proposal that it now stands before; {@code null} for the end of the list
   */
  record ProposalMoved(ProposalId proposal, @Nullable ProposalId before) implements ProposalEvent {}

  record ProposalWithdrawn(ProposalId proposal) implements ProposalEvent {}

  record ProposalRestored(ProposalId proposal) implements ProposalEvent {}

  record ProposalLinked(ProposalId proposal, ItemId item) implements ProposalEvent {}

  record ProposalUnlinked(ProposalId proposal, ItemId item) implements ProposalEvent {}

  /** The commit's author carries the proposal. */
  record ProposalCarried(ProposalId proposal) implements ProposalEvent {}

  record CarryingStopped(ProposalId proposal) implements ProposalEvent {}

  /**
   * Says who carries the proposal outside the table.
   *
   * @param carrier {@code null} where the name was taken away
   */
  record CarrierNamed(ProposalId proposal, @Nullable Line carrier) implements ProposalEvent {}

  record CompetenceSet(ProposalId proposal, Competence level) implements ProposalEvent {}

  record MeansSet(ProposalId proposal, List<Means> means) implements ProposalEvent {
    public MeansSet {
      means = List.copyOf(means);
    }
  }

  /**
   * Suggests a change of a proposal's text.
   *
   * @param delta against the text as it stood after the commit before
   */
  record AmendmentSuggested(AmendmentId amendment, ProposalId proposal, Delta delta, Line reason)
      implements ProposalEvent {}

  /** The change itself is the {@code TextEdited} of the same commit. */
  record AmendmentAccepted(AmendmentId amendment, @Nullable Line reason) implements ProposalEvent {}

  record AmendmentDeclined(AmendmentId amendment, Line reason) implements ProposalEvent {}

  record AmendmentWithdrawn(AmendmentId amendment) implements ProposalEvent {}

  /** A proposal came out of a declined amendment; it was added in the same commit. */
  record ProposalGrown(ProposalId proposal, AmendmentId amendment) implements ProposalEvent {}

  /**
   * The commit's author stands so.
   *
   * @param textSeq the last change of the proposal's text that its author had read
   */
  record PositionTaken(
      ProposalId proposal,
      Stance position,
      @Nullable Line reason,
      @Nullable Line wouldLift,
      Seq textSeq)
      implements ProposalEvent {}

  record StripShown(boolean shown) implements ProposalEvent {}

  record DisagreementMaintained(DisagreementId disagreement, ProposalId proposal, Line reason)
      implements ProposalEvent {}

  record DisagreementLifted(DisagreementId disagreement, @Nullable Line reason)
      implements ProposalEvent {}

  /**
   * Not everybody agrees within the organisation of the commit's author.
   *
   * @param dissent {@code null} where it was taken back
   */
  record DissentRecorded(ProposalId proposal, @Nullable Line dissent) implements ProposalEvent {}
}
