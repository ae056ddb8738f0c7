package org.tablee.history;

import java.util.List;
import java.util.Optional;
import org.tablee.store.ForwardingStore;
import org.tablee.store.Store;

/** Counts the documents that are read from a store. */
final class CountingStore extends ForwardingStore {
  private int read;

  CountingStore(Store store) {
    super(store);
  }

  /** Documents read since the last time this was asked. */
  int takeRead() {
    var count = read;
    read = 0;
    return count;
  }

  @Override
  public Optional<Versioned> read(Collection collection, String id) {
    read++;
    return super.read(collection, id);
  }

  @Override
  public List<Entry> range(
      Collection collection, String from, String to, Direction direction, int limit) {
    var entries = super.range(collection, from, to, direction, limit);
    read += entries.size();
    return entries;
  }
}
