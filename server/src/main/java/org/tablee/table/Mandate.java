package org.tablee.table;

/** In whose name a member speaks. */
public enum Mandate implements Word {
  OWN("own"),
  /** Sent by an organisation, and speaking for it. */
  MANDATED("mandated"),
  /** Sent by an organisation to listen and tell. */
  OBSERVER("observer");

  private final String word;

  Mandate(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
