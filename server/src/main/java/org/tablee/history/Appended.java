package org.tablee.history;

import java.util.List;

/**
 * What an append left in the store.
 *
 * @param stored those that are in, in order, from the first on
 * @param isWhole whether that is all; else another writer took the slot that follows
 */
public record Appended(List<ChainedCommit> stored, boolean isWhole) {
  public Appended {
    stored = List.copyOf(stored);
  }
}
