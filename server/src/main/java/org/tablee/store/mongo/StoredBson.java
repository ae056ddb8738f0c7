package org.tablee.store.mongo;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonArray;
import org.tablee.json.JsonValue.JsonBoolean;
import org.tablee.json.JsonValue.JsonNull;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.json.JsonValue.JsonUnfit;
import org.tablee.json.MalformedJsonException;

/**
 * A document as MongoDB keeps it: real BSON with readable fields, whole numbers as 64 bits, its id
 * in {@code _id}, its version in {@code _v}, its own fields behind these in their order.
 *
 * <p>Some names mean something to MongoDB, or would collide with these two: a {@code .} anywhere, a
 * {@code $} in front, a NUL, at the top a {@code _} in front. Those characters stand as {@code
 * %2E}, {@code %24}, {@code %00} and {@code %5F}, and a {@code %} itself as {@code %25}. The names
 * that this program gives have none of them, so that whoever queries sees them as they are.
 */
final class StoredBson {
  static final String ID = "_id";
  static final String VERSION = "_v";

  /** The largest document that MongoDB takes. */
  private static final int BYTES_MAX = 16 << 20;

  private StoredBson() {}

  /**
   * A document ready to be stored.
   *
   * @throws IllegalArgumentException where it is larger than MongoDB takes
   */
  static RawBsonDocument of(String id, long version, JsonObject document) {
    var bson = new BsonDocument(ID, new BsonString(id)).append(VERSION, new BsonInt64(version));
    document
        .fields()
        .forEach((name, value) -> bson.append(storedName(name, true), storedValue(value)));
    var raw = new RawBsonDocument(bson, new BsonDocumentCodec());
    int size = raw.getByteBuffer().remaining();
    if (size > BYTES_MAX) {
      throw new IllegalArgumentException("a document of " + size + " bytes of BSON");
    }
    return raw;
  }

  /**
   * The document without its id and version.
   *
   * @throws MalformedJsonException where it holds what no document holds
   */
  static JsonObject document(BsonDocument stored) {
    var document = JsonObject.with();
    for (var field : stored.entrySet()) {
      if (!field.getKey().equals(ID) && !field.getKey().equals(VERSION)) {
        document.field(name(field.getKey()), value(field.getValue()));
      }
    }
    return document.build();
  }

  private static BsonValue storedValue(JsonValue value) {
    return switch (value) {
      case JsonObject object -> {
        var bson = new BsonDocument();
        object
            .fields()
            .forEach((name, inner) -> bson.append(storedName(name, false), storedValue(inner)));
        yield bson;
      }
      case JsonArray(var values) -> {
        List<BsonValue> stored = new ArrayList<>(values.size());
        values.forEach(one -> stored.add(storedValue(one)));
        yield new BsonArray(stored);
      }
      case JsonString(var string) -> new BsonString(string);
      case JsonNumber(var number) -> new BsonInt64(number);
      case JsonBoolean(var flag) -> BsonBoolean.valueOf(flag);
      case JsonNull _ -> BsonNull.VALUE;
      case JsonUnfit(var number) ->
          throw new IllegalArgumentException("a number that is never stored: " + number);
    };
  }

  private static JsonValue value(BsonValue stored) {
    return switch (stored.getBsonType()) {
      case DOCUMENT -> {
        var object = JsonObject.with();
        stored.asDocument().forEach((name, inner) -> object.field(name(name), value(inner)));
        yield object.build();
      }
      case ARRAY -> new JsonArray(stored.asArray().stream().map(StoredBson::value).toList());
      case STRING -> new JsonString(stored.asString().getValue());
      case INT64 -> number(stored.asInt64().getValue());
      // A shell that wrote a document back may have changed the width of its numbers.
      case INT32 -> number(stored.asInt32().getValue());
      case DOUBLE -> whole(stored.asDouble().getValue());
      case BOOLEAN -> stored.asBoolean().getValue() ? JsonBoolean.TRUE : JsonBoolean.FALSE;
      case NULL -> JsonNull.NULL;
      default -> throw new MalformedJsonException("no document holds a " + stored.getBsonType());
    };
  }

  private static JsonNumber whole(double stored) {
    long number = (long) stored;
    if (number != stored) {
      throw new MalformedJsonException("not a whole number: " + stored);
    }
    return number(number);
  }

  private static JsonNumber number(long stored) {
    if (stored > JsonValue.MAX_NUMBER || stored < -JsonValue.MAX_NUMBER) {
      throw new MalformedJsonException("number out of range: " + stored);
    }
    return new JsonNumber(stored);
  }

  private static String storedName(String name, boolean isTop) {
    var stored = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isEscaped =
          switch (c) {
            case '%', '.', 0 -> true;
            case '$' -> i == 0;
            case '_' -> i == 0 && isTop;
            default -> false;
          };
      if (isEscaped) {
        stored.append('%').append(Character.forDigit(c >> 4, 16));
        stored.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      } else {
        stored.append(c);
      }
    }
    return stored.toString();
  }

  private static String name(String stored) {
    int escape = stored.indexOf('%');
    if (escape < 0) {
      return stored;
    }
    var name = new StringBuilder(stored.length());
    int from = 0;
    while (escape >= 0) {
      if (escape + 3 > stored.length()) {
        throw new MalformedJsonException("no name is stored as " + stored);
      }
      name.append(stored, from, escape);
      int high = Character.digit(stored.charAt(escape + 1), 16);
      int low = Character.digit(stored.charAt(escape + 2), 16);
      if (high < 0 || low < 0) {
        throw new MalformedJsonException("no name is stored as " + stored);
      }
      name.append((char) (high << 4 | low));
      from = escape + 3;
      escape = stored.indexOf('%', from);
    }
    return name.append(stored, from, stored.length()).toString();
  }
}
