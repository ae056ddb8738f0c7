package org.tablee.table.vote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.table.Ballot;
import org.tablee.table.BallotChoice;
import org.tablee.table.BoxContent;
import org.tablee.table.College;
import org.tablee.table.CollegeId;
import org.tablee.table.Decision;
import org.tablee.table.DeviceKey;
import org.tablee.table.Given;
import org.tablee.table.Hand;
import org.tablee.table.Inside;
import org.tablee.table.ParticipantId;
import org.tablee.table.ProposalId;
import org.tablee.table.RefusalCode;
import org.tablee.table.Role;
import org.tablee.table.SealedBallot;
import org.tablee.table.Slot;
import org.tablee.table.Table;
import org.tablee.table.VoteCommand;
import org.tablee.table.VoteCommand.CastBallot;
import org.tablee.table.VoteCommand.CloseVote;
import org.tablee.table.VoteCommand.DropVote;
import org.tablee.table.VoteCommand.OpenVote;
import org.tablee.table.VoteCommand.PublishVote;
import org.tablee.table.VoteEvent.NamedBallot;
import org.tablee.table.VoteEvent.VoteClosed;
import org.tablee.table.VoteEvent.VoteDropped;
import org.tablee.table.VoteEvent.VoteOpened;
import org.tablee.table.VoteEvent.VotePublished;

/** Decides what is asked of votes. */
public final class VoteRules {
  /** Votes of a table, at most. */
  static final int VOTES_MAX = 100;

  private VoteRules() {}

  public static Decision decide(Table table, ParticipantId by, VoteCommand command) {
    if (command instanceof OpenVote open) {
      return open(table, open);
    }
    var vote = table.votes().find(command.vote());
    if (vote == null) {
      return Decision.refuseField("/vote");
    }
    return switch (command) {
      case OpenVote open -> open(table, open);
      case CastBallot(_, var key, var ballot) -> cast(table, by, vote, key, ballot);
      case CloseVote _ ->
          vote.state() == VoteState.OPEN
              ? new Decision.CloseBox(vote.id().box(), List.of(new VoteClosed(vote.id())))
              : Decision.refuse(RefusalCode.VOTE_CLOSED);
      case PublishVote _ -> publish(vote);
      case DropVote _ ->
          vote.isOver()
              ? Decision.refuse(RefusalCode.VOTE_CLOSED)
              : new Decision.CloseBox(vote.id().box(), List.of(new VoteDropped(vote.id())));
    };
  }

  private static Decision open(Table table, OpenVote open) {
    if (table.isTaken(open.vote().value())) {
      return Decision.refuseField("/vote");
    }
    var about = open.about();
    if (about != null && !stands(table, about)) {
      return Decision.refuseField("/about");
    }
    var taken = new HashSet<>(List.of(open.vote().value()));
    for (int at = 0; at < open.options().size(); at++) {
      var id = open.options().get(at).id().value();
      if (!taken.add(id) || table.isTaken(id)) {
        return Decision.refuseField("/options/" + at + "/id");
      }
    }
    if (table.votes().inOrder().size() >= VOTES_MAX) {
      return Decision.refuse(RefusalCode.LIST_FULL);
    }
    return Decision.accept(
        new VoteOpened(
            open.vote(),
            about,
            open.question(),
            open.method(),
            open.options(),
            open.secret(),
            open.dots()));
  }

  private static boolean stands(Table table, ProposalId id) {
    var proposal = table.proposals().find(id);
    return proposal != null && !proposal.isWithdrawn();
  }

  private static Decision cast(
      Table table, ParticipantId by, Vote vote, DeviceKey key, Ballot ballot) {
    // Whoever has a ballot in may be asking again what came in before: the box knows.
    if (vote.state() != VoteState.OPEN && !vote.hasVoted(by)) {
      return Decision.refuse(RefusalCode.VOTE_CLOSED);
    }
    var unfit = unfit(vote, ballot);
    if (unfit != null) {
      return Decision.refuseField(unfit);
    }
    var given = new Given(by, Slot.ONLY);
    var hand = vote.isSecret() ? new Hand.Unsigned(given, key) : new Hand.Signed(given);
    var college = vote.isSecret() ? countedCollege(table, by) : null;
    return new Decision.PutIn(
        vote.id().box(), hand, new SealedBallot(ballot, college), RefusalCode.VOTE_CLOSED);
  }

