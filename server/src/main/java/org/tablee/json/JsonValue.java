package org.tablee.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One JSON value, immutable. Numbers are whole and within ±(2^53 - 1): the contract knows no
 * others.
 */
public sealed interface JsonValue
    permits JsonObject,
        JsonValue.JsonString,
        JsonValue.JsonNumber,
        JsonValue.JsonBoolean,
        JsonValue.JsonNull,
        JsonValue.JsonArray,
        JsonValue.JsonUnfit {
  /** The largest whole number that every JSON reader keeps exactly. */
  long MAX_NUMBER = (1L << 53) - 1;

  /** A string, kept as sent. */
  record JsonString(String value) implements JsonValue {}

  /** A whole number. */
  record JsonNumber(long value) implements JsonValue {
    public JsonNumber {
      if (value > MAX_NUMBER || value < -MAX_NUMBER) {
        throw new IllegalArgumentException("number out of range: " + value);
      }
    }
  }

  /** True or false. */
  record JsonBoolean(boolean value) implements JsonValue {
    public static final JsonBoolean TRUE = new JsonBoolean(true);
    public static final JsonBoolean FALSE = new JsonBoolean(false);
  }

  /** The literal null. */
  enum JsonNull implements JsonValue {
    NULL
  }

  /** A list of values. */
  record JsonArray(List<JsonValue> values) implements JsonValue {
    public static final JsonArray EMPTY = new JsonArray(List.of());

    public JsonArray {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  /**
   * A number that the contract does not know: with a fraction, an exponent, or out of range. It can
   * be read, so that the field that holds it is refused by name; it fits no field and is never
   * written.
   */
  record JsonUnfit(String text) implements JsonValue {}
}
