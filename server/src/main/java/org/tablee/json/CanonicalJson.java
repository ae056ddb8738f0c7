package org.tablee.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import org.tablee.json.JsonValue.JsonArray;
import org.tablee.json.JsonValue.JsonBoolean;
import org.tablee.json.JsonValue.JsonNull;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.json.JsonValue.JsonUnfit;

/**
 * The one way to write a value that everyone arrives at, so that it can be hashed: RFC 8785 (JSON
 * Canonicalization Scheme) for strings, whole numbers, flags, null, lists and objects.
 */
public final class CanonicalJson {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private CanonicalJson() {}

  /**
   * The canonical UTF-8.
   *
   * @throws IllegalArgumentException where a string holds a lone surrogate
   */
  public static byte[] utf8(JsonValue value) {
    var text = new StringBuilder(256);
    write(text, value);
    return text.toString().getBytes(UTF_8);
  }

  private static void write(StringBuilder text, JsonValue value) {
    switch (value) {
      case JsonObject object -> writeObject(text, object);
      case JsonArray(var values) -> {
        text.append('[');
        var separator = "";
        for (var one : values) {
          text.append(separator);
          separator = ",";
          write(text, one);
        }
        text.append(']');
      }
      case JsonString(var string) -> writeString(text, string);
      case JsonNumber(var number) -> text.append(number);
      case JsonBoolean(var flag) -> text.append(flag);
      case JsonNull _ -> text.append("null");
      case JsonUnfit(var unfit) -> throw new IllegalArgumentException("unfit number " + unfit);
    }
  }

  private static void writeObject(StringBuilder text, JsonObject object) {
    // String.compareTo orders by UTF-16 code units, as RFC 8785 §3.2.3 asks.
    Map<String, JsonValue> sorted = new TreeMap<>(object.fields());
    text.append('{');
    var separator = "";
    for (var field : sorted.entrySet()) {
      text.append(separator);
      separator = ",";
      writeString(text, field.getKey());
      text.append(':');
      write(text, field.getValue());
    }
    text.append('}');
  }

  private static void writeString(StringBuilder text, String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\f' -> text.append("\\f");
        case '\r' -> text.append("\\r");
        default -> {
          if (c < ' ') {
            text.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
          } else {
            if (Character.isSurrogate(c)) {
              requirePair(string, i);
            }
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  private static void requirePair(String string, int at) {
    var c = string.charAt(at);
    var paired =
        Character.isHighSurrogate(c)
            ? at + 1 < string.length() && Character.isLowSurrogate(string.charAt(at + 1))
            : at > 0 && Character.isHighSurrogate(string.charAt(at - 1));
    if (!paired) {
      throw new IllegalArgumentException("lone surrogate at " + at);
    }
  }
}
