package org.tablee.table;

import org.jspecify.annotations.Nullable;

/**
 * A ballot while nobody may see it.
 *
 * @param college of a secret ballot, the college that it is counted for besides the total; {@code
 *     null} where it is counted in the total alone, and in a named vote, where the name tells it
 */
public record SealedBallot(Ballot ballot, @Nullable CollegeId college) implements BoxContent {
  @Override
  public String toString() {
    return "SealedBallot";
  }
}
