package org.tablee.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.tablee.table.VoteCommand.CastBallot;
import org.tablee.table.VoteCommand.CloseVote;
import org.tablee.table.VoteCommand.DropVote;
import org.tablee.table.VoteCommand.OpenVote;
import org.tablee.table.VoteCommand.PublishVote;
import org.tablee.table.vote.Vote;
import org.tablee.table.vote.VoteState;

/** Commands about votes that a member might send, most of them sensible. */
public final class RandomVotes {
  private final SplittableRandom random;
  private final String member;
  private int made;

  public RandomVotes(SplittableRandom random, String member) {
    this.random = random;
    this.member = member;
  }

  /** One command, made by somebody who saw this state. */
  public VoteCommand next(Table seen) {
    var open =
        seen.votes().inOrder().stream().filter(vote -> vote.state() == VoteState.OPEN).toList();
    if (open.isEmpty() || random.nextInt(3) == 0) {
      return nextWithoutBallot(seen);
    }
    return cast(seen, any(random.nextInt(8) == 0 ? seen.votes().inOrder() : open));
  }

  /** One that a commit answers, where it is accepted. */
  VoteCommand nextWithoutBallot(Table seen) {
    var votes = seen.votes().inOrder();
    if (votes.isEmpty() || random.nextInt(3) == 0) {
      return open();
    }
    var vote = any(votes).id();
    return switch (random.nextInt(4)) {
      case 0, 1 -> new CloseVote(vote);
      case 2 -> new PublishVote(vote);
      default -> new DropVote(vote);
    };
  }

  private OpenVote open() {
    var id = "v-%s-%d-%d".formatted(member, random.nextInt(1_000), made++);
    var method = VoteMethod.values()[random.nextInt(VoteMethod.values().length)];
    var options = new ArrayList<VoteOption>();
    while (options.size() < Math.min(3, method.optionsMax())) {
      var option = id + "-" + options.size();
      options.add(new VoteOption(new OptionId(option), new Line("Option " + option)));
    }
    return new OpenVote(
        new VoteId(id),
        null,
        new Line("Question " + id),
        method,
        options,
        random.nextBoolean(),
        method == VoteMethod.DOTS ? 1 + random.nextInt(Ballot.Dots.DOTS_MAX) : null);
  }

  private CastBallot cast(Table seen, Vote vote) {
    // Another device of the same member, and a ballot of another vote, now and then.
    int device = random.nextInt(6) == 0 ? 1 : 0;
    var key = new DeviceKey("key-%d-of-%s-for-votes-0000".formatted(device, member));
    var like = random.nextInt(10) == 0 ? any(seen.votes().inOrder()) : vote;
    return new CastBallot(vote.id(), key, ballot(like));
  }

  private Ballot ballot(Vote vote) {
    var method = vote.opened().method();
    return switch (method) {
      case CONSENT, YESNO -> new Ballot.Choice(any(BallotChoice.of(method)));
      case JUDGMENT -> new Ballot.Grades(counts(vote, Ballot.Grades.BEST));
      case DOTS -> new Ballot.Dots(counts(vote, 2));
      case RANKING -> {
        var order = new ArrayList<>(vote.options());
        Collections.shuffle(order, new Random(random.nextLong()));
        yield new Ballot.Order(order.subList(0, random.nextInt(order.size() + 1)));
      }
      case SCALE ->
          new Ballot.Value(random.nextInt(5) == 0 ? null : new Score(1 + random.nextInt(10)));
    };
  }

  private TreeMap<OptionId, Integer> counts(Vote vote, int most) {
    var counts = new TreeMap<OptionId, Integer>();
    vote.options().forEach(option -> counts.put(option, random.nextInt(most + 1)));
    return counts;
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
