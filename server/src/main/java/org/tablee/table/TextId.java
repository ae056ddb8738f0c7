package org.tablee.table;

/** Names a co-edited text; an item's text has the item's id. */
public record TextId(String value) {
  public TextId {
    Id.require(value);
  }
}
