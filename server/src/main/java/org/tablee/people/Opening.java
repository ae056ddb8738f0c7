package org.tablee.people;

import org.tablee.table.Refusal;

/** What a secret opens. */
public sealed interface Opening {
  record Open(Invitation invitation) implements Opening {}

  /** Nothing, or nobody looks now: it was tried too often. */
  record Refused(Refusal refusal) implements Opening {}
}
