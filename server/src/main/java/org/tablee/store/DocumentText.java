package org.tablee.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonArray;

/** A document as JSON text: what every store checks before it writes, so that all refuse alike. */
public final class DocumentText {
  private DocumentText() {}

  /**
   * The JSON in UTF-8, which {@link Json#readObject(byte[])} is sure to read back.
   *
   * @throws IllegalArgumentException where a store must refuse the document
   */
  public static byte[] utf8(JsonObject document) {
    check(document, Json.NESTING_MAX);
    ByteBuffer encoded;
    try {
      encoded = UTF_8.newEncoder().encode(CharBuffer.wrap(Json.write(document)));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a document that has no UTF-8", e);
    }
    if (encoded.remaining() > Store.DOCUMENT_BYTES_MAX) {
      throw new IllegalArgumentException("a document of " + encoded.remaining() + " bytes");
    }
    var utf8 = new byte[encoded.remaining()];
    encoded.get(utf8);
    return utf8;
  }

  private static void check(JsonValue value, int left) {
    switch (value) {
      case JsonObject object -> {
        requireLeft(left);
        object
            .fields()
            .forEach((name, inner) -> {
              checkName(name);
              check(inner, left - 1);
            });
      }
      case JsonArray(var values) -> {
        requireLeft(left);
        values.forEach(inner -> check(inner, left - 1));
      }
      case JsonValue.JsonUnfit(var number) ->
          throw new IllegalArgumentException("a number that is never stored: " + number);
      case JsonValue.JsonString _,
          JsonValue.JsonNumber _,
          JsonValue.JsonBoolean _,
          JsonValue.JsonNull _,
          JsonValue.JsonUnfit _ -> {}
    }
  }

  private static void checkName(String name) {
    // A code unit is three bytes at most, so short names need no counting.
    if (name.length() * 3 > Json.NAME_MAX && name.getBytes(UTF_8).length > Json.NAME_MAX) {
      throw new IllegalArgumentException("a field's name of " + name.length() + " characters");
    }
  }

  private static void requireLeft(int left) {
    if (left == 0) {
      throw new IllegalArgumentException("a document nested too deep");
    }
  }
}
