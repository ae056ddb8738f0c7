package org.tablee.wire;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
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

  static TextId text(JsonObject json) {
    return new TextId(json.string("text"));
  }

  static Instant at(JsonObject json) {
    return Instant.ofEpochMilli(json.number("at"));
  }
}
