package org.tablee.table;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tablee.table.RoundCommand.CloseRound;
import org.tablee.table.RoundCommand.DropRound;
import org.tablee.table.RoundCommand.HandIn;
import org.tablee.table.RoundCommand.OpenRound;
import org.tablee.table.RoundCommand.RevealRound;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.round.Round;
import org.tablee.table.round.RoundState;

/** Commands about rounds that a member might send, most of them sensible, from a seed. */
public final class RandomRounds {
  private final SplittableRandom random;
  private final String member;
  private int made;

  public RandomRounds(long seed, String member) {
    this.random = new SplittableRandom(seed);
    this.member = member;
  }

  /** One command, made by somebody who saw this state. */
  public ByMember next(Table seen) {
    var known = seen.rounds().inOrder();
    var open = known.stream().filter(round -> round.state() == RoundState.OPEN).toList();
    if (known.isEmpty() || (open.isEmpty() && random.nextInt(3) == 0)) {
      return open();
    }
    // Often one that is open, now and then one that is over.
    var round = open.isEmpty() || random.nextInt(8) == 0 ? any(known) : any(open);
    return switch (random.nextInt(20)) {
      case 0 -> open();
      case 1 -> new CloseRound(round.id());
      case 2, 3 -> new RevealRound(round.id());
      case 4 -> new DropRound(round.id());
      default -> handIn(round);
    };
  }

  private OpenRound open() {
    return new OpenRound(
        new RoundId("r-%s-%d".formatted(member, made++)),
        any(List.of(RoundKind.values())),
        new Line("De quoi doutons-nous ?"),
        random.nextBoolean(),
        random.nextBoolean() ? 60 + random.nextInt(600) : null);
  }

  private HandIn handIn(Round round) {
    // Another device of the same member, now and then.
    int device = random.nextInt(6) == 0 ? 1 : 0;
    var entries = new ArrayList<Line>();
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      entries.add(new Line("Entrée de %s, la %dᵉ".formatted(member, made++)));
    }
    var key = "key-%d-of-%s-in-%s-".formatted(device, member, round.id().value());
    return new HandIn(round.id(), new DeviceKey(key + "0".repeat(22)), entries);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
