package org.tablee.table;

/** Names one line of a round that was revealed. Chance gives it, so that it tells nothing. */
public record EntryId(String value) {
  public EntryId {
    Id.require(value);
  }
}
