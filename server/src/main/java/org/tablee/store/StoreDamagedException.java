package org.tablee.store;

/** What is stored cannot be read as a document: asking again will not help. */
public final class StoreDamagedException extends RuntimeException {
  public StoreDamagedException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The document that was met, named by collection and id. */
  public static StoreDamagedException of(Store.Collection in, String id, Throwable cause) {
    return new StoreDamagedException("damaged: " + id + " in " + in.storedName(), cause);
  }
}
