package org.tablee.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the algebra to answers of the npm package, see {@code write-delta-vectors.mjs}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeltaVectorsTest {
  private static final JsonFactory JSON = new JsonFactory();
  private static final List<Vector> VECTORS = vectors();

  @Test
  void there_are_more_than_a_thousand_vectors_of_each_kind() {
    assertThat(VECTORS.stream().collect(groupingBy(Vector::kind, counting())))
        .containsOnlyKeys("compose", "transform", "transformPosition", "invert")
        .allSatisfy((_, count) -> assertThat(count).isGreaterThan(1_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"compose", "transform", "transformPosition", "invert"})
  void T1_each_answer_is_that_of_quill_delta(String kind) {
    assertAll(
        IntStream.range(0, VECTORS.size())
            .filter(at -> VECTORS.get(at).kind().equals(kind))
            .mapToObj(at -> (Executable) () -> assertAnswer(at + 1, VECTORS.get(at))));
  }

  private static void assertAnswer(int line, Vector vector) {
    var a = vector.a();
    var b = vector.b();
    switch (vector.kind()) {
      case "compose" -> assertThat(a.compose(b)).as("line %d", line).isEqualTo(vector.delta());
      case "transform" ->
          assertThat(a.transform(b, vector.priority()))
              .as("line %d", line)
              .isEqualTo(vector.delta());
      case "transformPosition" ->
          assertThat(a.transformPosition(vector.position(), vector.priority()))
              .as("line %d", line)
              .isEqualTo(vector.number());
      case "invert" -> assertThat(a.invert(b)).as("line %d", line).isEqualTo(vector.delta());
      default -> throw new AssertionError("unknown kind " + vector.kind());
    }
  }

  /** One line; what its kind does not have is empty, zero or false. The base of an invert is b. */
  private record Vector(
      String kind, Delta a, Delta b, boolean priority, int position, Delta delta, int number) {}

  private static List<Vector> vectors() {
    var file =
        Objects.requireNonNull(
            DeltaVectorsTest.class.getResourceAsStream("/text/delta-vectors.jsonl"));
    try (var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
      return lines.lines().map(DeltaVectorsTest::vector).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Vector vector(String line) {
    try (var json = JSON.createParser(line)) {
      String kind = "";
      var a = Delta.EMPTY;
      var b = Delta.EMPTY;
      var is = Delta.EMPTY;
      boolean priority = false;
      int position = 0;
      int number = 0;
      json.nextToken();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        var name = json.currentName();
        boolean isArray = json.nextToken() == JsonToken.START_ARRAY;
        switch (name) {
          case "do" -> kind = json.getText();
          case "a" -> a = DeltaJson.delta(json);
          case "b", "base" -> b = DeltaJson.delta(json);
          case "priority" -> priority = json.getBooleanValue();
          case "position" -> position = json.getIntValue();
          case "is" -> {
            if (isArray) {
              is = DeltaJson.delta(json);
            } else {
              number = json.getIntValue();
            }
          }
          default -> throw new AssertionError("unknown field " + name);
        }
      }
      return new Vector(kind, a, b, priority, position, is, number);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }
}
