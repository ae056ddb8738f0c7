package org.tablee.table;

import java.util.List;

/**
 * What a vote came to.
 *
 * @param colleges those that may be told, in the order of the table
 */
public record VoteResults(Tally total, List<OfCollege> colleges) {
  public VoteResults {
    colleges = List.copyOf(colleges);
  }

  /** What the ballots of one college come to. */
  public record OfCollege(CollegeId college, Tally tally) {}
}
