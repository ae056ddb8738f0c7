package org.tablee.wire;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.table.Line;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Word;

/** Reads the fields of an untrusted object, each once and typed; what was not read is refused. */
final class Fields {
  private final JsonObject object;
  private final Set<String> read = new HashSet<>();

  Fields(JsonObject object) {
    this.object = object;
  }

  boolean has(String name) {
    return object.fields().containsKey(name);
  }

  @Nullable JsonValue value(String name) {
    read.add(name);
    return object.field(name);
  }

  JsonObject object(String name) {
    if (value(name) instanceof JsonObject inner) {
      return inner;
    }
    throw invalid(name);
  }

  String string(String name) {
    if (value(name) instanceof JsonString(var text)) {
      if (Line.hasBrokenCharacter(text)) {
        throw new InvalidFieldException(new Refusal(RefusalCode.TEXT_CHARACTER));
      }
      return text;
    }
    throw invalid(name);
  }

  /** A whole number that is not negative. */
  long count(String name) {
    if (value(name) instanceof JsonNumber(var number) && number >= 0) {
      return number;
    }
    throw invalid(name);
  }

  /** A value that its type's constructor checks. */
  <T> T checked(String name, Function<String, T> constructor) {
    try {
      return constructor.apply(string(name));
    } catch (IllegalArgumentException _) {
      throw invalid(name);
    }
  }

  <T> @Nullable T checkedOrNull(String name, Function<String, T> constructor) {
    return has(name) ? checked(name, constructor) : null;
  }

  <E extends Enum<E> & Word> E word(String name, Class<E> choices) {
    return Word.of(choices, string(name)).orElseThrow(() -> invalid(name));
  }

  Line line(String name, int graphemesMax) {
    var words = string(name);
    if (!Line.isValid(words, graphemesMax)) {
      throw invalid(name);
    }
    return new Line(words);
  }

  @Nullable Line lineOrNull(String name, int graphemesMax) {
    return has(name) ? line(name, graphemesMax) : null;
  }

  /** Refuses the first field that nothing asked for. */
  void end() {
    for (var name : object.fields().sequencedKeySet()) {
      if (!read.contains(name)) {
        throw invalid(name);
      }
    }
  }

  /** A refusal that points at a field of this object (RFC 6901). */
  static InvalidFieldException invalid(String name) {
    return new InvalidFieldException(
        Refusal.ofField("/" + name.replace("~", "~0").replace("/", "~1")));
  }
}
