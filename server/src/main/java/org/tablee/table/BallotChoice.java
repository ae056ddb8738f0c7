package org.tablee.table;

import java.util.List;

/** What a ballot says where one word says it all. */
public enum BallotChoice implements Word {
  CONSENT("consent"),
  RESERVE("reserve"),
  OBJECT("object"),
  YES("yes"),
  NO("no"),
  ABSTAIN("abstain");

  private final String word;

  BallotChoice(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** The choices that a method offers, in the order in which they are shown; none for most. */
  public static List<BallotChoice> of(VoteMethod method) {
    return switch (method) {
      case CONSENT -> List.of(CONSENT, RESERVE, OBJECT, ABSTAIN);
      case YESNO -> List.of(YES, NO, ABSTAIN);
      case JUDGMENT, DOTS, RANKING, SCALE -> List.of();
    };
  }
}
