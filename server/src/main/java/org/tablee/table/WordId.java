package org.tablee.table;

/** Names a word of the glossary. */
public record WordId(String value) {
  public WordId {
    Id.require(value);
  }
}
