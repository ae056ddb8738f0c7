package org.tablee.table;

/** Names a table in the installation. */
public record TableId(String value) {
  public TableId {
    Id.require(value);
  }
}
