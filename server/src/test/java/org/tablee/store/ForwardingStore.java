package org.tablee.store;

import java.util.List;
import java.util.Optional;
import org.tablee.json.JsonObject;

/** A store in front of another, for doubles that change one thing of it. */
public class ForwardingStore implements Store {
  private final Store behind;

  protected ForwardingStore(Store behind) {
    this.behind = behind;
  }

  @Override
  public Outcome insert(Collection collection, Entry entry) {
    return behind.insert(collection, entry);
  }

  @Override
  public Inserted insertInOrder(Collection collection, List<Entry> entries) {
    return behind.insertInOrder(collection, entries);
  }

  @Override
  public Optional<Versioned> read(Collection collection, String id) {
    return behind.read(collection, id);
  }

  @Override
  public List<Entry> range(
      Collection collection, String from, String to, Direction direction, int limit) {
    return behind.range(collection, from, to, direction, limit);
  }

  @Override
  public Outcome replaceIfUnchanged(
      Collection collection, String id, Versioned read, JsonObject next) {
    return behind.replaceIfUnchanged(collection, id, read, next);
  }

  @Override
  public Outcome delete(Collection collection, String id) {
    return behind.delete(collection, id);
  }

  @Override
  public void close() {
    behind.close();
  }
}
