package org.tablee.table;

/** The lists of a table that a facilitator opens, closes and puts aside. */
public enum ListName implements Word {
  TERMS("terms", Phase.FRAME),
  GLOSSARY("glossary", Phase.FRAME),
  FINDINGS("findings", Phase.DIAGNOSIS),
  CHALLENGES("challenges", Phase.DEBATE),
  PROPOSALS("proposals", Phase.PROPOSALS);

  private final String word;
  private final Phase phase;

  ListName(String word, Phase phase) {
    this.word = word;
    this.phase = phase;
  }

  @Override
  public String word() {
    return word;
  }

  /** Whether what is added to this list in that phase comes after the phase the list belongs to. */
  public boolean isLateIn(Phase now) {
    return now.compareTo(phase) > 0;
  }
}
