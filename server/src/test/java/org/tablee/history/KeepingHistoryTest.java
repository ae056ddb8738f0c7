package org.tablee.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tablee.history.Histories.TABLE;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.store.MemoryStore;
import org.tablee.store.MemoryStore.Lost;
import org.tablee.store.Store;
import org.tablee.store.Store.Collection;
import org.tablee.store.Store.Direction;
import org.tablee.table.ATable;
import org.tablee.table.CommandId;
import org.tablee.table.Commit;
import org.tablee.table.DiagnosisEvent.FindingWithdrawn;
import org.tablee.table.FindingId;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TableId;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingHistoryTest {
  private final MemoryStore store = new MemoryStore();
  private final History history = history(1);

  private History history(long seed) {
    return new History(store, new SplittableRandom(seed));
  }

  static LongStream seeds() {
    var seed = Long.getLong("seed");
    return seed == null ? LongStream.range(0, 20) : LongStream.of(seed);
  }

  @Test
  void C1_whoever_has_the_served_commits_can_check_the_chain() throws Exception {
    Histories.append(history, TABLE, Position.START, Histories.commits(Table.EMPTY, 7, 60));

    var prev = "0".repeat(64);
    for (var chained : history.read(TABLE, new Seq(1), 100)) {
      var served = Json.readObject(Json.write(History.served(chained)));
      var leaves = new ArrayList<JsonValue>();
      var events = served.array("events");
      for (int i = 0; i < events.size(); i++) {
        leaves.add(
            new JsonString(
                sha256(
                    JsonObject.with()
                        .field("salt", served.array("salts").get(i))
                        .field("event", events.get(i))
                        .build())));
      }
      assertThat(served.array("leaves")).isEqualTo(leaves);
      assertThat(served.string("prev")).isEqualTo(prev);
      prev =
          sha256(
              JsonObject.with()
                  .field("table", TABLE.value())
                  .field("seq", served.number("seq"))
                  .field("at", served.number("at"))
                  .field("by", served.string("by"))
                  .field("id", served.string("id"))
                  .field("format", served.number("format"))
                  .field("leaves", leaves)
                  .field("prev", prev)
                  .build());
      assertThat(served.string("hash")).isEqualTo(prev);
    }
    assertThat(history.open(TABLE).position().hash()).isEqualTo(prev);
  }

  /** Canonicalised by an independent library. */
  private static String sha256(JsonObject json) throws Exception {
    var utf8 = new JsonCanonicalizer(Json.write(json)).getEncodedUTF8();
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8));
  }

  @Test
  void C2_of_two_writers_one_is_told_that_the_other_was_first() throws Exception {
    var start = founded();
    var mine = Histories.commits(start.table(), 1, 3);
    var theirs = Histories.commits(start.table(), 2, 2);
    Histories.append(history(2), TABLE, start, theirs);

    var appended = history.append(TABLE, start, mine, () -> {});

    assertThat(appended).isEqualTo(new Appended(List.of(), false));
    assertThat(commits(start)).isEqualTo(theirs);
  }

  @Test
  void C3_a_lost_request_is_made_again_until_the_slot_is_filled() throws Exception {
    var start = founded();
    var commits = Histories.commits(start.table(), 1, 3);
    var waits = new AtomicInteger();
    store.loseNextWrites(3, Lost.REQUEST);

    var appended = history.append(TABLE, start, commits, waits::incrementAndGet);

    assertThat(appended.isWhole()).isTrue();
    assertThat(waits).hasValue(1);
    assertThat(commits(start)).isEqualTo(commits);
  }

  @Test
  void C3_a_lost_answer_is_settled_by_the_slot_and_nothing_is_doubled() throws Exception {
    var start = founded();
    var commits = Histories.commits(start.table(), 1, 4);
    store.loseNextWrites(1, Lost.ANSWER);

    var appended = history.append(TABLE, start, commits, () -> {});

    assertThat(appended.isWhole()).isTrue();
    assertThat(commits(start)).isEqualTo(commits);
  }

  @Test
  void C3_a_list_that_was_cut_goes_on_where_it_was_cut() throws Exception {
    var start = founded();
    var commits = Histories.commits(start.table(), 1, 5);
    store.cutNextListAfter(2);

    var appended = history.append(TABLE, start, commits, () -> {});

    assertThat(appended.isWhole()).isTrue();
    assertThat(commits(start)).isEqualTo(commits);
  }

  @Test
  void C3_a_prefix_may_be_mine_and_the_next_slot_anothers() throws Exception {
    var start = founded();
    var mine = Histories.commits(start.table(), 1, 4);
    // The third slot is another's before the list arrives; its first two are in.
    var stolen = Histories.commits(start.table(), 2, 3).getLast();
    var other = new CommitInSlot(stolen).document();
    store.insert(Collection.COMMITS, other);

    var appended = history.append(TABLE, start, mine, () -> {});

    assertThat(appended.isWhole()).isFalse();
    assertThat(appended.stored().stream().map(ChainedCommit::commit)).isEqualTo(mine.subList(0, 2));
    assertThat(store.read(Collection.COMMITS, other.id()).orElseThrow().document())
        .isEqualTo(other.document());
  }

  /** What another writer put into a slot. */
  private record CommitInSlot(Commit commit) {
    Store.Entry document() {
      var chained =
          new ChainedCommit(commit, 1, List.of("salt"), List.of(), "", "e".repeat(64), List.of());
      return CommitDocument.write(TABLE, chained);
    }
  }

  @Test
  void C4_a_table_opens_from_its_newest_snapshot_and_the_commits_after_it() throws Exception {
    var start = founded();
    var middle = append(start, 1, 40);
    history.keepSnapshot(TABLE, middle);
    var end = append(middle, 2, 5);

    var opened = history.open(TABLE);

    assertThat(opened.pastKnownFrom()).isEqualTo(middle.seq());
    assertThat(opened.position().hash()).isEqualTo(end.hash());
    assertThat(shown(opened.position())).isEqualTo(shown(end));
  }

  @Test
  void C4_a_snapshot_of_another_history_is_passed_over() throws Exception {
    var start = founded();
    history.keepSnapshot(TABLE, start);
    var middle = append(start, 1, 10);
    history.keepSnapshot(TABLE, new Position(middle.table(), "f".repeat(64)));

    var opened = history.open(TABLE);

    assertThat(opened.pastKnownFrom()).isEqualTo(start.seq());
    assertThat(opened.position().hash()).isEqualTo(middle.hash());
  }

  @Test
  void C4_a_snapshot_that_lacks_a_part_or_is_damaged_is_passed_over() throws Exception {
    var start = founded();
    var middle = append(start, 1, 10);
    history.keepSnapshot(TABLE, middle);
    var part = store.range(Collection.SNAPSHOTS, "", "~", Direction.UP, 1).getFirst();
    var read = store.read(Collection.SNAPSHOTS, part.id()).orElseThrow();
    store.replaceIfUnchanged(
        Collection.SNAPSHOTS, part.id(), read, read.document().and("parts", number(2)));
    assertThat(history.open(TABLE).pastKnownFrom()).isEqualTo(Seq.NONE);

    var again = store.read(Collection.SNAPSHOTS, part.id()).orElseThrow();
    store.replaceIfUnchanged(
        Collection.SNAPSHOTS,
        part.id(),
        again,
        read.document().and("text", new JsonString("{\"at\":1")));
    var opened = history.open(TABLE);
    assertThat(opened.pastKnownFrom()).isEqualTo(Seq.NONE);
    assertThat(shown(opened.position())).isEqualTo(shown(middle));
  }

  @Test
  void C4_a_snapshot_that_the_store_cannot_read_is_passed_over_and_taken_away() throws Exception {
    var start = founded();
    history.keepSnapshot(TABLE, start);
    var middle = append(start, 1, 10);
    history.keepSnapshot(TABLE, middle);
    var newest = store.range(Collection.SNAPSHOTS, "", "~", Direction.DOWN, 1).getFirst();
    store.damage(Collection.SNAPSHOTS, newest.id());

    var opened = history.open(TABLE);

    assertThat(opened.pastKnownFrom()).isEqualTo(start.seq());
    assertThat(shown(opened.position())).isEqualTo(shown(middle));
    assertThat(store.range(Collection.SNAPSHOTS, "", "~", Direction.UP, 10)).hasSize(1);
  }

  private static JsonValue number(long value) {
    return new JsonValue.JsonNumber(value);
  }

  @Test
  void C4_C8_the_two_newest_snapshots_are_kept_and_the_first_of_each_span() throws Exception {
    var spans = new History(store, new Random(1), 100);
    var position = founded();
    for (int i = 0; i < 9; i++) {
      position = append(position, i, 40);
      spans.keepSnapshot(TABLE, position);
    }

    // Founded by one or more commits; then 40 more each time.
    long first = position.seq().value() - 360;
    assertThat(first).isLessThan(20);
    assertThat(snapshots())
        .containsExactly(first + 40, first + 120, first + 200, first + 320, first + 360);
    assertThat(history.open(TABLE).pastKnownFrom()).isEqualTo(position.seq());
  }

  private List<Long> snapshots() {
    return store.range(Collection.SNAPSHOTS, "", "~", Direction.UP, 100).stream()
        .map(entry -> CommitDocument.seq(entry.id().substring(0, entry.id().lastIndexOf(':'))))
        .map(Seq::value)
        .toList();
  }

  @Test
  void C8_a_state_of_long_ago_is_folded_from_afar_once() throws Exception {
    append(founded(), 1, 2_600);
    var counting = new CountingStore(store);
    var spans = new History(counting, new Random(1), 1_500);

    var first = spans.at(TABLE, new Seq(2_300));
    assertThat(counting.takeRead()).isGreaterThanOrEqualTo(2_300);
    assertThat(snapshots()).containsExactly(2_000L);
    var second = spans.at(TABLE, new Seq(2_300));

    assertThat(counting.takeRead()).isLessThan(310);
    assertThat(second.hash()).isEqualTo(first.hash());
    assertThat(shown(second)).isEqualTo(shown(first));
  }

  @Test
  void C5_a_commit_that_does_not_verify_is_named() throws Exception {
    append(founded(), 1, 20);
    change(document -> document.and("at", number(document.number("at") + 1)));

    namesTheTwelfth(() -> history.open(TABLE));
    assertThat(history.read(TABLE, new Seq(1), 11)).hasSize(11);
  }

  @Test
  void C5_a_commit_that_the_store_cannot_read_is_named() throws Exception {
    append(founded(), 1, 20);
    store.damage(Collection.COMMITS, CommitDocument.id(TABLE, new Seq(12)));

    namesTheTwelfth(() -> history.open(TABLE));
    namesTheTwelfth(() -> history.hashOf(TABLE, new Seq(12)));
    namesTheTwelfth(() -> history.read(TABLE, new Seq(13), 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"at", "by", "id", "format", "events", "salts", "hash"})
  void C5_a_commit_that_lacks_something_is_named(String field) throws Exception {
    append(founded(), 1, 20);
    change(document -> document.without(field));

    namesTheTwelfth(() -> history.open(TABLE));
  }

  @Test
  void C5_a_commit_with_too_few_salts_is_named() throws Exception {
    append(founded(), 1, 20);
    change(document -> document.and("salts", JsonValue.JsonArray.EMPTY));

    namesTheTwelfth(() -> history.open(TABLE));
  }

  /** Another program writes into the twelfth commit. */
  private void change(UnaryOperator<JsonObject> change) {
    var id = CommitDocument.id(TABLE, new Seq(12));
    var read = store.read(Collection.COMMITS, id).orElseThrow();
    store.replaceIfUnchanged(Collection.COMMITS, id, read, change.apply(read.document()));
  }

  @Test
  void C5_a_commit_that_verifies_and_does_not_fit_the_state_is_named() throws Exception {
    var eleven = append(founded(), 1, 7);
    assertThat(eleven.seq()).isEqualTo(new Seq(11));
    var twelfth =
        new Commit(
            new Seq(12),
            eleven.table().at(),
            ATable.ANA,
            new CommandId(ATable.TAB, 99),
            List.of(new FindingWithdrawn(new FindingId("nowhere"))));
    var _ = history.append(TABLE, eleven, List.of(twelfth), () -> {});

    namesTheTwelfth(() -> history.open(TABLE));
    assertThat(history.at(TABLE, new Seq(11)).hash()).isEqualTo(eleven.hash());
  }

  private static void namesTheTwelfth(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            DamagedHistoryException.class,
            damaged -> assertThat(damaged.seq()).isEqualTo(new Seq(12)));
  }

  @Test
  void C5_a_commit_that_is_missing_is_named() throws Exception {
    append(founded(), 1, 20);
    store.delete(Collection.COMMITS, CommitDocument.id(TABLE, new Seq(12)));

    namesTheTwelfth(() -> history.open(TABLE));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void C6_every_state_is_the_same_by_snapshot_and_by_fold(long seed) throws Exception {
    var random = new SplittableRandom(seed);
    var position = founded();
    var folds = new ArrayList<>(List.of(position));
    for (int i = 0; i < 6; i++) {
      for (var commit : Histories.commits(position.table(), random.nextLong(100), 1 + i)) {
        position = Histories.append(history, TABLE, position, List.of(commit));
        folds.add(position);
      }
      history.keepSnapshot(TABLE, position);
    }

    for (var fold : folds) {
      var read = history.at(TABLE, fold.seq());
      assertThat(read.hash()).isEqualTo(fold.hash());
      assertThat(shown(read)).isEqualTo(shown(fold));
    }
  }

  @Test
  void C7_opening_reads_the_last_snapshot_and_its_tail_only() throws Exception {
    var counting = new CountingStore(store);
    var counted = new History(counting, new SplittableRandom(3));
    for (int i = 0; i < 1_000; i++) {
      var other = new TableId("other-" + i);
      Histories.append(counted, other, Position.START, Histories.founding());
    }
    var position =
        Histories.append(counted, TABLE, Position.START, Histories.commits(Table.EMPTY, 1, 20));
    while (position.seq().value() < 100_000) {
      position =
          Histories.append(counted, TABLE, position, Histories.letters(position.table(), 500));
    }
    counted.keepSnapshot(TABLE, position);
    position = Histories.append(counted, TABLE, position, Histories.letters(position.table(), 499));
    counting.takeRead();

    var opened = counted.open(TABLE);

    assertThat(opened.position().hash()).isEqualTo(position.hash());
    assertThat(counting.takeRead()).isBetween(499, 499 + 10);
  }

  private Position founded() throws InterruptedException {
    return Histories.append(history, TABLE, Position.START, Histories.founding());
  }

  private Position append(Position after, long seed, int count) throws InterruptedException {
    return Histories.append(history, TABLE, after, Histories.commits(after.table(), seed, count));
  }

  private List<Commit> commits(Position after) {
    return history.after(TABLE, after, 1_000).stream().map(ChainedCommit::commit).toList();
  }

  /** Everything that a snapshot holds of a state. */
  private static String shown(Position position) {
    var json = Json.readObject(Snapshot.write(position.table()));
    var clients = json.objects("clients").stream().map(JsonObject::toString).sorted().toList();
    var created = new TreeMap<>(json.object("created").fields());
    return json.without("clients").without("created") + " " + created + " " + clients;
  }
}
