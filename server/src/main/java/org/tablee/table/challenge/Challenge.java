package org.tablee.table.challenge;

import java.time.Instant;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.tablee.table.ChallengeId;
import org.tablee.table.FindingId;
import org.tablee.table.Item;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.TextId;

/**
 * A theme that findings are gathered under. Its rich text stands under {@code text}.
 *
 * @param findings those gathered under it, in their shown order
 * @param ratings how much it matters to whom, by the latest rating; one a member
 * @param isLate added after the phase of the debate
 */
public record Challenge(
    ChallengeId id,
    Line title,
    TextId text,
    ParticipantId by,
    Instant at,
    PVector<FindingId> findings,
    PVector<Rated> ratings,
    boolean isLate,
    boolean isWithdrawn)
    implements Item {
  @Override
  public String key() {
    return id.value();
  }

  Challenge named(Line next) {
    return new Challenge(id, next, text, by, at, findings, ratings, isLate, isWithdrawn);
  }

  Challenge withdrawn(boolean next) {
    return new Challenge(id, title, text, by, at, findings, ratings, isLate, next);
  }

  Challenge with(FindingId finding) {
    return gathering(findings.plus(finding));
  }

  Challenge without(FindingId finding) {
    return gathering(findings.minus(finding));
  }

  /** With a finding in front of one that stands here. */
  Challenge with(FindingId finding, FindingId before) {
    return gathering(findings.plus(findings.indexOf(before), finding));
  }

  private Challenge gathering(PVector<FindingId> next) {
    return new Challenge(id, title, text, by, at, next, ratings, isLate, isWithdrawn);
  }

  Challenge rated(Rated one) {
    for (int i = 0; i < ratings.size(); i++) {
      if (ratings.get(i).by().equals(one.by())) {
        return rated(ratings.with(i, one));
      }
    }
    return rated(ratings.plus(one));
  }

  Challenge unrated() {
    return rated(TreePVector.empty());
  }

  private Challenge rated(PVector<Rated> next) {
    return new Challenge(id, title, text, by, at, findings, next, isLate, isWithdrawn);
  }
}
