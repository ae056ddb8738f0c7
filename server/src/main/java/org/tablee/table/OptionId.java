package org.tablee.table;

/** Names one of the things between which a vote lets choose. */
public record OptionId(String value) implements Comparable<OptionId> {
  public OptionId {
    Id.require(value);
  }

  @Override
  public int compareTo(OptionId other) {
    return value.compareTo(other.value);
  }
}
