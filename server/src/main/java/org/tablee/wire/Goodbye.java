package org.tablee.wire;

/** Why the server closes a connection; one word each on the wire. */
public enum Goodbye {
  SHUTDOWN,
  MOVED,
  SLOW,
  REMOVED,
  EXPIRED,
  REPLACED,
  UNJOINED,
  OUTDATED;

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
