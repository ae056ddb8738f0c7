package org.tablee.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A JSON object: fields in the order they were put. Equal by content, whatever the order. */
public final class JsonObject implements JsonValue {
  public static final JsonObject EMPTY = new JsonObject(new LinkedHashMap<>());

  private final SequencedMap<String, JsonValue> fields;

  private JsonObject(SequencedMap<String, JsonValue> fields) {
    this.fields = Collections.unmodifiableSequencedMap(fields);
  }

  /** Starts an object. */
  public static Builder with() {
    return new Builder();
  }

  /** The fields, not to be changed. */
  public SequencedMap<String, JsonValue> fields() {
    return fields;
  }

  /** The value of a field, or {@code null} where there is none. */
  public @Nullable JsonValue field(String name) {
    return fields.get(name);
  }

  /** A copy with one field put at the end, or replaced in its place. */
  public JsonObject and(String name, JsonValue value) {
    var copy = new LinkedHashMap<>(fields);
    copy.put(name, value);
    return new JsonObject(copy);
  }

  /** A copy without a field. */
  public JsonObject without(String name) {
    var copy = new LinkedHashMap<>(fields);
    copy.remove(name);
    return new JsonObject(copy);
  }

  /**
   * The string of a field that our own code wrote.
   *
   * @throws MalformedJsonException where it is missing or no string
   */
  public String string(String name) {
    if (fields.get(name) instanceof JsonString(var value)) {
      return value;
    }
    throw missing(name);
  }

  /** The string of a field, or {@code null} where there is none. */
  public @Nullable String stringOrNull(String name) {
    return fields.containsKey(name) ? string(name) : null;
  }

  /**
   * The number of a field that our own code wrote.
   *
   * @throws MalformedJsonException where it is missing or no number
   */
  public long number(String name) {
    if (fields.get(name) instanceof JsonNumber(var value)) {
      return value;
    }
    throw missing(name);
  }

  /** Whether a field is there and true. */
  public boolean isTrue(String name) {
    return fields.get(name) instanceof JsonBoolean(var value) && value;
  }

  /**
   * The list of a field that our own code wrote.
   *
   * @throws MalformedJsonException where it is missing or no list
   */
  public List<JsonValue> array(String name) {
    if (fields.get(name) instanceof JsonArray(var values)) {
      return values;
    }
    throw missing(name);
  }

  /**
   * The objects in the list of a field that our own code wrote.
   *
   * @throws MalformedJsonException where it is missing, no list, or holds something else
   */
  public List<JsonObject> objects(String name) {
    return array(name).stream()
        .map(value -> {
          if (value instanceof JsonObject object) {
            return object;
          }
          throw missing(name);
        })
        .toList();
  }

  /**
   * The object of a field that our own code wrote.
   *
   * @throws MalformedJsonException where it is missing or no object
   */
  public JsonObject object(String name) {
    if (fields.get(name) instanceof JsonObject object) {
      return object;
    }
    throw missing(name);
  }

  private static MalformedJsonException missing(String name) {
    return new MalformedJsonException("no fitting field " + name);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonObject that && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  /** The JSON text. */
  @Override
  public String toString() {
    return Json.write(this);
  }

  /** Collects fields in order; a {@code null} leaves its field out. */
  public static final class Builder {
    private final SequencedMap<String, JsonValue> fields = new LinkedHashMap<>();

    private Builder() {}

    public Builder field(String name, @Nullable String value) {
      return value == null ? this : field(name, new JsonString(value));
    }

    public Builder field(String name, long value) {
      return field(name, new JsonNumber(value));
    }

    public Builder field(String name, boolean value) {
      return field(name, value ? JsonBoolean.TRUE : JsonBoolean.FALSE);
    }

    /** {@code true}, or no field at all. */
    public Builder flag(String name, boolean isSet) {
      return isSet ? field(name, true) : this;
    }

    public Builder field(String name, List<? extends JsonValue> values) {
      return field(name, new JsonArray(List.copyOf(values)));
    }

    public Builder field(String name, @Nullable JsonValue value) {
      if (value != null) {
        fields.put(name, value);
      }
      return this;
    }

    /** Every field of a map. */
    public Builder fields(Map<String, ? extends JsonValue> more) {
      fields.putAll(more);
      return this;
    }

    public JsonObject build() {
      return new JsonObject(new LinkedHashMap<>(fields));
    }
  }
}
