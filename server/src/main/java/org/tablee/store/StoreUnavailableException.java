package org.tablee.store;

/** The store did not answer a read in time; asking again later may help. */
public final class StoreUnavailableException extends RuntimeException {
  /** Where the store said no more than that. */
  public StoreUnavailableException(String message) {
    super(message);
  }

  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
