package org.tablee.table;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** A list of items in their shown order; withdrawn ones keep their place. Persistent. */
public final class Items<T extends Item> {
  private final PVector<String> order;
  private final PMap<String, T> byKey;

  private Items(PVector<String> order, PMap<String, T> byKey) {
    this.order = order;
    this.byKey = byKey;
  }

  public static <T extends Item> Items<T> none() {
    return new Items<>(TreePVector.empty(), HashTreePMap.empty());
  }

  public static <T extends Item> Items<T> of(List<T> items) {
    var keys = items.stream().map(Item::key).toList();
    var made = new Items<T>(TreePVector.from(keys), HashTreePMap.empty());
    for (var item : items) {
      made = new Items<>(made.order, made.byKey.plus(item.key(), item));
    }
    if (made.byKey.size() != keys.size()) {
      throw new CorruptHistoryException("added twice");
    }
    return made;
  }

  /** The item of that id, or {@code null}. */
  public @Nullable T find(String key) {
    return byKey.get(key);
  }

  public boolean has(String key) {
    return byKey.containsKey(key);
  }

  public int count() {
    return order.size();
  }

  public List<T> inOrder() {
    return order.stream().map(this::existing).toList();
  }

  /**
   * The item of that id.
   *
   * @throws CorruptHistoryException where there is none
   */
  public T existing(String key) {
    var item = byKey.get(key);
    if (item == null) {
      throw new CorruptHistoryException("no item " + key);
    }
    return item;
  }

  /** With one more at the end. */
  public Items<T> and(T item) {
    if (byKey.containsKey(item.key())) {
      throw new CorruptHistoryException("added twice: " + item.key());
    }
    return new Items<>(order.plus(item.key()), byKey.plus(item.key(), item));
  }

  public Items<T> change(String key, UnaryOperator<T> change) {
    return new Items<>(order, byKey.plus(key, change.apply(existing(key))));
  }

  /**
   * With one item in another place.
   *
   * @param before {@code null} moves to the end
   */
  public Items<T> move(String key, @Nullable String before) {
    var without = order.minus(existing(key).key());
    if (before == null) {
      return new Items<>(without.plus(key), byKey);
    }
    int at = without.indexOf(before);
    if (at < 0) {
      throw new CorruptHistoryException("moved before nothing: " + before);
    }
    return new Items<>(without.plus(at, key), byKey);
  }
}
