package org.tablee.people;

import org.tablee.table.Refusal;

/** What became of somebody at the door. */
public sealed interface Entry {
  /**
   * They are in.
   *
   * @param token of their session, new or as presented
   * @param isNew whether this is a participant that was not there before
   */
  record In(Seated seated, Token token, boolean isNew) implements Entry {}

  /** They are not. */
  record Refused(Refusal refusal) implements Entry {}
}
