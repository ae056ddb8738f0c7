package org.tablee.table;

/** Whose content it is, and so who may change it until the box is closed. */
public sealed interface Hand {
  /** Whose place in the box it takes. */
  Given given();

  /** It is kept with the name of who handed it in, and told with it later. */
  record Signed(Given given) implements Hand {}

  /**
   * It is kept with the digest of a secret alone: who holds the secret may change it, and nothing
   * says who that is.
   */
  record Unsigned(Given given, DeviceKey key) implements Hand {}
}
