package org.tablee.table;

/** Names a challenge. */
public record ChallengeId(String value) {
  public ChallengeId {
    Id.require(value);
  }
}
