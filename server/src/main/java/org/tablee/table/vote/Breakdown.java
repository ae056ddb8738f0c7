package org.tablee.table.vote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tablee.table.Ballot;
import org.tablee.table.CollegeId;
import org.tablee.table.SealedBallot;
import org.tablee.table.Tally;
import org.tablee.table.VoteResults;
import org.tablee.table.VoteResults.OfCollege;

/**
 * The results of one vote, in total and by college.
 *
 * @param colleges those of the table, in their order
 * @param ballots each with the college that it is counted for
 */
record Breakdown(Vote vote, List<CollegeId> colleges, List<SealedBallot> ballots) {
  /** Ballots below which nothing is told of a secret vote, and of one college of it. */
  static final int BALLOTS_MIN = 5;

  VoteResults named() {
    return results(colleges.stream().filter(college -> !of(college).isEmpty()).toList());
  }

  /**
   * Of a secret vote. A college is told where five of it voted. What is then left over, the total
   * without the colleges told, can be worked out by anyone: where that would be fewer than five
   * ballots, the smallest college that was to be told is not.
   *
   * @param voters how many of each college have voted: where some of their ballots do not bear the
   *     college, for it was small when they voted, its counts would not be those of the college
   */
  VoteResults secret(Map<CollegeId, Integer> voters) {
    var told = new ArrayList<CollegeId>();
    for (var college : colleges) {
      int count = of(college).size();
      if (count >= BALLOTS_MIN && count == voters.getOrDefault(college, 0)) {
        told.add(college);
      }
    }
    int rest = ballots.size() - told.stream().mapToInt(college -> of(college).size()).sum();
    if (rest > 0 && rest < BALLOTS_MIN && !told.isEmpty()) {
      told.remove(smallest(told));
    }
    return results(told);
  }

  private CollegeId smallest(List<CollegeId> told) {
    return told.stream()
        .min(Comparator.comparing(college -> of(college).size()))
        .orElseThrow(() -> new IllegalArgumentException("none"));
  }

  private VoteResults results(List<CollegeId> told) {
    return new VoteResults(
        count(ballots.stream().map(SealedBallot::ballot).toList()),
        told.stream().map(college -> new OfCollege(college, count(of(college)))).toList());
  }

  private List<Ballot> of(@Nullable CollegeId college) {
    return ballots.stream()
        .filter(ballot -> college != null && college.equals(ballot.college()))
        .map(SealedBallot::ballot)
        .toList();
  }

  private Tally count(List<Ballot> some) {
    return Counting.count(vote.opened().method(), vote.options(), some);
  }

  /** How many of each college are among these. */
  static Map<CollegeId, Integer> perCollege(List<@Nullable CollegeId> some) {
    var counts = new HashMap<CollegeId, Integer>();
    for (var college : some) {
      if (college != null) {
        counts.merge(college, 1, Integer::sum);
      }
    }
    return counts;
  }
}
