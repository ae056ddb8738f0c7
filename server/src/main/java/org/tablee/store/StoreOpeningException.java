package org.tablee.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be opened; the message is one line for whoever starts the server. */
public final class StoreOpeningException extends RuntimeException {
  /** Why it cannot. */
  public enum Reason {
    /** Another process has it open. */
    IN_USE,
    /** A newer release wrote it. */
    NEWER,
    /** It is no store of ours, or damaged. */
    DAMAGED,
    /** The folder or address cannot be used: permissions, space, spelling. */
    UNUSABLE
  }

  private final Reason reason;

  public StoreOpeningException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
