package org.tablee.table;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
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
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.proposal.Proposal;

/** Commands about proposals that members might send, most of them sensible. */
final class RandomProposals {
  private final SplittableRandom random;
  private int made;

  RandomProposals(SplittableRandom random) {
    this.random = random;
  }

  /** One command, made by somebody who saw this state. */
  ByMember next(Table seen) {
    var known = seen.proposals().inOrder();
    if (known.isEmpty() || random.nextInt(15) == 0) {
      return new AddProposal(new ProposalId(fresh("p")), words());
    }
    var proposal = any(known);
    return switch (random.nextInt(4)) {
      case 0 -> brief(seen, proposal);
      case 1 -> discussed(seen, proposal);
      case 2 -> amended(seen, proposal);
      default -> new EditText(proposal.text(), seen.seq(), change(seen, proposal));
    };
  }

  private ByMember brief(Table seen, Proposal proposal) {
    var id = proposal.id();
    return switch (random.nextInt(12)) {
      case 0 -> new RenameProposal(id, words());
      case 1 -> new MoveProposal(id, any(seen.proposals().inOrder()).id());
      case 2 -> new WithdrawProposal(id);
      case 3, 4 -> new RestoreProposal(id);
      case 5 -> new LinkProposal(id, item(seen));
      case 6 -> new UnlinkProposal(id, item(seen));
      case 7 -> new CarryProposal(id);
      case 8 -> new StopCarrying(id);
      case 9 -> new NameCarrier(id, perhaps());
      case 10 -> new SetCompetence(id, any(List.of(Competence.values())));
      default -> new SetMeans(id, means());
    };
  }

  private ByMember discussed(Table seen, Proposal proposal) {
    var id = proposal.id();
    var disagreements = proposal.discussion().disagreements();
    return switch (random.nextInt(10)) {
      case 0 -> new ShowStrip(random.nextBoolean());
      case 1 -> new MaintainDisagreement(new DisagreementId(fresh("d")), id, words());
      case 2 ->
          disagreements.isEmpty()
              ? new ShowStrip(true)
              : new LiftDisagreement(any(disagreements).id(), perhaps());
      case 3, 4 -> new RecordDissent(id, perhaps());
      default -> {
        var position = any(List.of(Stance.values()));
        var reason = position.needsReason() ? words() : perhaps();
        var span =
            seen.seq().value() - seen.proposals().list().existing(id.value()).textSeq().value();
        var seenAt = new Seq(seen.seq().value() - random.nextLong(span + 1));
        yield new TakePosition(id, position, reason, reason, seenAt);
      }
    };
  }

  private ByMember amended(Table seen, Proposal proposal) {
    var amendments = proposal.discussion().amendments();
    if (amendments.isEmpty() || random.nextInt(3) == 0) {
      return new SuggestAmendment(
          new AmendmentId(fresh("a")), proposal.id(), seen.seq(), change(seen, proposal), words());
    }
    var amendment = any(amendments).id();
    return switch (random.nextInt(4)) {
      case 0 -> new AcceptAmendment(amendment, perhaps());
      case 1 -> new DeclineAmendment(amendment, words());
      case 2 -> new WithdrawAmendment(amendment);
      default -> new ProposeDeclined(new ProposalId(fresh("p")), amendment, words());
    };
  }

  private org.tablee.text.Delta change(Table seen, Proposal proposal) {
    return RandomCommands.change(seen, proposal.text(), random);
  }

  private ItemId item(Table seen) {
    var findings = seen.diagnosis().inOrder();
    return new ItemId(findings.isEmpty() ? "none" : any(findings).id().value());
  }

  private List<Means> means() {
    var most = random.nextLong(1_000);
    return random.nextBoolean()
        ? List.of(new Means(MeansKind.DATA, Certainty.WITHHELD, null, null, null))
        : List.of(
            new Means(MeansKind.MONEY, Certainty.ESTIMATED, most / 2, most, words()),
            new Means(MeansKind.HOURS, Certainty.KNOWN, null, most, null));
  }

  private String fresh(String kind) {
    return kind + "-" + random.nextInt(1_000) + "-" + made++;
  }

  private Line words() {
    return new Line("Parole n° " + random.nextInt(1_000));
  }

  private @Nullable Line perhaps() {
    return random.nextBoolean() ? words() : null;
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
