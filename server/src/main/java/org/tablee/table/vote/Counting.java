package org.tablee.table.vote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tablee.table.Ballot;
import org.tablee.table.BallotChoice;
import org.tablee.table.OptionId;
import org.tablee.table.Score;
import org.tablee.table.Tally;
import org.tablee.table.Tally.Middle;
import org.tablee.table.Tally.OptionTally;
import org.tablee.table.VoteMethod;

/**
 * Counts ballots: what comes out depends on the ballots alone, not on their order. How and why so:
 * {@code decisions/0006-votes.md}.
 */
final class Counting {
  private static final int GRADES = Ballot.Grades.BEST + 1;

  private Counting() {}

  /**
   * Counts ballots of one vote.
   *
   * @param options those of the vote
   * @param ballots each fits the method and the options
   */
  static Tally count(VoteMethod method, List<OptionId> options, List<Ballot> ballots) {
    return switch (method) {
      case CONSENT, YESNO -> choices(BallotChoice.of(method), of(Ballot.Choice.class, ballots));
      case JUDGMENT -> judgment(options, of(Ballot.Grades.class, ballots));
      case DOTS -> dots(options, of(Ballot.Dots.class, ballots));
      case RANKING -> ranking(options, of(Ballot.Order.class, ballots));
      case SCALE -> scale(of(Ballot.Value.class, ballots));
    };
  }

  private static <B extends Ballot> List<B> of(Class<B> kind, List<Ballot> ballots) {
    return ballots.stream().map(kind::cast).toList();
  }

  private static Tally.OfChoices choices(List<BallotChoice> offered, List<Ballot.Choice> ballots) {
    return new Tally.OfChoices(
        ballots.size(),
        offered.stream()
            .map(choice ->
                new Tally.OfChoices.Count(
                    choice, count(ballots.stream().map(Ballot.Choice::choice).toList(), choice)))
            .toList());
  }

  private static <T> int count(List<T> among, T one) {
    return (int) among.stream().filter(one::equals).count();
  }

  /** Ranked by majority gauge. */
  private static Tally.OfOptions judgment(List<OptionId> options, List<Ballot.Grades> ballots) {
    var gauges = new ArrayList<Gauge>();
    for (var option : options) {
      var given = ballots.stream().map(ballot -> grade(ballot, option)).toList();
      gauges.add(Gauge.of(IntStream.range(0, GRADES).map(grade -> count(given, grade)).toArray()));
    }
    return tally(
        ballots.size(),
        IntStream.range(0, options.size())
            .mapToObj(at -> {
              var gauge = gauges.get(at);
              return new OptionTally(
                  options.get(at), gauge.counts(), gauge.median(), rank(gauge, gauges));
            })
            .toList());
  }

  private static int grade(Ballot.Grades ballot, OptionId option) {
    return ballot.grades().getOrDefault(option, 0);
  }

  private static int rank(Gauge one, List<Gauge> all) {
    return 1 + (int) all.stream().filter(other -> other.compareTo(one) > 0).count();
  }

  private static Tally.OfOptions dots(List<OptionId> options, List<Ballot.Dots> ballots) {
    var given = new ArrayList<OptionTally>();
    for (var option : options) {
      var dots = ballots.stream().mapToInt(one -> one.dots().getOrDefault(option, 0)).toArray();
      int givers = (int) IntStream.of(dots).filter(some -> some > 0).count();
      given.add(new OptionTally(option, List.of(givers), IntStream.of(dots).sum(), 1));
    }
    return byScore(ballots.size(), given);
  }

  /**
   * By Borda: of m options, the one in place p gets m − p points, those that were left out get
   * none.
   */
  private static Tally.OfOptions ranking(List<OptionId> options, List<Ballot.Order> ballots) {
    var given = new ArrayList<OptionTally>();
    int all = options.size();
    for (var option : options) {
      var places = ballots.stream().map(ballot -> ballot.order().indexOf(option)).toList();
      var counts = IntStream.range(0, all).mapToObj(place -> count(places, place)).toList();
      int points =
          IntStream.range(0, all).map(place -> counts.get(place) * (all - 1 - place)).sum();
      given.add(new OptionTally(option, counts, points, 1));
    }
    return byScore(ballots.size(), given);
  }

  private static Tally.OfOptions byScore(int ballots, List<OptionTally> given) {
    return tally(
        ballots,
        given.stream()
            .map(one ->
                new OptionTally(
                    one.option(),
                    one.counts(),
                    one.score(),
                    1 + (int) given.stream().filter(it -> it.score() > one.score()).count()))
            .toList());
  }

  private static Tally.OfOptions tally(int ballots, List<OptionTally> options) {
    return new Tally.OfOptions(ballots, options);
  }

  private static Tally.OfValues scale(List<Ballot.Value> ballots) {
    var values = new ArrayList<Integer>();
    for (var ballot : ballots) {
      var score = ballot.value();
      if (score != null) {
        values.add(score.value());
      }
    }
    values.sort(Comparator.naturalOrder());
    return new Tally.OfValues(
        ballots.size(),
        IntStream.rangeClosed(Score.LEAST, Score.MOST)
            .mapToObj(value -> count(values, value))
            .toList(),
        ballots.size() - values.size(),
        middle(values));
  }

  private static @Nullable Middle middle(List<Integer> sorted) {
    int all = sorted.size();
    return all == 0 ? null : new Middle(sorted.get((all - 1) / 2), sorted.get(all / 2));
  }
}
