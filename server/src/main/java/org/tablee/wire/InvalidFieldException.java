package org.tablee.wire;

import org.tablee.table.Refusal;

/** Ends the reading of a command at the field that does not fit; never leaves this room. */
final class InvalidFieldException extends RuntimeException {
  private final transient Refusal refusal;

  InvalidFieldException(Refusal refusal) {
    super(refusal.code().code(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
