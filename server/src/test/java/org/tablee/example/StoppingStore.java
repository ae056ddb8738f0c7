package org.tablee.example;

import java.util.List;
import org.tablee.json.JsonObject;
import org.tablee.store.ForwardingStore;
import org.tablee.store.Store;

/** A store whose machine stops after so many writes. */
final class StoppingStore extends ForwardingStore {
  private final int writesMax;
  private int writes;

  StoppingStore(Store store, int writes) {
    super(store);
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
    return super.insert(collection, entry);
  }

  @Override
  public Inserted insertInOrder(Collection collection, List<Entry> entries) {
    count();
    return super.insertInOrder(collection, entries);
  }

  @Override
  public Outcome replaceIfUnchanged(
      Collection collection, String id, Versioned known, JsonObject next) {
    count();
    return super.replaceIfUnchanged(collection, id, known, next);
  }

  @Override
  public Outcome delete(Collection collection, String id) {
    count();
    return super.delete(collection, id);
  }
}
