package org.tablee.table.proposal;

import java.util.List;
import org.tablee.table.CoText;
import org.tablee.table.CorruptHistoryException;
import org.tablee.table.Decision;
import org.tablee.table.EditingText;
import org.tablee.table.EditingText.Carried;
import org.tablee.table.ItemRules;
import org.tablee.table.ParticipantId;
import org.tablee.table.ProposalCommand.AcceptAmendment;
import org.tablee.table.ProposalCommand.DeclineAmendment;
import org.tablee.table.ProposalCommand.ProposeDeclined;
import org.tablee.table.ProposalCommand.SuggestAmendment;
import org.tablee.table.ProposalCommand.WithdrawAmendment;
import org.tablee.table.ProposalEvent.AmendmentAccepted;
import org.tablee.table.ProposalEvent.AmendmentDeclined;
import org.tablee.table.ProposalEvent.AmendmentSuggested;
import org.tablee.table.ProposalEvent.AmendmentWithdrawn;
import org.tablee.table.ProposalEvent.ProposalAdded;
import org.tablee.table.ProposalEvent.ProposalGrown;
import org.tablee.table.RefusalCode;
import org.tablee.table.Rights.Reach;
import org.tablee.table.Table;
import org.tablee.table.TableEvent.TextEdited;
import org.tablee.table.TextId;
import org.tablee.text.Delta;
import org.tablee.text.Op.Insert;
import org.tablee.text.RichText;

/** Decides what is asked of amendments. */
final class AmendmentRules {
  private static final String AMENDMENT = "/amendment";

  private AmendmentRules() {}

  static Decision suggest(Table table, SuggestAmendment suggest) {
    var proposal = table.proposals().find(suggest.proposal());
    if (proposal == null) {
      return Decision.refuseField(ProposalRules.PROPOSAL);
    }
    if (table.isTaken(suggest.amendment().value())) {
      return Decision.refuseField(AMENDMENT);
    }
    if (Amendment.isEffectless(suggest.delta())) {
      return Decision.refuseField("/delta");
    }
    if (proposal.isWithdrawn()) {
      return Decision.refuse(RefusalCode.PROPOSAL_WITHDRAWN);
    }
    var discussion = proposal.discussion();
    if (discussion.openAmendments() >= ProposalLimits.OPEN_AMENDMENTS
        || discussion.amendments().size() >= ProposalLimits.AMENDMENTS) {
      return Decision.refuse(RefusalCode.LIST_FULL);
    }
    return carried(table, LateAmendment.of(suggest, proposal.text()));
  }

  static Decision carried(Table table, LateAmendment late) {
    var suggest = late.sent();
    var text = table.texts().existing(late.text());
    return switch (EditingText.carry(table, text, suggest.delta(), late.on(), late)) {
      case Carried.Stopped(var decision) -> stopped(decision);
      case Carried.Arrived(var delta) ->
          Amendment.isEffectless(delta)
              ? Decision.refuse(RefusalCode.AMENDMENT_OUTDATED)
              : Decision.accept(
                  new AmendmentSuggested(
                      suggest.amendment(), suggest.proposal(), delta, suggest.reason()));
    };
  }

  /** A base that is never reached is final here: only edits of a text are sent again on another. */
  private static Decision stopped(Decision decision) {
    return decision.equals(Decision.refuse(RefusalCode.TEXT_BASE))
        ? Decision.refuseField("/base")
        : decision;
  }

  static Decision accept(Table table, ParticipantId by, Reach reach, AcceptAmendment accept) {
    var proposal = table.proposals().amended(accept.amendment());
    if (proposal == null) {
      return Decision.refuseField(AMENDMENT);
    }
    if (reach == Reach.OWN && !proposal.isHeldBy(by)) {
      return Decision.refuse(RefusalCode.RIGHTS_OWN);
    }
    if (proposal.isWithdrawn()) {
      return Decision.refuse(RefusalCode.PROPOSAL_WITHDRAWN);
    }
    var amendment = proposal.discussion().amendment(accept.amendment());
    if (!amendment.isOpen()) {
      return Decision.refuse(RefusalCode.AMENDMENT_CLOSED);
    }
    if (amendment.isOutdated()) {
      return Decision.refuse(RefusalCode.AMENDMENT_OUTDATED);
    }
    var fault = RichText.check(amendment.delta(), text(table, proposal).document());
    if (fault.isPresent()) {
      return Decision.refuse(EditingText.code(fault.get()));
    }
    // In this order: what is accepted does not follow the edit that it becomes.
    return new Decision.Accepted(
        List.of(
            new AmendmentAccepted(accept.amendment(), accept.reason()),
            new TextEdited(proposal.text(), amendment.delta())));
  }