  /** The field in which a ballot does not fit its vote; {@code null} where it fits. */
  private static @Nullable String unfit(Vote vote, Ballot ballot) {
    var options = vote.options();
    return switch (ballot) {
      case Ballot.Choice(var choice) ->
          BallotChoice.of(vote.opened().method()).contains(choice) ? null : "/ballot/choice";
      case Ballot.Grades(var grades) ->
          isOf(vote, ballot) && grades.keySet().equals(new HashSet<>(options))
              ? null
              : "/ballot/grades";
      case Ballot.Dots dots ->
          isOf(vote, ballot)
                  && options.containsAll(dots.dots().keySet())
                  && dots.sum() <= dotsOf(vote)
              ? null
              : "/ballot/dots";
      case Ballot.Order(var order) ->
          isOf(vote, ballot) && options.containsAll(order) ? null : "/ballot/order";
      case Ballot.Value _ -> isOf(vote, ballot) ? null : "/ballot";
    };
  }

  private static boolean isOf(Vote vote, Ballot ballot) {
    return switch (vote.opened().method()) {
      case CONSENT, YESNO -> ballot instanceof Ballot.Choice;
      case JUDGMENT -> ballot instanceof Ballot.Grades;
      case DOTS -> ballot instanceof Ballot.Dots;
      case RANKING -> ballot instanceof Ballot.Order;
      case SCALE -> ballot instanceof Ballot.Value;
    };
  }

  private static int dotsOf(Vote vote) {
    var dots = vote.opened().dots();
    return dots == null ? 0 : dots;
  }

  /**
   * The college that a secret ballot bears in the box: none where so few are in it that its counts
   * could not be told anyway, for whoever reads the box would know their ballots.
   */
  private static @Nullable CollegeId countedCollege(Table table, ParticipantId by) {
    var college = collegeOf(table, by);
    if (college == null) {
      return null;
    }
    var seated =
        table.members().inOrder().stream()
            .filter(one -> college.equals(one.college()) && votes(one.role()))
            .count();
    return seated < Breakdown.BALLOTS_MIN ? null : college;
  }

  private static boolean votes(Role role) {
    return switch (role) {
      case PARTICIPANT, SCRIBE, FACILITATOR -> true;
      case OBSERVER, GUARANTOR, ORGANISER -> false;
    };
  }

  private static @Nullable CollegeId collegeOf(Table table, ParticipantId who) {
    var member = table.members().find(who);
    return member == null ? null : member.college();
  }

  private static Decision publish(Vote vote) {
    return switch (vote.state()) {
      // To close and to publish are two acts: nobody has a way to what is in an open vote.
      case OPEN -> Decision.refuse(RefusalCode.RIGHTS_RESULT);
      case CLOSED ->
          vote.isSecret() && vote.voted().size() < Breakdown.BALLOTS_MIN
              ? Decision.refuse(RefusalCode.VOTE_FEW)
              : new Decision.OpenBox(vote.id().box());
      case PUBLISHED, DROPPED -> Decision.refuse(RefusalCode.VOTE_CLOSED);
    };
  }

  /** The event that tells what came out: of a secret vote counts alone. */
  public static VotePublished open(Table table, PublishVote publish, Inside inside) {
    var vote = table.votes().existing(publish.vote());
    var colleges = table.existingHeader().colleges().stream().map(College::id).toList();
    return vote.isSecret()
        ? secret(table, vote, colleges, inside)
        : named(table, vote, colleges, inside);
  }

  private static VotePublished secret(
      Table table, Vote vote, List<CollegeId> colleges, Inside inside) {
    var voters = new ArrayList<@Nullable CollegeId>();
    inside.given().forEach(given -> voters.add(collegeOf(table, given.by())));
    var ballots = inside.contents().stream().map(one -> ballot(one.content())).toList();
    var results = new Breakdown(vote, colleges, ballots).secret(Breakdown.perCollege(voters));
    return new VotePublished(vote.id(), results, null);
  }

  private static VotePublished named(
      Table table, Vote vote, List<CollegeId> colleges, Inside inside) {
    var signed = new ArrayList<NamedBallot>();
    for (var one : inside.contents()) {
      if (one instanceof Inside.Content.Signed content) {
        signed.add(new NamedBallot(content.given().by(), ballot(content.content()).ballot()));
      } else {
        throw new IllegalArgumentException("no named ballot");
      }
    }
    signed.sort(Comparator.comparing(one -> one.by().value()));
    var ballots =
        signed.stream()
            .map(one -> new SealedBallot(one.ballot(), collegeOf(table, one.by())))
            .toList();
    return new VotePublished(vote.id(), new Breakdown(vote, colleges, ballots).named(), signed);
  }

  private static SealedBallot ballot(BoxContent content) {
    if (content instanceof SealedBallot ballot) {
      return ballot;
    }
    throw new IllegalArgumentException("no ballot: " + content);
  }
}
