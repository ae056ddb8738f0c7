package org.tablee.table;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tablee.table.VoteCommand.CloseVote;
import org.tablee.table.VoteCommand.DropVote;
import org.tablee.table.VoteCommand.OpenVote;
import org.tablee.table.VoteCommand.PublishVote;

/** Commands about votes that members might send, but for ballots, which no commit answers. */
final class RandomVotes {
  private final SplittableRandom random;
  private int made;

  RandomVotes(SplittableRandom random) {
    this.random = random;
  }

  /** One command, made by somebody who saw this state. */
  VoteCommand next(Table seen) {
    var votes = seen.votes().inOrder();
    if (votes.isEmpty() || random.nextInt(3) == 0) {
      return open();
    }
    var vote = votes.get(random.nextInt(votes.size())).id();
    return switch (random.nextInt(4)) {
      case 0, 1 -> new CloseVote(vote);
      case 2 -> new PublishVote(vote);
      default -> new DropVote(vote);
    };
  }

  private OpenVote open() {
    var id = "v-" + random.nextInt(1_000) + "-" + made++;
    var method = VoteMethod.values()[random.nextInt(VoteMethod.values().length)];
    var options = new ArrayList<VoteOption>();
    while (options.size() < method.optionsMax() && options.size() < 3) {
      var option = id + "-" + options.size();
      options.add(new VoteOption(new OptionId(option), new Line("Option " + option)));
    }
    return new OpenVote(
        new VoteId(id),
        null,
        new Line("Question " + id),
        method,
        List.copyOf(options),
        random.nextBoolean(),
        method == VoteMethod.DOTS ? 1 + random.nextInt(20) : null);
  }
}
