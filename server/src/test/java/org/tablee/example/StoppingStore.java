package org.tablee.example;

import java.util.List;
import java.util.Optional;
import org.tablee.json.JsonObject;
import org.tablee.store.Store;

/** A store whose machine stops after so many writes. */
final class StoppingStore implements Store {
  private final Store store;
  private final int writesMax;
  private int writes;

  StoppingStore(Store store, int writes) {
    this.store = store;
    this.writesMax = writes;
  }

  private synchronized void count() {
    if (writes == writesMax) {
      throw new IllegalStateException("the machine stopped");
    }
    writes++;
  }

  /** Writes so far. */
  synchronized int writes() {
    return writes;
  }

  @Override
  public Outcome insert(Collection collection, Entry entry) {
    count();
    return store.insert(collection, entry);
  }

  @Override
  public Inserted insertInOrder(Collection collection, List<Entry> entries) {
    count();
    return store.insertInOrder(collection, entries);
  }

  @Override
  public Optional<Versioned> read(Collection collection, String id) {
    return store.read(collection, id);
  }

  @Override
  public List<Entry> range(
      Collection collection, String from, String to, Direction direction, int limit) {
    return store.range(collection, from, to, direction, limit);
  }

  @Override
  public Outcome replaceIfUnchanged(
      Collection collection, String id, Versioned known, JsonObject next) {
    count();
    return store.replaceIfUnchanged(collection, id, known, next);
  }

  @Override
  public Outcome delete(Collection collection, String id) {
    count();
    return store.delete(collection, id);
  }

  @Override
  public void close() {
    store.close();
  }
}
