package org.tablee.http;

import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;

/** Ends the work on a request at the reason to refuse it; never leaves this room. */
final class RefusedException extends RuntimeException {
  private final transient Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.code().code(), null, false, false);
    this.refusal = refusal;
  }

  RefusedException(RefusalCode code) {
    this(new Refusal(code));
  }

  Refusal refusal() {
    return refusal;
  }
}
