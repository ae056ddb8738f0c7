package org.tablee.text;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The attributes of one op, with the algebra of quill-delta's {@code AttributeMap}.
 *
 * <p>None and an empty object are one and the same here; quill-delta tells them apart in one place,
 * where an op that was given an empty object does not merge with a neighbour that has none.
 */
public final class Attributes {
  public static final Attributes NONE = new Attributes(new TreeMap<>());

  /** Sorted by name, so that every node writes the same bytes. */
  private final SortedMap<String, AttributeValue> values;

  private Attributes(SortedMap<String, AttributeValue> values) {
    this.values = Collections.unmodifiableSortedMap(values);
  }

  public static Attributes of(Map<String, ? extends AttributeValue> values) {
    return owning(new TreeMap<>(values));
  }

  public static Attributes of(String name, AttributeValue value) {
    return of(Map.of(name, value));
  }

  private static Attributes owning(SortedMap<String, AttributeValue> values) {
    return values.isEmpty() ? NONE : new Attributes(values);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** By name, in the order of names. */
  public Map<String, AttributeValue> values() {
    return values;
  }

  /**
   * {@code a}, then {@code b} over it.
   *
   * @param keepRemoved whether removals in {@code b} stay: on a retain they do, on an insert they
   *     have done their work
   */
  static Attributes compose(Attributes a, Attributes b, boolean keepRemoved) {
    if (b.isEmpty()) {
      return a;
    }
    var composed = new TreeMap<>(a.values);
    b.values.forEach((name, value) -> {
      if (keepRemoved || !(value instanceof AttributeValue.Removed)) {
        composed.put(name, value);
      } else {
        composed.remove(name);
      }
    });
    return owning(composed);
  }

  /** What is left of {@code b} after {@code a}; with priority, what {@code a} says stands. */
  static Attributes transform(Attributes a, Attributes b, boolean priority) {
    if (!priority || a.isEmpty() || b.isEmpty()) {
      return b;
    }
    var transformed = new TreeMap<>(b.values);
    transformed.keySet().removeAll(a.values.keySet());
    return owning(transformed);
  }

  /** What takes {@code change} back where {@code base} stood before it. */
  static Attributes invert(Attributes change, Attributes base) {
    var inverted = new TreeMap<String, AttributeValue>();
    change.values.forEach((name, value) -> {
      var before = base.values.getOrDefault(name, AttributeValue.REMOVED);
      if (!base.values.containsKey(name) || !value.equals(before)) {
        inverted.put(name, before);
      }
    });
    return owning(inverted);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attributes that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
