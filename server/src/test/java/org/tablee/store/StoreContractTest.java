package org.tablee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tablee.store.Store.Collection.BOXES;
import static org.tablee.store.Store.Collection.COMMITS;
import static org.tablee.store.Store.Collection.SNAPSHOTS;
import static org.tablee.store.Store.Collection.TABLES;
import static org.tablee.store.Store.Direction.DOWN;
import static org.tablee.store.Store.Direction.UP;
import static org.tablee.store.Store.Outcome.DONE;
import static org.tablee.store.Store.Outcome.TAKEN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonArray;
import org.tablee.json.JsonValue.JsonNull;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.json.JsonValue.JsonUnfit;
import org.tablee.store.Store.Entry;
import org.tablee.store.Store.Inserted;

/** What every store keeps; one subclass for each. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class StoreContractTest {
  private Store store;

  /** A store with nothing in it. */
  protected abstract Store emptyStore() throws Exception;

  @BeforeEach
  void openStore() throws Exception {
    store = emptyStore();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void S1_what_was_inserted_is_read_back() {
    assertThat(store.insert(TABLES, entry("a", 1))).isEqualTo(DONE);

    assertThat(document("a")).contains(numbered(1));
    assertThat(document("b")).isEmpty();
  }

  @Test
  void S1_collections_do_not_share_ids() {
    store.insert(TABLES, entry("a", 1));

    assertThat(store.insert(BOXES, entry("a", 2))).isEqualTo(DONE);
    assertThat(document("a")).contains(numbered(1));
  }

  @Test
  void S2_a_taken_id_stays_with_who_took_it() {
    store.insert(TABLES, entry("a", 1));

    assertThat(store.insert(TABLES, entry("a", 2))).isEqualTo(TAKEN);
    assertThat(store.insert(TABLES, entry("a", 1))).isEqualTo(TAKEN);
    assertThat(document("a")).contains(numbered(1));
  }

  @Test
  void S3_a_list_is_inserted_in_order() {
    var inserted = store.insertInOrder(TABLES, entries("a", "b", "c"));

    assertThat(inserted).isEqualTo(new Inserted(3, DONE));
    assertThat(allOf(TABLES)).isEqualTo(entries("a", "b", "c"));
    assertThat(store.insertInOrder(TABLES, List.of())).isEqualTo(new Inserted(0, DONE));
  }

  @Test
  void S3_a_list_stops_at_a_taken_id_and_leaves_the_rest_untouched() {
    store.insert(TABLES, entry("c", 99));

    var inserted = store.insertInOrder(TABLES, entries("a", "b", "c", "d", "e"));

    assertThat(inserted).isEqualTo(new Inserted(2, TAKEN));
    assertThat(allOf(TABLES)).containsExactly(entry("a", 0), entry("b", 1), entry("c", 99));
  }

  @Test
  void S3_a_list_that_starts_at_a_taken_id_or_names_one_twice_stops_there() {
    assertThat(store.insertInOrder(TABLES, List.of(entry("a", 0), entry("a", 1), entry("b", 2))))
        .isEqualTo(new Inserted(1, TAKEN));
    assertThat(store.insertInOrder(TABLES, List.of(entry("a", 7), entry("b", 8))))
        .isEqualTo(new Inserted(0, TAKEN));
    assertThat(allOf(TABLES)).containsExactly(entry("a", 0));
  }

  @Test
  void S4_a_range_goes_up_or_down_from_its_first_id_to_before_its_last() {
    store.insertInOrder(TABLES, entries("a", "b", "c", "d"));

    assertThat(ids("b", "d", UP, 9)).containsExactly("b", "c");
    assertThat(ids("b", "d", DOWN, 9)).containsExactly("c", "b");
    assertThat(ids("", "~", UP, 9)).containsExactly("a", "b", "c", "d");
    assertThat(ids("aa", "c0", UP, 9)).containsExactly("b", "c");
    assertThat(ids("b", "b", UP, 9)).isEmpty();
    assertThat(ids("d", "b", DOWN, 9)).isEmpty();
  }

  @Test
  void S4_a_limit_counts_from_where_the_range_starts() {
    store.insertInOrder(TABLES, entries("a", "b", "c", "d"));

    assertThat(ids("a", "~", UP, 2)).containsExactly("a", "b");
    assertThat(ids("a", "d", DOWN, 2)).containsExactly("c", "b");
    assertThat(ids("a", "~", DOWN, 1)).containsExactly("d");
    assertThat(ids("a", "~", UP, 0)).isEmpty();
    assertThatThrownBy(() -> ids("a", "~", UP, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void S4_a_table_whose_name_begins_like_another_is_not_in_its_range() {
    for (var table : List.of("a", "a-b", "a_b", "ab", "A", "a0")) {
      store.insertInOrder(
          COMMITS, entries(table + ":0000000000000001", table + ":0000000000000002"));
    }

    assertThat(store.range(COMMITS, "a:", "a;", UP, 99))
        .isEqualTo(entries("a:0000000000000001", "a:0000000000000002"));
    assertThat(store.range(COMMITS, "a-b:", "a-b;", DOWN, 1))
        .containsExactly(entry("a-b:0000000000000002", 1));
  }

  @Test
  void S4_ids_are_ordered_by_their_characters_codes() {
    var mixed = List.of("_", "b", "B", "a:1", "a", "-", "0", "a-b:1", "~", "Z", "9");
    mixed.forEach(id -> store.insert(TABLES, entry(id, 0)));

    assertThat(ids("", "\u007f", UP, 99)).isEqualTo(mixed.stream().sorted().toList());
    assertThat(ids("", "\u007f", DOWN, 99)).isEqualTo(mixed.stream().sorted().toList().reversed());
  }

  @Test
  void S4_a_long_range_is_complete() {
    var many = new ArrayList<Entry>();
    for (int i = 0; i < 2_500; i++) {
      many.add(entry("t:%016d".formatted(i), i));
    }
    store.insertInOrder(COMMITS, many);

    assertThat(store.range(COMMITS, "t:", "t;", UP, 100_000)).isEqualTo(many);
    assertThat(store.range(COMMITS, "t:", "t;", DOWN, 2_400))
        .isEqualTo(many.reversed().subList(0, 2_400));
  }

  @Test
  void S5_a_document_is_replaced_only_while_it_is_the_one_that_was_read() {
    store.insert(BOXES, entry("a", 1));
    var read = store.read(BOXES, "a").orElseThrow();

    assertThat(store.replaceIfUnchanged(BOXES, "a", read, numbered(2))).isEqualTo(DONE);
    assertThat(store.replaceIfUnchanged(BOXES, "a", read, numbered(3))).isEqualTo(TAKEN);

    var reread = store.read(BOXES, "a").orElseThrow();
    assertThat(reread.document()).isEqualTo(numbered(2));
    assertThat(store.replaceIfUnchanged(BOXES, "a", reread, numbered(4))).isEqualTo(DONE);
    assertThat(store.read(BOXES, "a").orElseThrow().document()).isEqualTo(numbered(4));
  }

  @Test
  void S5_a_document_that_is_gone_or_came_anew_is_not_the_one_that_was_read() {
    store.insert(BOXES, entry("a", 1));
    var read = store.read(BOXES, "a").orElseThrow();
    store.delete(BOXES, "a");

    assertThat(store.replaceIfUnchanged(BOXES, "a", read, numbered(2))).isEqualTo(TAKEN);
    assertThat(store.read(BOXES, "a")).isEmpty();

    store.insert(BOXES, entry("a", 1));
    assertThat(store.replaceIfUnchanged(BOXES, "a", read, numbered(2))).isEqualTo(TAKEN);
    assertThat(store.read(BOXES, "a").orElseThrow().document()).isEqualTo(numbered(1));
  }

  @Test
  void S5_of_several_that_replace_at_once_one_wins() throws Exception {
    int racers = 8;
    for (int round = 0; round < 20; round++) {
      var id = "box" + round;
      store.insert(BOXES, entry(id, 0));
      var read = store.read(BOXES, id).orElseThrow();

      var outcomes =
          atOnce(racers, racer -> store.replaceIfUnchanged(BOXES, id, read, numbered(racer + 1)));

      assertThat(outcomes).containsOnlyOnce(DONE).containsOnly(DONE, TAKEN);
      assertThat(store.read(BOXES, id).orElseThrow().document())
          .isEqualTo(numbered(outcomes.indexOf(DONE) + 1));
    }
  }

  @Test
  void S6_what_is_deleted_is_gone_and_its_id_is_free() {
    store.insertInOrder(TABLES, entries("a", "b"));

    assertThat(store.delete(TABLES, "a")).isEqualTo(DONE);
    assertThat(store.delete(TABLES, "a")).isEqualTo(DONE);
    assertThat(store.delete(TABLES, "never there")).isEqualTo(DONE);
    assertThat(allOf(TABLES)).containsExactly(entry("b", 1));
    assertThat(store.insert(TABLES, entry("a", 5))).isEqualTo(DONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "👩‍👩‍👧‍👦 👩🏽‍🦽 🇫🇷 🏴󠁧󠁢󠁢󠁲󠁥󠁿",
        "caf\u00e9 cafe\u0301 \u1e69 s\u0323\u0307 s\u0307\u0323",
        "line\u2028separator\u2029 \r\n\t\b\f \u0000 \u0001 \u001f \u007f \u0085 \ufeff \ufffd",
        "\" ' \\ \\u0041 \\\" `; DROP TABLE commits; -- $where %24 %00 {\"a\":1}",
        "العربيّة עִבְרִית tiếng Việt ⠃⠗⠇ c’hwec’h \u202eabc\u202c \u200b",
        "𝔘𐍈 \ud83d\ude00\u0301 \uffff \ufffe"
      })
  void S7_text_comes_back_code_unit_by_code_unit(String text) {
    var document =
        JsonObject.with()
            .field("text", text)
            .field(text, JsonObject.with().field(text, List.of(new JsonString(text))).build())
            .build();
    store.insert(TABLES, new Entry("a", document));

    assertThat(document("a").map(JsonObject::toString)).contains(document.toString());
    assertThat(store.range(TABLES, "a", "b", UP, 1)).containsExactly(new Entry("a", document));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$where",
        "$",
        "$ref",
        "a.b",
        ".",
        "..a",
        "",
        "_id",
        "_v",
        "_",
        "__proto__",
        "%",
        "%24a",
        "%5Fid",
        "a%",
        "a b",
        "id",
        "\u0000",
        "a\u0000b",
        "é",
        "👩‍👩‍👧‍👦"
      })
  void S7_any_field_name_is_kept_at_any_depth(String name) {
    var inner = JsonObject.with().field(name, 1).field("x", 2).build();
    var document =
        JsonObject.with()
            .field("before", 1)
            .field(name, inner)
            .field("list", List.of(inner))
            .build();

    assertThat(store.insert(BOXES, new Entry("a", document))).isEqualTo(DONE);
    var read = store.read(BOXES, "a").orElseThrow();
    assertThat(read.document()).isEqualTo(document);

    var next = document.and(name, new JsonString("next"));
    assertThat(store.replaceIfUnchanged(BOXES, "a", read, next)).isEqualTo(DONE);
    assertThat(store.read(BOXES, "a").orElseThrow().document()).isEqualTo(next);
  }

  @Test
  void S7_text_that_only_looks_the_same_is_kept_apart() {
    var document =
        JsonObject.with().field("caf\u00e9", "\u00e9").field("cafe\u0301", "e\u0301").build();
    store.insert(TABLES, new Entry("a", document));

    assertThat(document("a").orElseThrow().fields()).hasSize(2);
    assertThat(document("a")).contains(document);
  }

  @Test
  void S7_every_kind_of_value_and_the_order_of_fields_come_back() {
    var document =
        JsonObject.with()
            .field("z", JsonValue.MAX_NUMBER)
            .field("least", -JsonValue.MAX_NUMBER)
            .field("zero", 0)
            .field("int", Integer.MIN_VALUE)
            .field("yes", true)
            .field("no", false)
            .field("nothing", JsonNull.NULL)
            .field("empty", JsonObject.EMPTY)
            .field("none", JsonArray.EMPTY)
            .field(
                "list",
                List.of(JsonNull.NULL, new JsonNumber(1), JsonArray.EMPTY, JsonObject.EMPTY))
            .field("a", "last")
            .build();
    store.insert(TABLES, new Entry("a", document));
    store.insert(TABLES, new Entry("b", JsonObject.EMPTY));

    assertThat(document("a").map(JsonObject::toString)).contains(document.toString());
    assertThat(document("b")).contains(JsonObject.EMPTY);
  }

  @Test
  void S8_a_document_of_four_mebibytes_is_kept() {
    var random = new SplittableRandom(8);
    var words = new ArrayList<JsonValue>();
    for (int length = 0; length < 4 << 20; length += 68) {
      words.add(new JsonString("é%064x".formatted(random.nextLong())));
    }
    var document = JsonObject.with().field("words", words).build();

    assertThat(store.insert(SNAPSHOTS, new Entry("a", document))).isEqualTo(DONE);
    assertThat(store.insertInOrder(SNAPSHOTS, List.of(new Entry("b", document))).end())
        .isEqualTo(DONE);
    assertThat(store.read(SNAPSHOTS, "a").orElseThrow().document()).isEqualTo(document);
    assertThat(store.range(SNAPSHOTS, "a", "c", UP, 9))
        .containsExactly(new Entry("a", document), new Entry("b", document));
  }

  @Test
  void S8_what_no_store_could_keep_is_refused_before_anything_is_written() {
    var large = JsonObject.with().field("a", "x".repeat(Store.DOCUMENT_BYTES_MAX)).build();
    var torn = JsonObject.with().field("a", "\ud83d").build();
    var deep = JsonObject.EMPTY;
    for (int i = 0; i < 32; i++) {
      deep = JsonObject.with().field("a", deep).build();
    }
    var deepest = deep.object("a");

    var named = JsonObject.with().field("é".repeat(128), 1).field("a".repeat(256), 2).build();
    var unfit = JsonObject.with().field("a", new JsonUnfit("1.5")).build();
    var misnamed = JsonObject.with().field("é".repeat(129), 1).build();

    for (var refused : List.of(large, torn, deep, misnamed, unfit)) {
      assertThatThrownBy(() -> store.insert(TABLES, new Entry("a", refused)))
          .isInstanceOf(IllegalArgumentException.class);
      var list = List.of(entry("b", 1), new Entry("c", refused));
      assertThatThrownBy(() -> store.insertInOrder(TABLES, list))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(allOf(TABLES)).isEmpty();
    assertThat(store.insert(TABLES, new Entry("a", deepest))).isEqualTo(DONE);
    assertThat(document("a")).contains(deepest);
    assertThat(store.insert(TABLES, new Entry("b", named))).isEqualTo(DONE);
    assertThat(document("b")).contains(named);
    assertThatThrownBy(() -> new Entry("é", deepest)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void S9_of_many_that_want_one_id_one_gets_it() throws Exception {
    for (int slot = 0; slot < 50; slot++) {
      var id = "t:%016d".formatted(slot);

      var outcomes = atOnce(8, racer -> store.insert(COMMITS, entry(id, racer)));

      assertThat(outcomes).containsOnlyOnce(DONE).containsOnly(DONE, TAKEN);
      assertThat(store.read(COMMITS, id).orElseThrow().document())
          .isEqualTo(numbered(outcomes.indexOf(DONE)));
    }
  }

  @Test
  void S9_many_writers_at_once_each_learn_their_own_outcome() throws Exception {
    int writers = 32;
    int rounds = 25;
    var taken = new TreeMap<String, JsonObject>();
    for (int writer = 0; writer < writers; writer++) {
      // Each third round of each writer runs into a document that stands there already.
      for (int round = 0; round < rounds; round += 3) {
        var standing = entry("w%02d:%04d:1".formatted(writer, round), -1);
        store.insert(COMMITS, standing);
        taken.put(standing.id(), standing.document());
      }
    }

    atOnce(
        writers,
        writer -> {
          for (int round = 0; round < rounds; round++) {
            var slot = "w%02d:%04d:".formatted(writer, round);
            var list = entries(slot + 0, slot + 1, slot + 2);
            assertThat(store.insertInOrder(COMMITS, list))
                .isEqualTo(round % 3 == 0 ? new Inserted(1, TAKEN) : new Inserted(3, DONE));
          }
          return DONE;
        });

    for (int writer = 0; writer < writers; writer++) {
      for (int round = 0; round < rounds; round++) {
        var slot = "w%02d:%04d:".formatted(writer, round);
        var expected =
            round % 3 == 0
                ? List.of(entry(slot + 0, 0), entry(slot + 1, -1))
                : entries(slot + 0, slot + 1, slot + 2);
        assertThat(store.range(COMMITS, slot, slot + "~", UP, 9)).isEqualTo(expected);
      }
    }
    assertThat(taken).isNotEmpty();
  }

  @Test
  void S10_who_reads_while_another_writes_sees_a_prefix_and_all_that_was_done() throws Exception {
    int commits = 400;
    var done = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing =
          threads.submit(() -> {
            for (int i = 0; i < commits; i++) {
              assertThat(store.insert(COMMITS, entry("t:%016d".formatted(i), i))).isEqualTo(DONE);
              done.set(i + 1);
            }
          });
      int seen = 0;
      while (seen < commits && !(writing.isDone() && done.get() < commits)) {
        int atLeast = done.get();
        var range = store.range(COMMITS, "t:", "t;", UP, 1_000);
        assertThat(range).hasSizeGreaterThanOrEqualTo(Math.max(atLeast, seen));
        for (int i = 0; i < range.size(); i++) {
          assertThat(range.get(i)).isEqualTo(entry("t:%016d".formatted(i), i));
        }
        seen = range.size();
      }
      writing.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void S11_a_closed_store_answers_nothing_and_may_be_closed_again() {
    store.insert(TABLES, entry("a", 1));
    store.close();
    store.close();

    assertThatThrownBy(() -> store.insert(TABLES, entry("b", 1)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> store.read(TABLES, "a")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> store.delete(TABLES, "a")).isInstanceOf(IllegalStateException.class);
  }

  private interface Racing<T> {
    T run(int racer) throws Exception;
  }

  /** Runs the same thing on several virtual threads that start together; results by number. */
  private static <T> List<T> atOnce(int racers, Racing<T> racing) throws Exception {
    var start = new CyclicBarrier(racers);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (int i = 0; i < racers; i++) {
        int racer = i;
        Callable<T> one =
            () -> {
              start.await(30, TimeUnit.SECONDS);
              return racing.run(racer);
            };
        running.add(threads.submit(one));
      }
      var results = new ArrayList<T>();
      for (var one : running) {
        results.add(one.get(60, TimeUnit.SECONDS));
      }
      return results;
    }
  }

  private Optional<JsonObject> document(String id) {
    return store.read(TABLES, id).map(Store.Versioned::document);
  }

  private List<String> ids(String from, String to, Store.Direction direction, int limit) {
    return store.range(TABLES, from, to, direction, limit).stream().map(Entry::id).toList();
  }

  private List<Entry> allOf(Store.Collection collection) {
    return store.range(collection, "", "\u007f", UP, 100_000);
  }

  private static List<Entry> entries(String... ids) {
    var entries = new ArrayList<Entry>();
    for (var id : ids) {
      entries.add(entry(id, entries.size()));
    }
    return entries;
  }

  private static Entry entry(String id, long number) {
    return new Entry(id, numbered(number));
  }

  private static JsonObject numbered(long number) {
    return JsonObject.with().field("number", number).build();
  }
}
