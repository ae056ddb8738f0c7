package org.tablee.table;

/** Names a sealed box: the id of the item that it belongs to, a round, a rating or a vote. */
public record BoxId(String value) {
  public BoxId {
    Id.require(value);
  }
}
