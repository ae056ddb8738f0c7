package org.tablee.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.tablee.table.ProposalId;
import org.tablee.table.Seq;
import org.tablee.table.Stance;
import org.tablee.table.proposal.ProposalLimits;

/** What members ask of proposals, as they send it. */
final class ProposalCommandJson {
  private ProposalCommandJson() {}

  /** The command of that type; {@code null} where it is none of the proposals. */
  static @Nullable ProposalCommand read(String type, Fields fields) {
    return switch (type) {
      case "AddProposal" -> new AddProposal(proposal(fields), title(fields));
      case "RenameProposal" -> new RenameProposal(proposal(fields), title(fields));
      case "MoveProposal" ->
          new MoveProposal(proposal(fields), fields.checkedOrNull("before", ProposalId::new));
      case "WithdrawProposal" -> new WithdrawProposal(proposal(fields));
      case "RestoreProposal" -> new RestoreProposal(proposal(fields));
      case "LinkProposal" -> new LinkProposal(proposal(fields), item(fields));
      case "UnlinkProposal" -> new UnlinkProposal(proposal(fields), item(fields));
      case "CarryProposal" -> new CarryProposal(proposal(fields));
      case "StopCarrying" -> new StopCarrying(proposal(fields));
      case "NameCarrier" -> new NameCarrier(proposal(fields), carrier(fields));
      case "SetCompetence" ->
          new SetCompetence(proposal(fields), fields.word("level", Competence.class));
      case "SetMeans" -> new SetMeans(proposal(fields), means(fields));
      default -> discussion(type, fields);
    };
  }

  private static @Nullable ProposalCommand discussion(String type, Fields fields) {
    return switch (type) {
      case "SuggestAmendment" ->
          new SuggestAmendment(
              amendment(fields),
              proposal(fields),
              new Seq(fields.count("base")),
              DeltaJson.readSent(fields.object("delta"), "delta"),
              reason(fields));
      case "AcceptAmendment" -> new AcceptAmendment(amendment(fields), reasonOrNull(fields));
      case "DeclineAmendment" -> new DeclineAmendment(amendment(fields), reason(fields));
      case "WithdrawAmendment" -> new WithdrawAmendment(amendment(fields));
      case "ProposeDeclined" ->
          new ProposeDeclined(proposal(fields), amendment(fields), title(fields));
      case "TakePosition" ->
          new TakePosition(
              proposal(fields),
              fields.word("position", Stance.class),
              reasonOrNull(fields),
              fields.lineOrNull("wouldLift", Line.REMARK_MAX),
              new Seq(fields.count("seen")));
      case "ShowStrip" -> new ShowStrip(fields.bool("shown"));
      case "MaintainDisagreement" ->
          new MaintainDisagreement(disagreement(fields), proposal(fields), reason(fields));
      case "LiftDisagreement" -> new LiftDisagreement(disagreement(fields), reasonOrNull(fields));
      case "RecordDissent" -> new RecordDissent(proposal(fields), dissent(fields));
      default -> null;
    };
  }

  private static ProposalId proposal(Fields fields) {
    return fields.checked("proposal", ProposalId::new);
  }

  private static ItemId item(Fields fields) {
    return fields.checked("item", ItemId::new);
  }

  private static AmendmentId amendment(Fields fields) {
    return fields.checked("amendment", AmendmentId::new);
  }

  private static DisagreementId disagreement(Fields fields) {
    return fields.checked("disagreement", DisagreementId::new);
  }

  private static Line title(Fields fields) {
    return fields.line("title", Line.TITLE_MAX);
  }

  private static Line reason(Fields fields) {
    return fields.line("reason", Line.REMARK_MAX);
  }

  private static @Nullable Line reasonOrNull(Fields fields) {
    return fields.lineOrNull("reason", Line.REMARK_MAX);
  }

  /** An empty name takes the name away. */
  private static @Nullable Line carrier(Fields fields) {
    return fields.string("carrier").isEmpty() ? null : fields.line("carrier", Line.NAME_MAX);
  }

  /** Empty words take the dissent back. */
  private static @Nullable Line dissent(Fields fields) {
    return fields.string("dissent").isEmpty() ? null : fields.line("dissent", Line.REMARK_MAX);
  }

  private static List<Means> means(Fields fields) {
    return fields.inners("means", 0, ProposalLimits.MEANS, ProposalCommandJson::oneMeans);
  }

  private static Means oneMeans(Fields fields) {
    var kind = fields.word("kind", MeansKind.class);
    var certainty = fields.word("certainty", Certainty.class);
    var from = fields.countOrNull("from");
    var to = fields.countOrNull("to");
    var note = fields.lineOrNull("note", Line.TITLE_MAX);
    if (certainty == Certainty.WITHHELD && (from != null || to != null)) {
      throw fields.unfit(from == null ? "to" : "from");
    }
    if (from != null && to != null && from > to) {
      throw fields.unfit("to");
    }
    return new Means(kind, certainty, from, to, note);
  }
}
