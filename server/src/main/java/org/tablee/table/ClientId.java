package org.tablee.table;

/** Names one tab or device of a participant: 8 to 40 characters. */
public record ClientId(String value) {
  public ClientId {
    Id.require(value, 8, 40);
  }
}
