package org.tablee.table;

/** How a vote asks, and so what a ballot says and how ballots are counted. */
public enum VoteMethod implements Word {
  /** One consents, has a reserve, objects or abstains. */
  CONSENT("consent", 0, 0),
  /** Each option gets one of seven grades. */
  JUDGMENT("judgment", 1, 20),
  /** Each voter has so many dots to lay on the options. */
  DOTS("dots", 2, 20),
  /** One puts the options in an order. */
  RANKING("ranking", 2, 20),
  /** A value from 1 to 10, or one does not know. */
  SCALE("scale", 0, 0),
  YESNO("yesno", 0, 0);

  private final String word;
  private final int optionsMin;
  private final int optionsMax;

  VoteMethod(String word, int optionsMin, int optionsMax) {
    this.word = word;
    this.optionsMin = optionsMin;
    this.optionsMax = optionsMax;
  }

  @Override
  public String word() {
    return word;
  }

  /** Options of a vote, at least. */
  public int optionsMin() {
    return optionsMin;
  }

  /** Options of a vote, at most; 0 where it has none. */
  public int optionsMax() {
    return optionsMax;
  }

  public boolean hasOptions() {
    return optionsMax > 0;
  }
}
