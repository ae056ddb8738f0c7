package org.tablee.wire;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonArray;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.json.MalformedJsonException;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.TextId;
import org.tablee.table.Word;

/**
 * Writes and reads the fields of events and states, which our own code wrote: what does not fit is
 * a damaged document ({@link MalformedJsonException}), never a person's mistake.
 */
final class Stored {
  private Stored() {}

  static @Nullable String words(@Nullable Line line) {
    return line == null ? null : line.value();
  }

  static Line line(JsonObject json, String name) {
    return new Line(json.string(name));
  }

  static @Nullable Line lineOrNull(JsonObject json, String name) {
    return orNull(json, name, Line::new);
  }

  static <T> @Nullable T orNull(JsonObject json, String name, Function<String, T> constructor) {
    var text = json.stringOrNull(name);
    return text == null ? null : constructor.apply(text);
  }

  static <E extends Enum<E> & Word> E word(JsonObject json, String name, Class<E> choices) {
    return Word.of(choices, json.string(name))
        .orElseThrow(() -> new MalformedJsonException("a word that is not known: " + name));
  }

  static ParticipantId participant(JsonObject json, String name) {
    return new ParticipantId(json.string(name));
  }

  /** Ids in their order; {@code null}, which is left out, where there are none. */
  static <T> @Nullable JsonArray idsOrNull(List<T> ids, Function<T, String> value) {
    return ids.isEmpty() ? null : ids(ids, value);
  }

  static <T> JsonArray ids(List<T> ids, Function<T, String> value) {
    return new JsonArray(
        ids.stream().<JsonValue>map(one -> new JsonString(value.apply(one))).toList());
  }

  /** Ids in their order; none where the field is left out. */
  static <T> List<T> ids(JsonObject json, String name, Function<String, T> constructor) {
    if (json.field(name) == null) {
      return List.of();
    }
    return json.array(name).stream().map(one -> constructor.apply(id(one, name))).toList();
  }

  private static String id(JsonValue value, String name) {
    if (value instanceof JsonString(var text)) {
      return text;
    }
    throw new MalformedJsonException("no id: " + name);
  }

  static TextId text(JsonObject json) {
    return new TextId(json.string("text"));
  }

  static Instant at(JsonObject json) {
    return Instant.ofEpochMilli(json.number("at"));
  }

  static @Nullable JsonNumber millis(@Nullable Instant instant) {
    return instant == null ? null : new JsonNumber(instant.toEpochMilli());
  }

  static @Nullable Instant atOrNull(JsonObject json, String name) {
    return json.field(name) == null ? null : Instant.ofEpochMilli(json.number(name));
  }
}
