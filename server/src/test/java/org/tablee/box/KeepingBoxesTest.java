package org.tablee.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.YANN;

import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tablee.box.Boxes.Put;
import org.tablee.json.JsonObject;
import org.tablee.store.MemoryStore;
import org.tablee.store.MemoryStore.Lost;
import org.tablee.store.Store.Collection;
import org.tablee.table.BoxId;
import org.tablee.table.ClientId;
import org.tablee.table.CommandId;
import org.tablee.table.DeviceKey;
import org.tablee.table.Given;
import org.tablee.table.Hand;
import org.tablee.table.Inside;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Sheet;
import org.tablee.table.Slot;
import org.tablee.table.TableId;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(30)
class KeepingBoxesTest {
  private static final TableId TABLE = new TableId("aines");
  private static final BoxId BOX = new BoxId("doubts");
  private static final ClientId TAB = new ClientId("tab-0001");
  private final MemoryStore store = new MemoryStore();
  private final Boxes boxes = new Boxes(store, new SplittableRandom(1));
  private int waits;

  private Put put(Hand hand, long number, String words) throws InterruptedException {
    return boxes.put(TABLE, BOX, new CommandId(TAB, number), hand, sheet(words), this::waits);
  }

  private void waits() {
    waits++;
  }

  private static Sheet sheet(String... words) {
    return new Sheet(List.of(words).stream().map(Line::new).toList());
  }

  private static Hand.Unsigned unsigned(ParticipantId who, String device) {
    var key = new DeviceKey("secret-of-the-device-of-" + device);
    return new Hand.Unsigned(new Given(who, Slot.ONLY), key);
  }

  private static Hand.Signed signed(ParticipantId who, String slot) {
    return new Hand.Signed(new Given(who, new Slot(slot)));
  }

  private JsonObject stored() {
    return store.read(Collection.BOXES, "aines:doubts").orElseThrow().document();
  }

  private List<String> words() {
    return Box.read(stored()).contents().stream()
        .map(held -> ((Sheet) held.content()).entries().getFirst().value())
        .sorted()
        .toList();
  }

  @Test
  void SB1_what_was_handed_in_is_in_the_store_when_that_is_said() throws Exception {
    var put = put(unsigned(ANA, "ana"), 1, "Le dimanche");

    assertThat(put)
        .isEqualTo(
            new Put.In(
                new Inside(
                    List.of(new Given(ANA, Slot.ONLY)),
                    List.of(new Inside.Content.Unsigned(sheet("Le dimanche"))))));
    assertThat(words()).containsExactly("Le dimanche");
  }

  @Test
  void SB2_what_one_hands_in_again_takes_the_place_of_the_first() throws Exception {
    put(unsigned(ANA, "ana"), 1, "Le dimanche");
    put(unsigned(YANN, "yann"), 1, "Le bus");
    put(unsigned(ANA, "ana"), 2, "Le samedi");

    assertThat(words()).containsExactly("Le bus", "Le samedi");
    assertThat(Box.read(stored()).given()).hasSize(2);
  }

  @Test
  void SB2_a_command_that_comes_again_changes_nothing_open_closed_or_emptied() throws Exception {
    put(unsigned(ANA, "ana"), 1, "Le dimanche");
    put(unsigned(ANA, "ana"), 2, "Le samedi");
    var before = stored();

    assertThat(put(unsigned(ANA, "ana"), 1, "Le dimanche")).isInstanceOf(Put.In.class);
    assertThat(put(unsigned(ANA, "ana"), 2, "Le samedi")).isInstanceOf(Put.In.class);
    assertThat(stored()).isEqualTo(before);

    boxes.close(TABLE, BOX, this::waits);
    assertThat(put(unsigned(ANA, "ana"), 2, "Le samedi")).isInstanceOf(Put.In.class);
    assertThat(put(unsigned(ANA, "ana"), 3, "Trop tard")).isEqualTo(new Put.Closed());
    boxes.empty(TABLE, BOX, this::waits);
    assertThat(put(unsigned(ANA, "ana"), 2, "Le samedi")).isInstanceOf(Put.In.class);
    assertThat(put(unsigned(YANN, "yann"), 1, "Trop tard")).isEqualTo(new Put.Closed());
    assertThat(words()).isEmpty();
  }

  @Test
  void SB2_in_a_signed_box_each_slot_of_a_member_is_a_content_of_its_own() throws Exception {
    put(signed(ANA, "c1"), 1, "sept");
    put(signed(ANA, "c2"), 2, "trois");
    // Asked again late: this one was lost on the way while the one after it came in.
    put(signed(ANA, "c3"), 1, "cinq");
    put(signed(YANN, "c1"), 1, "deux");
    put(signed(ANA, "c1"), 4, "huit");

    assertThat(words()).containsExactly("cinq", "deux", "huit", "trois");
    var salts = new HashSet<String>();
    for (var content : Box.read(stored()).inside().contents()) {
      assertThat(salts.add(((Inside.Content.Signed) content).salt())).isTrue();
    }
  }

