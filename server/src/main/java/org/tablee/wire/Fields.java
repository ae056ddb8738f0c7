package org.tablee.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonArray;
import org.tablee.json.JsonValue.JsonBoolean;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.table.Line;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Word;

/** Reads the fields of an untrusted object, each once and typed; what was not read is refused. */
final class Fields {
  /** The end of the year 9999: browsers cannot tell dates much later. */
  private static final long MILLIS_MAX = 253_402_300_799_999L;

  private final JsonObject object;

  /** The pointer of the object itself; empty for the outermost. */
  private final String path;

  private final Set<String> read = new HashSet<>();

  Fields(JsonObject object) {
    this(object, "");
  }

  private Fields(JsonObject object, String path) {
    this.object = object;
    this.path = path;
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
    throw unfit(name);
  }

  String string(String name) {
    if (value(name) instanceof JsonString(var text)) {
      if (Line.hasBrokenCharacter(text)) {
        throw new InvalidFieldException(new Refusal(RefusalCode.TEXT_CHARACTER));
      }
      return text;
    }
    throw unfit(name);
  }

  /** A whole number that is not negative. */
  long count(String name) {
    if (value(name) instanceof JsonNumber(var number) && number >= 0) {
      return number;
    }
    throw unfit(name);
  }

  @Nullable Long countOrNull(String name) {
    return has(name) ? (Long) count(name) : null;
  }

  /** A whole number of the range. */
  int count(String name, int least, int most) {
    if (value(name) instanceof JsonNumber(var number) && number >= least && number <= most) {
      return (int) number;
    }
    throw unfit(name);
  }

  /** {@code true} or {@code false}. */
  boolean bool(String name) {
    if (value(name) instanceof JsonBoolean(var value)) {
      return value;
    }
    throw unfit(name);
  }

  /** An object inside; what its type's constructor refuses is refused as a whole. */
  <T> T inner(String name, Function<Fields, T> reader) {
    if (value(name) instanceof JsonObject inner) {
      return read(inner, pointer(name), reader);
    }
    throw unfit(name);
  }

  /** So many objects inside. */
  <T> List<T> inners(String name, int least, int most, Function<Fields, T> reader) {
    var values = list(name, least, most);
    var read = new ArrayList<T>(values.size());
    for (int at = 0; at < values.size(); at++) {
      if (!(values.get(at) instanceof JsonObject inner)) {
        throw unfit(name, at);
      }
      read.add(read(inner, pointer(name) + "/" + at, reader));
    }
    return List.copyOf(read);
  }

  /** So many strings inside, each of which its type's constructor checks, and none twice. */
  <T> List<T> distinct(String name, int least, int most, Function<String, T> constructor) {
    var values = list(name, least, most);
    var read = new LinkedHashSet<T>();
    for (int at = 0; at < values.size(); at++) {
      if (!(values.get(at) instanceof JsonString(var text))
          || !read.add(checked(text, name, at, constructor))) {
        throw unfit(name, at);
      }
    }
    return List.copyOf(read);
  }

  /** Whole numbers of the range, each under a name that its type's constructor checks. */
  <T extends Comparable<T>> SortedMap<T, Integer> counts(
      String name, int namesMax, Function<String, T> constructor, int least, int most) {
    if (!(value(name) instanceof JsonObject inner) || inner.fields().size() > namesMax) {
      throw unfit(name);
    }
    var read = new TreeMap<T, Integer>();
    var fields = new Fields(inner, pointer(name));
    for (var one : inner.fields().sequencedKeySet()) {
      try {
        read.put(constructor.apply(one), fields.count(one, least, most));
      } catch (IllegalArgumentException _) {
        throw fields.unfit(one);
      }
    }
    return read;
  }

  /** So many lines inside; the same words may stand twice. */
  List<Line> lines(String name, int least, int most, int graphemesMax) {
    var values = list(name, least, most);
    var read = new ArrayList<Line>(values.size());
    for (int at = 0; at < values.size(); at++) {
      if (!(values.get(at) instanceof JsonString(var words))) {
        throw unfit(name, at);
      }
      if (Line.hasBrokenCharacter(words)) {
        throw new InvalidFieldException(new Refusal(RefusalCode.TEXT_CHARACTER));
      }
      if (!Line.isValid(words, graphemesMax)) {
        throw unfit(name, at);
      }
      read.add(new Line(words));
    }
    return List.copyOf(read);
  }

  private <T> T checked(String text, String name, int at, Function<String, T> constructor) {
    if (Line.hasBrokenCharacter(text)) {
      throw new InvalidFieldException(new Refusal(RefusalCode.TEXT_CHARACTER));
    }
    try {
      return constructor.apply(text);
    } catch (IllegalArgumentException _) {
      throw unfit(name, at);
    }
  }

  private List<JsonValue> list(String name, int least, int most) {
    if (value(name) instanceof JsonArray(var values)
        && values.size() >= least
        && values.size() <= most) {
      return values;
    }
    throw unfit(name);
  }

  private static <T> T read(JsonObject inner, String path, Function<Fields, T> reader) {
    var fields = new Fields(inner, path);
    try {
      var value = reader.apply(fields);
      fields.end();
      return value;
    } catch (IllegalArgumentException _) {
      throw new InvalidFieldException(Refusal.ofField(path));
    }
  }

  /** A time that a calendar of ours can show. */
  @Nullable Instant instantOrNull(String name) {
    if (!has(name)) {
      return null;
    }
    long millis = count(name);
    if (millis > MILLIS_MAX) {
      throw unfit(name);
    }
    return Instant.ofEpochMilli(millis);
  }

  /** A value that its type's constructor checks. */
  <T> T checked(String name, Function<String, T> constructor) {
    try {
      return constructor.apply(string(name));
    } catch (IllegalArgumentException _) {
      throw unfit(name);
    }
  }

  <T> @Nullable T checkedOrNull(String name, Function<String, T> constructor) {
    return has(name) ? checked(name, constructor) : null;
  }

  <E extends Enum<E> & Word> E word(String name, Class<E> choices) {
    return Word.of(choices, string(name)).orElseThrow(() -> unfit(name));
  }

  Line line(String name, int graphemesMax) {
    var words = string(name);
    if (!Line.isValid(words, graphemesMax)) {
      throw unfit(name);
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
        throw unfit(name);
      }
    }
  }

  /** A refusal that points at a field of this object. */
  InvalidFieldException unfit(String name) {
    return new InvalidFieldException(Refusal.ofField(pointer(name)));
  }

  private InvalidFieldException unfit(String name, int at) {
    return new InvalidFieldException(Refusal.ofField(pointer(name) + "/" + at));
  }

  /** RFC 6901. */
  private String pointer(String name) {
    return path + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
