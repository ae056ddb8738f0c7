package org.tablee.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tablee.json.JsonValue.JsonNull;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.json.JsonValue.JsonString;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingJsonTest {
  @Test
  void an_object_reads_back_as_it_was_written() {
    var object =
        JsonObject.with()
            .field("name", "Ana \uD83D\uDC75\uD83C\uDFFD \u0301e")
            .field("n", JsonValue.MAX_NUMBER)
            .field("flag", true)
            .field("nothing", JsonNull.NULL)
            .field("list", List.of(new JsonNumber(-1), new JsonString("")))
            .field("inner", JsonObject.with().field("a", 1).build())
            .build();

    assertThat(Json.readObject(Json.write(object))).isEqualTo(object);
    assertThat(Json.readObject(Json.writeUtf8(object))).isEqualTo(object);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "1",
        "null",
        "\"a\"",
        "{}{}",
        "{} x",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1.5}",
        "{\"a\":1e309}",
        "{\"a\":1e2}",
        "{\"a\":9007199254740992}",
        "{\"a\":-9007199254740992}",
        "{\"a\":123456789012345678901234567890}",
        "{\"a\":NaN}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":1,}",
        "{\"a\":\"\u0001\"}",
      })
  void anything_but_one_strict_object_is_refused(String text) {
    assertThatThrownBy(() -> Json.readObject(text)).isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void nesting_beyond_the_bound_is_refused() {
    var within = "{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}";
    var beyond = "{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}";

    assertThat(Json.readObject(within).fields()).hasSize(1);
    assertThatThrownBy(() -> Json.readObject(beyond)).isInstanceOf(MalformedJsonException.class);
    assertThatThrownBy(() -> Json.readObject("{\"a\":" + "[".repeat(10_000)))
        .isInstanceOf(MalformedJsonException.class);
  }
}
