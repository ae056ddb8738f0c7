package org.tablee.table;

/** Names an item of any list, where several kinds are meant. */
public record ItemId(String value) {
  public ItemId {
    Id.require(value);
  }
}
