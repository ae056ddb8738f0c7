package org.tablee.people;

/** Where a request comes from, as far as that can be told: a network address. */
public record Source(String address) {
  /** A household or company has a whole /64 of IPv6 for itself: its first four groups. */
  private static final int GROUPS = 4;

  /**
   * @param address as a socket tells it, without a port; an IPv6 address in full
   */
  public static Source of(String address) {
    if (!address.contains(":")) {
      return new Source(address);
    }
    var groups = address.split(":", -1);
    var network = new StringBuilder();
    for (int at = 0; at < Math.min(GROUPS, groups.length); at++) {
      network.append(groups[at]).append(':');
    }
    return new Source(network.toString());
  }
}
