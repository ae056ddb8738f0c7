package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What some ballots of one vote come to, counted. */
public sealed interface Tally {
  /** How many ballots were counted. */
  int ballots();

  /** How often each choice of the method was made, in the order in which they are offered. */
  record OfChoices(int ballots, List<Count> choices) implements Tally {
    public OfChoices {
      choices = List.copyOf(choices);
    }

    /** One choice, and how many made it. */
    public record Count(BallotChoice choice, int count) {}
  }

  /** What each option got, in the order in which the options were asked. */
  record OfOptions(int ballots, List<OptionTally> options) implements Tally {
    public OfOptions {
      options = List.copyOf(options);
    }
  }

  /**
   * What one option got.
   *
   * @param counts of a judgment, how many gave each grade, the worst first; of dots, how many laid
   *     any; of a ranking, how many put it in each place, the first first
   * @param score of a judgment, the median grade; of dots, their sum; of a ranking, its points
   * @param rank 1 for the best; those that nothing tells apart share one
   */
  record OptionTally(OptionId option, List<Integer> counts, int score, int rank) {
    public OptionTally {
      counts = List.copyOf(counts);
    }
  }

  /**
   * How many gave each value of a scale.
   *
   * @param values from 1 upwards
   * @param unknown how many do not know
   * @param middle {@code null} where nobody gave a value
   */
  record OfValues(int ballots, List<Integer> values, int unknown, @Nullable Middle middle)
      implements Tally {
    public OfValues {
      values = List.copyOf(values);
    }
  }

  /**
   * The two values in the middle, whose mean is the median; of an odd number of values, the same
   * twice.
   */
  record Middle(int lower, int upper) {}
}
