package org.tablee.cluster;

import java.time.Duration;

/**
 * How long nodes wait for each other.
 *
 * @param silence after which the store is read in place of the host; a sign is asked for as often
 * @param answer how long the host has, before it is decided here
 */
record Waits(Duration silence, Duration answer) {
  static final Waits USUAL = new Waits(Duration.ofSeconds(2), Duration.ofSeconds(2));
}
