package org.tablee.json;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import org.tablee.json.JsonValue.JsonUnfit;

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

  @Test
  void a_character_beyond_the_first_plane_is_written_in_four_bytes() {
    var emoji = JsonObject.with().field("a", "\uD83D\uDC75").build();

    assertThat(Json.writeUtf8(emoji)).isEqualTo("{\"a\":\"\uD83D\uDC75\"}".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D", "a\uD83Db", "\uDC75"})
  void a_lone_surrogate_is_escaped_for_it_has_no_UTF_8(String lone) {
    var broken = JsonObject.with().field("a", lone).build();

    assertThat(Json.writeUtf8(broken))
        .isEqualTo(new String(Json.writeUtf8(broken), UTF_8).getBytes(UTF_8));
    assertThat(Json.readObject(Json.writeUtf8(broken))).isEqualTo(broken);
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
        "{\"a\":NaN}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":1,}",
        "{\"a\":\"\u0001\"}",
      })
  void anything_but_one_strict_object_is_refused(String text) {
    assertThatThrownBy(() -> Json.readObject(text)).isInstanceOf(MalformedJsonException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "1.0",
        "1e309",
        "1e2",
        "9007199254740992",
        "-9007199254740992",
        "9223372036854775808",
        "123456789012345678901234567890",
      })
  void a_number_that_the_contract_does_not_know_fits_no_field(String number) {
    var object = Json.readObject("{\"a\":" + number + "}");

    assertThat(object.field("a")).isEqualTo(new JsonUnfit(number));
    assertThatThrownBy(() -> object.number("a")).isInstanceOf(MalformedJsonException.class);
    assertThatThrownBy(() -> Json.write(object)).isInstanceOf(IllegalArgumentException.class);
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