  static Decision decline(Table table, ParticipantId by, Reach reach, DeclineAmendment decline) {
    var proposal = table.proposals().amended(decline.amendment());
    if (proposal == null) {
      return Decision.refuseField(AMENDMENT);
    }
    if (reach == Reach.OWN && !proposal.isHeldBy(by)) {
      return Decision.refuse(RefusalCode.RIGHTS_OWN);
    }
    if (!proposal.discussion().amendment(decline.amendment()).isOpen()) {
      return Decision.refuse(RefusalCode.AMENDMENT_CLOSED);
    }
    return Decision.accept(new AmendmentDeclined(decline.amendment(), decline.reason()));
  }

  static Decision withdraw(Table table, ParticipantId by, WithdrawAmendment withdraw) {
    var proposal = table.proposals().amended(withdraw.amendment());
    if (proposal == null) {
      return Decision.refuseField(AMENDMENT);
    }
    var amendment = proposal.discussion().amendment(withdraw.amendment());
    if (!amendment.by().equals(by)) {
      return Decision.refuse(RefusalCode.RIGHTS_OWN);
    }
    if (!amendment.isOpen()) {
      return Decision.refuse(RefusalCode.AMENDMENT_CLOSED);
    }
    return Decision.accept(new AmendmentWithdrawn(withdraw.amendment()));
  }

  static Decision propose(Table table, ProposeDeclined propose) {
    var id = propose.proposal();
    var text = new TextId(id.value());
    var added = new ProposalAdded(id, propose.title(), text);
    var adding =
        ItemRules.add(
            table,
            table.proposals().list(),
            ProposalLimits.PROPOSALS,
            ProposalRules.PROPOSAL,
            id.value(),
            added);
    if (adding instanceof Decision.Refused) {
      return adding;
    }
    var source = table.proposals().amended(propose.amendment());
    if (source == null) {
      return Decision.refuseField(AMENDMENT);
    }
    var amendment = source.discussion().amendment(propose.amendment());
    if (amendment.state() != AmendmentState.DECLINED) {
      return Decision.refuseField(AMENDMENT);
    }
    if (amendment.isOutdated()) {
      return Decision.refuse(RefusalCode.AMENDMENT_OUTDATED);
    }
    var document = text(table, source).document();
    var fault = RichText.check(amendment.delta(), document);
    if (fault.isPresent()) {
      return Decision.refuse(EditingText.code(fault.get()));
    }
    return new Decision.Accepted(
        List.of(
            added,
            new TextEdited(text, fromEmpty(document.compose(amendment.delta()))),
            new ProposalGrown(id, propose.amendment())));
  }

  /** The change that makes a document of an empty text: its last line break is there already. */
  static Delta fromEmpty(Delta document) {
    var change = Delta.builder();
    var ops = document.ops();
    for (int at = 0; at < ops.size(); at++) {
      if (!(ops.get(at) instanceof Insert(var text, var attributes))) {
        throw new CorruptHistoryException("no document");
      }
      if (at < ops.size() - 1) {
        change.insert(text, attributes);
      } else {
        change.insert(text.substring(0, text.length() - 1), attributes).retain(1, attributes);
      }
    }
    return change.chop().build();
  }

  private static CoText text(Table table, Proposal proposal) {
    var text = table.texts().find(proposal.text());
    if (text == null) {
      throw new CorruptHistoryException("no text " + proposal.text().value());
    }
    return text;
  }
}
