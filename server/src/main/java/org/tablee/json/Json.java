package org.tablee.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import org.tablee.json.JsonValue.JsonArray;
import org.tablee.json.JsonValue.JsonBoolean;
import org.tablee.json.JsonValue.JsonNull;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.json.JsonValue.JsonUnfit;

/** Reads and writes JSON text. Reading is strict and bounded: it is what stands at the door. */
public final class Json {
  /** Brackets within brackets, at most. */
  public static final int NESTING_MAX = 32;

  /** The length of a field's name, at most: characters in text, bytes in UTF-8. */
  public static final int NAME_MAX = 256;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(NESTING_MAX)
                  .maxNameLength(NAME_MAX)
                  .build())
          .build();

  private Json() {}

  /**
   * Reads exactly one JSON object. Duplicate names, nesting beyond {@link #NESTING_MAX} and
   * anything behind the object are refused.
   *
   * @throws MalformedJsonException where the text is anything else
   */
  public static JsonObject readObject(String text) {
    try (var parser = FACTORY.createParser(text)) {
      return readOne(parser);
    } catch (IOException e) {
      throw new MalformedJsonException("not JSON", e);
    }
  }

  /** As {@link #readObject(String)}, from UTF-8. */
  public static JsonObject readObject(byte[] utf8) {
    try (var parser = FACTORY.createParser(utf8)) {
      return readOne(parser);
    } catch (IOException e) {
      throw new MalformedJsonException("not JSON", e);
    }
  }

  private static JsonObject readOne(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new MalformedJsonException("not an object");
    }
    var object = object(parser);
    if (parser.nextToken() != null) {
      throw new MalformedJsonException("something behind the object");
    }
    return object;
  }

  private static JsonObject object(JsonParser parser) throws IOException {
    var builder = JsonObject.with();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      parser.nextToken();
      builder.field(name, value(parser));
    }
    return builder.build();
  }

  private static JsonValue value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        var values = new ArrayList<JsonValue>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          values.add(value(parser));
        }
        yield new JsonArray(values);
      }
      case VALUE_STRING -> new JsonString(parser.getText());
      case VALUE_NUMBER_INT -> number(parser);
      case VALUE_TRUE -> JsonBoolean.TRUE;
      case VALUE_FALSE -> JsonBoolean.FALSE;
      case VALUE_NULL -> JsonNull.NULL;
      case VALUE_NUMBER_FLOAT -> new JsonUnfit(parser.getText());
      default -> throw new MalformedJsonException("unexpected " + parser.currentToken());
    };
  }

  private static JsonValue number(JsonParser parser) throws IOException {
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      return new JsonUnfit(parser.getText());
    }
    var value = parser.getLongValue();
    return value > JsonValue.MAX_NUMBER || value < -JsonValue.MAX_NUMBER
        ? new JsonUnfit(parser.getText())
        : new JsonNumber(value);
  }

  /** The JSON text of a value. */
  public static String write(JsonValue value) {
    var text = new StringWriter();
    try (var generator = FACTORY.createGenerator(text)) {
      write(generator, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The JSON text of a value in UTF-8; a lone surrogate, which has none, is escaped. */
  public static byte[] writeUtf8(JsonValue value) {
    var bytes = new ByteArrayOutputStream(256);
    try (var generator = FACTORY.createGenerator(bytes)) {
      write(generator, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator generator, JsonValue value) throws IOException {
    switch (value) {
      case JsonObject object -> {
        generator.writeStartObject();
        for (var field : object.fields().entrySet()) {
          generator.writeFieldName(field.getKey());
          write(generator, field.getValue());
        }
        generator.writeEndObject();
      }
      case JsonArray(var values) -> {
        generator.writeStartArray();
        for (var one : values) {
          write(generator, one);
        }
        generator.writeEndArray();
      }
      case JsonString(var string) -> generator.writeString(string);
      case JsonNumber(var number) -> generator.writeNumber(number);
      case JsonBoolean(var flag) -> generator.writeBoolean(flag);
      case JsonNull _ -> generator.writeNull();
      case JsonUnfit(var text) -> throw new IllegalArgumentException("unfit number " + text);
    }
  }
}
