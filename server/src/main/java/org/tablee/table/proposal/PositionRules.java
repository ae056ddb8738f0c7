package org.tablee.table.proposal;

import org.tablee.table.Decision;
import org.tablee.table.Mandate;
import org.tablee.table.ParticipantId;
import org.tablee.table.ProposalCommand.LiftDisagreement;
import org.tablee.table.ProposalCommand.MaintainDisagreement;
import org.tablee.table.ProposalCommand.RecordDissent;
import org.tablee.table.ProposalCommand.TakePosition;
import org.tablee.table.ProposalEvent.DisagreementLifted;
import org.tablee.table.ProposalEvent.DisagreementMaintained;
import org.tablee.table.ProposalEvent.DissentRecorded;
import org.tablee.table.ProposalEvent.PositionTaken;
import org.tablee.table.RefusalCode;
import org.tablee.table.Rights.Reach;
import org.tablee.table.Seq;
import org.tablee.table.Table;

/** Decides what is asked of positions, maintained disagreements and dissent in organisations. */
final class PositionRules {
  private static final String DISAGREEMENT = "/disagreement";

  private PositionRules() {}

  static Decision take(Table table, TakePosition take) {
    var proposal = table.proposals().find(take.proposal());
    if (proposal == null) {
      return Decision.refuseField(ProposalRules.PROPOSAL);
    }
    if (take.position().needsReason() && take.reason() == null) {
      return Decision.refuseField("/reason");
    }
    if (take.position().needsReason() && take.wouldLift() == null) {
      return Decision.refuseField("/wouldLift");
    }
    var text = table.texts().find(proposal.text());
    var created = text == null ? Seq.NONE : text.created();
    if (take.seen().isBefore(created) || table.seq().isBefore(take.seen())) {
      return Decision.refuseField("/seen");
    }
    if (proposal.isWithdrawn()) {
      return Decision.refuse(RefusalCode.PROPOSAL_WITHDRAWN);
    }
    var changed = proposal.textSeq();
    return Decision.accept(
        new PositionTaken(
            take.proposal(),
            take.position(),
            take.reason(),
            take.wouldLift(),
            take.seen().isBefore(changed) ? take.seen() : changed));
  }

  static Decision maintain(Table table, MaintainDisagreement maintain) {
    var proposal = table.proposals().find(maintain.proposal());
    if (proposal == null) {
      return Decision.refuseField(ProposalRules.PROPOSAL);
    }
    if (table.isTaken(maintain.disagreement().value())) {
      return Decision.refuseField(DISAGREEMENT);
    }
    if (proposal.isWithdrawn()) {
      return Decision.refuse(RefusalCode.PROPOSAL_WITHDRAWN);
    }
    if (proposal.discussion().disagreements().size() >= ProposalLimits.DISAGREEMENTS) {
      return Decision.refuse(RefusalCode.LIST_FULL);
    }
    return Decision.accept(
        new DisagreementMaintained(
            maintain.disagreement(), maintain.proposal(), maintain.reason()));
  }

  static Decision lift(Table table, ParticipantId by, Reach reach, LiftDisagreement lift) {
    var proposal = table.proposals().disputed(lift.disagreement());
    if (proposal == null) {
      return Decision.refuseField(DISAGREEMENT);
    }
    var disagreement = proposal.discussion().disagreement(lift.disagreement());
    if (reach == Reach.OWN && !disagreement.by().equals(by)) {
      return Decision.refuse(RefusalCode.RIGHTS_OWN);
    }
    return Decision.accept(new DisagreementLifted(lift.disagreement(), lift.reason()));
  }

  static Decision record(Table table, ParticipantId by, RecordDissent asked) {
    var proposal = table.proposals().find(asked.proposal());
    if (proposal == null) {
      return Decision.refuseField(ProposalRules.PROPOSAL);
    }
    // Whoever has given the mandate back since is not left with words that nobody can take away.
    if (asked.dissent() != null) {
      if (proposal.isWithdrawn()) {
        return Decision.refuse(RefusalCode.PROPOSAL_WITHDRAWN);
      }
      var member = table.members().find(by);
      if (member == null || member.mandate() != Mandate.MANDATED) {
        return Decision.refuse(RefusalCode.DISSENT_UNMANDATED);
      }
    }
    return Decision.accept(new DissentRecorded(asked.proposal(), asked.dissent()));
  }
}
