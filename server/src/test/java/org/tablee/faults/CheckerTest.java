package org.tablee.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.json.JsonObject;

/** The checker finds what it is there for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckerTest {
  private record Told(String name, Map<Long, JsonObject> commits, List<String> stored)
      implements Checker.Journal {}

  private static JsonObject commit(long seq, String id) {
    return JsonObject.with()
        .field("seq", seq)
        .field("at", 1_000)
        .field("by", "ana")
        .field("id", id)
        .field("events", List.of(JsonObject.with().field("type", "X").build()))
        .build();
  }

  private static final List<JsonObject> HISTORY = List.of(commit(1, "a-1"), commit(2, "a-2"));

  private static List<String> faults(List<JsonObject> history, Told told) {
    return Checker.faults(history, List.of(told));
  }

  @Test
  void what_was_told_and_is_kept_is_fine() {
    var told = new Told("ana", Map.of(1L, commit(1, "a-1"), 2L, commit(2, "a-2")), List.of("a-2"));

    assertThat(faults(HISTORY, told)).isEmpty();
  }

  @Test
  void a_host_that_announces_before_it_stores_is_caught() {
    var told = new Told("ana", Map.of(3L, commit(3, "a-3")), List.of("a-3"));

    assertThat(faults(HISTORY, told))
        .contains("ana was told that a-3 is stored", "ana saw another id at 3");
  }

  @Test
  void a_host_that_ignores_a_lost_race_is_caught() {
    var told = new Told("ana", Map.of(2L, commit(2, "b-7")), List.of());

    assertThat(faults(HISTORY, told)).containsExactly("ana saw another id at 2");
  }

  @Test
  void a_host_that_applies_a_resent_id_twice_is_caught() {
    var doubled = List.of(commit(1, "a-1"), commit(2, "a-1"));

    assertThat(faults(doubled, new Told("ana", Map.of(), List.of())))
        .containsExactly("ana a-1 is stored 2 times");
  }

  @Test
  void a_number_that_is_missing_is_caught() {
    assertThat(
            faults(
                List.of(commit(1, "a-1"), commit(3, "a-3")), new Told("ana", Map.of(), List.of())))
        .containsExactly("commit 3 stands at 2");
  }
}