  @Test
  void SB3_only_the_holder_of_the_secret_changes_an_unsigned_content() throws Exception {
    put(unsigned(ANA, "ana"), 1, "Le dimanche");
    put(unsigned(YANN, "yann"), 1, "Le bus");
    var before = stored();

    assertThat(put(unsigned(ANA, "phone"), 5, "Moi aussi")).isEqualTo(new Put.OtherDevice());
    assertThat(put(unsigned(LEA, "ana"), 5, "À sa place")).isEqualTo(new Put.KeyTaken());
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void SB4_the_document_of_an_unsigned_box_says_nowhere_whose_a_content_is() throws Exception {
    var orders = new HashSet<List<String>>();
    for (int i = 0; i < 12; i++) {
      put(unsigned(new ParticipantId("p" + i), "device-" + i), 1, "Ligne " + i);
    }
    for (int round = 2; round < 12; round++) {
      put(unsigned(new ParticipantId("p0"), "device-0"), round, "Ligne 0");
      var document = stored();
      for (var content : document.objects("contents")) {
        assertThat(content.fields().keySet()).containsExactly("key", "content");
        assertThat(content.string("key")).matches("[0-9a-f]{64}");
      }
      orders.add(document.objects("contents").stream().map(JsonObject::toString).toList());
      assertThat(document.objects("given").stream().map(one -> one.string("by"))).isSorted();
      assertThat(document.toString()).doesNotContain("secret-of-the-device");
    }
    assertThat(orders).hasSize(10);
  }

  @Test
  void SB4_a_secret_leaves_another_trace_in_every_box() {
    var key = new DeviceKey("secret-of-the-device-of-ana");

    assertThat(Box.digest(TABLE, BOX, key)).isNotEqualTo(Box.digest(TABLE, new BoxId("b"), key));
    assertThat(key.toString()).isEqualTo("DeviceKey");
    assertThat(sheet("Le dimanche").toString()).isEqualTo("Sheet of 1");
  }

  @Test
  void SB5_nothing_comes_into_a_closed_box_not_even_one_that_nobody_used() throws Exception {
    var closing = boxes.close(TABLE, BOX, this::waits);

    assertThat(closing.inside()).isEqualTo(new Inside(List.of(), List.of()));
    assertThat(put(unsigned(ANA, "ana"), 1, "Le dimanche")).isEqualTo(new Put.Closed());
  }

  @Test
  void SB7_an_emptied_box_keeps_no_content_and_stays_closed() throws Exception {
    put(unsigned(ANA, "ana"), 1, "Le dimanche");
    boxes.close(TABLE, BOX, this::waits);
    boxes.empty(TABLE, BOX, this::waits);

    assertThat(stored().toString()).doesNotContain("dimanche");
    assertThat(boxes.close(TABLE, BOX, this::waits).isEmptied()).isTrue();
    assertThat(boxes.of(TABLE))
        .containsExactly(
            new Boxes.Found(
                BOX, new Inside(List.of(new Given(ANA, Slot.ONLY)), List.of()), true, true));
    assertThat(boxes.of(new TableId("aine"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Lost.class)
  void SB8_where_the_store_does_not_answer_the_box_is_read_again_until_it_is_known(Lost lost)
      throws Exception {
    store.loseNextWrites(2, lost);
    assertThat(put(unsigned(ANA, "ana"), 1, "Le dimanche")).isInstanceOf(Put.In.class);
    assertThat(waits).isEqualTo(1);
    store.loseNextWrites(1, lost);
    store.failNextReads(2);
    assertThat(put(unsigned(ANA, "ana"), 2, "Le samedi")).isInstanceOf(Put.In.class);
    store.loseNextWrites(2, lost);
    assertThat(boxes.close(TABLE, BOX, this::waits).inside().contents()).hasSize(1);
    assertThat(words()).containsExactly("Le samedi");
    store.loseNextWrites(2, lost);
    boxes.empty(TABLE, BOX, this::waits);
    assertThat(words()).isEmpty();
  }

  @Test
  void SB9_a_closing_is_taken_back_by_whoever_closed_last_and_by_nobody_else() throws Exception {
    var cutOff = boxes.close(TABLE, BOX, this::waits);
    boxes.reopen(TABLE, BOX, cutOff, this::waits);
    assertThat(put(unsigned(ANA, "ana"), 1, "Le dimanche")).isInstanceOf(Put.In.class);

    var first = boxes.close(TABLE, BOX, this::waits);
    var second = boxes.close(TABLE, BOX, this::waits);
    boxes.reopen(TABLE, BOX, first, this::waits);
    boxes.reopen(TABLE, BOX, second, this::waits);
    assertThat(put(unsigned(YANN, "yann"), 1, "Le bus")).isEqualTo(new Put.Closed());
  }

  @Test
  void SB10_a_box_that_is_full_takes_no_more_and_keeps_what_it_has() throws Exception {
    var long400k = "x".repeat(400_000);
    for (int i = 0; i < 5; i++) {
      assertThat(put(unsigned(new ParticipantId("p" + i), "device-" + i), 1, long400k))
          .isInstanceOf(Put.In.class);
    }
    assertThat(put(unsigned(ANA, "ana"), 1, long400k)).isEqualTo(new Put.Full());
    assertThat(words()).hasSize(5);
  }
}
