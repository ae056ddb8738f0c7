package org.tablee.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is stored cannot be read as a document: asking again will not help. */
public final class StoreDamagedException extends RuntimeException {
  private final @Nullable String id;

  /** Damage that no single document can be blamed for. */
  public StoreDamagedException(String message, Throwable cause) {
    this(message, null, cause);
  }

  private StoreDamagedException(String message, @Nullable String id, Throwable cause) {
    super(message, cause);
    this.id = id;
  }

  /** The document that was met, named by collection and id. */
  public static StoreDamagedException of(Store.Collection in, String id, Throwable cause) {
    return new StoreDamagedException("damaged: " + id + " in " + in.storedName(), id, cause);
  }

  /** The document that was met; empty where the damage is not known to be in one alone. */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }
}
