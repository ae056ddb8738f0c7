package org.tablee.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tablee.json.JsonValue.JsonArray;
import org.tablee.json.JsonValue.JsonBoolean;
import org.tablee.json.JsonValue.JsonNull;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.json.JsonValue.JsonString;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CanonicalJsonTest {
  static LongStream seeds() {
    var seed = Long.getLong("seed");
    return seed == null ? LongStream.range(0, 200) : LongStream.of(seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void it_equals_an_independent_implementation_of_RFC_8785(long seed) throws Exception {
    var object = object(new SplittableRandom(seed), 0);

    var expected = new JsonCanonicalizer(Json.write(object)).getEncodedUTF8();

    assertThat(CanonicalJson.utf8(object)).isEqualTo(expected);
  }

  @Test
  void names_are_ordered_by_code_units_and_controls_are_escaped() {
    var object =
        JsonObject.with()
            .field("\uD83D\uDE00", 1)
            .field("\uFB33", 2)
            .field("a", "\u0000\u001f\b\t\n\f\r\"\\/\u007f\u2028")
            .build();

    assertThat(new String(CanonicalJson.utf8(object), UTF_8))
        .isEqualTo(
            "{\"a\":\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\u007f\u2028\","
                + "\"\uD83D\uDE00\":1,\"\uFB33\":2}");
  }

  @Test
  void a_lone_surrogate_cannot_be_hashed() {
    for (var lone : new String[] {"\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D"}) {
      assertThatThrownBy(() -> CanonicalJson.utf8(new JsonString(lone)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static JsonObject object(SplittableRandom random, int depth) {
    var builder = JsonObject.with();
    var size = random.nextInt(6);
    for (int i = 0; i < size; i++) {
      builder.field(string(random), value(random, depth + 1));
    }
    return builder.build();
  }

  private static JsonValue value(SplittableRandom random, int depth) {
    return switch (random.nextInt(depth > 3 ? 4 : 6)) {
      case 0 -> new JsonString(string(random));
      case 1 -> new JsonNumber(random.nextLong(-JsonValue.MAX_NUMBER, JsonValue.MAX_NUMBER));
      case 2 -> random.nextBoolean() ? JsonBoolean.TRUE : JsonBoolean.FALSE;
      case 3 -> JsonNull.NULL;
      case 4 -> object(random, depth);
      default -> {
        var values = new ArrayList<JsonValue>();
        for (int i = random.nextInt(4); i > 0; i--) {
          values.add(value(random, depth + 1));
        }
        yield new JsonArray(values);
      }
    };
  }

  private static String string(SplittableRandom random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x20, 0x7f));
        case 1 -> text.append((char) random.nextInt(1, 0x20));
        case 2 -> text.append((char) random.nextInt(0xa0, 0xd800));
        default -> text.appendCodePoint(random.nextInt(0x10000, 0x10fffe));
      }
    }
    return text.toString();
  }
}
