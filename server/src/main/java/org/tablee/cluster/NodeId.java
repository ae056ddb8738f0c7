package org.tablee.cluster;

/** Names a running node; another one each time it starts. */
public record NodeId(String value) implements Comparable<NodeId> {
  @Override
  public int compareTo(NodeId other) {
    return value.compareTo(other.value);
  }
}
