package org.tablee.cluster;

import java.time.Duration;

/**
 * How long nodes wait for each other.
 *
 * @param silence after which the store is read in place of the host; a sign is asked for as often
 * @param answer how long the host has, before it is decided here
 * @param inDoubt how long after the nodes changed another may still take itself for a host
 */
record Waits(Duration silence, Duration answer, Duration inDoubt) {
  static final Waits USUAL =
      new Waits(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(60));
}
