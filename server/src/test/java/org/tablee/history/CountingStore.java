package org.tablee.history;

import java.util.List;
import java.util.Optional;
import org.tablee.json.JsonObject;
import org.tablee.store.Store;

/** Counts the documents that are read from a store. */
final class CountingStore implements Store {
  private final Store store;
  private int read;

  CountingStore(Store store) {
    this.store = store;
  }

  /** Documents read since the last time this was asked. */
  int takeRead() {
    var count = read;
    read = 0;
    return count;
  }

  @Override
  public Outcome insert(Collection collection, Entry entry) {
    return store.insert(collection, entry);
  }

  @Override
  public Inserted insertInOrder(Collection collection, List<Entry> entries) {
    return store.insertInOrder(collection, entries);
  }

  @Override
  public Optional<Versioned> read(Collection collection, String id) {
    read++;
    return store.read(collection, id);
  }

  @Override
  public List<Entry> range(
      Collection collection, String from, String to, Direction direction, int limit) {
    var entries = store.range(collection, from, to, direction, limit);
    read += entries.size();
    return entries;
  }

  @Override
  public Outcome replaceIfUnchanged(
      Collection collection, String id, Versioned known, JsonObject next) {
    return store.replaceIfUnchanged(collection, id, known, next);
  }

  @Override
  public Outcome delete(Collection collection, String id) {
    return store.delete(collection, id);
  }

  @Override
  public void close() {
    store.close();
  }
}
