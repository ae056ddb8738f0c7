package org.tablee.table.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tablee.table.Ballot;
import org.tablee.table.BallotChoice;
import org.tablee.table.OptionId;
import org.tablee.table.Score;
import org.tablee.table.Tally;
import org.tablee.table.Tally.Middle;
import org.tablee.table.Tally.OfChoices;
import org.tablee.table.Tally.OfOptions;
import org.tablee.table.Tally.OfValues;
import org.tablee.table.Tally.OptionTally;
import org.tablee.table.VoteMethod;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CountingBallotsTest {
  private static final OptionId A = new OptionId("a");
  private static final OptionId B = new OptionId("b");
  private static final OptionId C = new OptionId("c");
  private static final List<OptionId> ABC = List.of(A, B, C);

  static LongStream seeds() {
    var seed = Long.getLong("seed");
    return seed == null ? LongStream.range(0, 200) : LongStream.of(seed);
  }

  private static Tally count(VoteMethod method, List<? extends Ballot> ballots) {
    return Counting.count(method, ABC, List.copyOf(ballots));
  }

  private static List<Ballot> choices(BallotChoice... choices) {
    return List.of(choices).stream().<Ballot>map(Ballot.Choice::new).toList();
  }

  @Test
  void VO10_a_consent_round_counts_each_choice_and_shows_whether_anyone_objects() {
    assertThat(
            count(
                VoteMethod.CONSENT,
                choices(
                    BallotChoice.CONSENT,
                    BallotChoice.RESERVE,
                    BallotChoice.CONSENT,
                    BallotChoice.ABSTAIN)))
        .isEqualTo(
            new OfChoices(
                4,
                List.of(
                    new OfChoices.Count(BallotChoice.CONSENT, 2),
                    new OfChoices.Count(BallotChoice.RESERVE, 1),
                    new OfChoices.Count(BallotChoice.OBJECT, 0),
                    new OfChoices.Count(BallotChoice.ABSTAIN, 1))));
  }

  @Test
  void VO10_yes_and_no_are_counted_as_they_are() {
    assertThat(
            count(VoteMethod.YESNO, choices(BallotChoice.NO, BallotChoice.YES, BallotChoice.YES)))
        .isEqualTo(
            new OfChoices(
                3,
                List.of(
                    new OfChoices.Count(BallotChoice.YES, 2),
                    new OfChoices.Count(BallotChoice.NO, 1),
                    new OfChoices.Count(BallotChoice.ABSTAIN, 0))));
  }

  /** One ballot a column: the grades of a, b and c. */
  private static List<Ballot> graded(int[]... columns) {
    var ballots = new ArrayList<Ballot>();
    for (var column : columns) {
      var grades = new TreeMap<OptionId, Integer>();
      for (int at = 0; at < column.length; at++) {
        grades.put(ABC.get(at), column[at]);
      }
      ballots.add(new Ballot.Grades(grades));
    }
    return ballots;
  }

  private static int[] of(int... numbers) {
    return numbers;
  }

  @Test
  void VO11_the_median_grade_ranks_first_and_of_an_even_number_it_is_the_lower_one() {
    var tally =
        (OfOptions)
            count(VoteMethod.JUDGMENT, graded(of(6, 0, 3), of(6, 0, 3), of(1, 5, 3), of(0, 6, 3)));

    assertThat(tally)
        .isEqualTo(
            new OfOptions(
                4,
                List.of(
                    new OptionTally(A, List.of(1, 1, 0, 0, 0, 0, 2), 1, 2),
                    new OptionTally(B, List.of(2, 0, 0, 0, 0, 1, 1), 0, 3),
                    new OptionTally(C, List.of(0, 0, 0, 4, 0, 0, 0), 3, 1))));
  }

  @Test
  void VO11_of_equal_medians_the_majority_gauge_decides() {
    // All have the median 3. a: two above, one below (leans up). b: one above, two below.
    // c: one above, one below, which does not lean up, and has fewer below than b.
    var tally =
        (OfOptions)
            count(
                VoteMethod.JUDGMENT,
                graded(of(6, 6, 6), of(5, 3, 3), of(3, 3, 3), of(3, 1, 3), of(0, 0, 0)));

    assertThat(tally.options().stream().map(OptionTally::score)).isEqualTo(List.of(3, 3, 3));
    assertThat(tally.options().stream().map(OptionTally::rank)).isEqualTo(List.of(1, 3, 2));
  }

  @Test
  void VO11_options_with_the_same_gauge_share_a_rank_and_nobody_is_graded_without_ballots() {
    var same = (OfOptions) count(VoteMethod.JUDGMENT, graded(of(4, 4, 2), of(5, 5, 2)));
    var none = (OfOptions) count(VoteMethod.JUDGMENT, List.of());

    assertThat(same.options().stream().map(OptionTally::rank)).isEqualTo(List.of(1, 1, 3));
    assertThat(none.options().stream().map(OptionTally::rank)).isEqualTo(List.of(1, 1, 1));
  }

  private static Ballot dots(int a, int b, int c) {
    var dots = new TreeMap<OptionId, Integer>();
    dots.put(A, a);
    dots.put(B, b);
    dots.put(C, c);
    return new Ballot.Dots(dots);
  }

  @Test
  void VO12_dots_are_summed_and_whoever_laid_any_is_counted_once() {
    assertThat(count(VoteMethod.DOTS, List.of(dots(3, 0, 0), dots(1, 1, 1), dots(0, 1, 0))))
        .isEqualTo(
            new OfOptions(
                3,
                List.of(
                    new OptionTally(A, List.of(2), 4, 1),
                    new OptionTally(B, List.of(2), 2, 2),
                    new OptionTally(C, List.of(1), 1, 3))));
  }

  @Test
  void VO13_each_place_gives_as_many_points_as_options_could_stand_below_it() {
    assertThat(
            count(
                VoteMethod.RANKING,
                List.of(
                    new Ballot.Order(List.of(A, B, C)),
                    new Ballot.Order(List.of(B, C, A)),
                    new Ballot.Order(List.of(B)),
                    new Ballot.Order(List.of()))))
        .isEqualTo(
            new OfOptions(
                4,
                List.of(
                    new OptionTally(A, List.of(1, 0, 1), 2, 2),
                    new OptionTally(B, List.of(2, 1, 0), 5, 1),
                    new OptionTally(C, List.of(0, 1, 1), 1, 3))));
  }

  @Test
  void VO14_a_scale_shows_every_value_who_does_not_know_and_the_two_in_the_middle() {
    var ballots =
        List.of(
            new Ballot.Value(new Score(2)),
            new Ballot.Value(new Score(9)),
            new Ballot.Value(null),
            new Ballot.Value(new Score(5)),
            new Ballot.Value(new Score(2)));

    assertThat(count(VoteMethod.SCALE, ballots))
        .isEqualTo(new OfValues(5, List.of(0, 2, 0, 0, 1, 0, 0, 0, 1, 0), 1, new Middle(2, 5)));
    assertThat(count(VoteMethod.SCALE, ballots.subList(0, 4)))
        .isEqualTo(new OfValues(4, List.of(0, 1, 0, 0, 1, 0, 0, 0, 1, 0), 1, new Middle(5, 5)));
    assertThat(count(VoteMethod.SCALE, List.of(new Ballot.Value(null))))
        .isEqualTo(new OfValues(1, Collections.nCopies(10, 0), 1, null));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void VO15_what_comes_out_does_not_depend_on_the_order_of_the_ballots(long seed) {
    for (var method : VoteMethod.values()) {
      var ballots = ballots(method, new SplittableRandom(seed));
      var shuffled = new ArrayList<>(ballots);
      Collections.shuffle(shuffled, new Random(seed));

      assertThat(count(method, shuffled)).isEqualTo(count(method, ballots));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void VO15_an_option_fares_the_same_wherever_it_stands_in_the_question(long seed) {
    for (var method : VoteMethod.values()) {
      if (method.hasOptions()) {
        var ballots = ballots(method, new SplittableRandom(seed));
        var turned = (OfOptions) Counting.count(method, List.of(C, A, B), ballots);
        var straight = (OfOptions) count(method, ballots);

        assertThat(turned.options()).containsExactlyInAnyOrderElementsOf(straight.options());
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void VO11_a_better_grade_never_harms_an_option(long seed) {
    var random = new SplittableRandom(seed);
    var ballots = new ArrayList<>(ballots(VoteMethod.JUDGMENT, random));
    var before = rank((OfOptions) count(VoteMethod.JUDGMENT, ballots), A);
    int at = random.nextInt(ballots.size());
    var grades = new TreeMap<>(((Ballot.Grades) ballots.get(at)).grades());
    grades.merge(A, 1, (old, one) -> Math.min(Ballot.Grades.BEST, old + one));
    ballots.set(at, new Ballot.Grades(grades));

    assertThat(rank((OfOptions) count(VoteMethod.JUDGMENT, ballots), A))
        .isLessThanOrEqualTo(before);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void VO11_a_median_is_at_most_what_more_than_half_gave_and_at_least_what_half_gave(long seed) {
    var tally =
        (OfOptions)
            count(VoteMethod.JUDGMENT, ballots(VoteMethod.JUDGMENT, new SplittableRandom(seed)));
    for (var option : tally.options()) {
      int atLeast = sum(option.counts().subList(option.score(), 7));
      int more = sum(option.counts().subList(option.score() + 1, 7));

      assertThat(2 * atLeast).isGreaterThan(tally.ballots());
      assertThat(2 * more).isLessThanOrEqualTo(tally.ballots());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void VO13_complete_orders_give_out_all_points_and_turned_round_they_turn_the_result_round(
      long seed) {
    var random = new Random(seed);
    var ballots = new ArrayList<Ballot>();
    var reversed = new ArrayList<Ballot>();
    for (int i = 0; i < 1 + random.nextInt(9); i++) {
      var order = new ArrayList<>(ABC);
      Collections.shuffle(order, random);
      ballots.add(new Ballot.Order(order));
      reversed.add(new Ballot.Order(order.reversed()));
    }
    var straight = (OfOptions) count(VoteMethod.RANKING, ballots);
    var turned = (OfOptions) count(VoteMethod.RANKING, reversed);

    assertThat(straight.options().stream().mapToInt(OptionTally::score).sum())
        .isEqualTo(3 * ballots.size());
    for (int at = 0; at < 3; at++) {
      assertThat(straight.options().get(at).score() + turned.options().get(at).score())
          .isEqualTo(2 * ballots.size());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void VO13_what_two_groups_both_put_first_is_first_for_both_together(long seed) {
    var random = new SplittableRandom(seed);
    var some = ballots(VoteMethod.RANKING, random);
    var others = ballots(VoteMethod.RANKING, random);
    var all = new ArrayList<>(some);
    all.addAll(others);
    for (var option : ABC) {
      if (rank((OfOptions) count(VoteMethod.RANKING, some), option) == 1
          && rank((OfOptions) count(VoteMethod.RANKING, others), option) == 1) {
        assertThat(rank((OfOptions) count(VoteMethod.RANKING, all), option)).isEqualTo(1);
      }
    }
  }

  private static int rank(OfOptions tally, OptionId option) {
    return tally.options().stream()
        .filter(one -> one.option().equals(option))
        .findFirst()
        .orElseThrow()
        .rank();
  }

  private static int sum(List<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  private static List<Ballot> ballots(VoteMethod method, SplittableRandom random) {
    return IntStream.range(0, 1 + random.nextInt(12))
        .mapToObj(_ -> ballot(method, random))
        .toList();
  }

  private static Ballot ballot(VoteMethod method, SplittableRandom random) {
    return switch (method) {
      case CONSENT, YESNO -> {
        var offered = BallotChoice.of(method);
        yield new Ballot.Choice(offered.get(random.nextInt(offered.size())));
      }
      case JUDGMENT ->
          graded(of(random.nextInt(7), random.nextInt(7), random.nextInt(7))).getFirst();
      case DOTS -> dots(random.nextInt(4), random.nextInt(4), random.nextInt(4));
      case RANKING -> {
        var order = new ArrayList<>(ABC);
        Collections.shuffle(order, new Random(random.nextLong()));
        yield new Ballot.Order(order.subList(0, random.nextInt(4)));
      }
      case SCALE ->
          new Ballot.Value(random.nextInt(5) == 0 ? null : new Score(1 + random.nextInt(10)));
    };
  }
}
