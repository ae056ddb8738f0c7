package org.tablee.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.YANN;

import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TableEvent.TextEdited;
import org.tablee.text.Attributes;
import org.tablee.text.Delta;
import org.tablee.text.RichText;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EditingTextTest {
  private static final TextId TEXT = new TextId("shuttle");

  private static ATable withText(String words) {
    var table =
        ATable.withMembers()
            .does(
                ANA,
                new AddFinding(new FindingId("shuttle"), FindingKind.NEED, new Line("La navette")));
    return words.isEmpty() ? table : table.does(ANA, insert(table.seq(), 0, words));
  }

  private static EditText insert(Seq base, int at, String words) {
    var delta = Delta.builder();
    if (at > 0) {
      delta.retain(at);
    }
    return new EditText(TEXT, base, delta.insert(words).build());
  }

  private static EditText delete(Seq base, int at, int length) {
    var delta = Delta.builder();
    if (at > 0) {
      delta.retain(at);
    }
    return new EditText(TEXT, base, delta.delete(length).build());
  }

  private static String words(ATable table) {
    var text = Objects.requireNonNull(table.table().texts().find(TEXT));
    return RichText.plainText(text.document());
  }

  @Test
  void E1_a_late_edit_is_carried_over_later_changes_the_earlier_commit_first() {
    var table = withText("abc");
    var base = table.seq();
    table.does(YANN, insert(base, 0, "x")).does(LEA, insert(table.seq(), 4, "y"));

    assertThat(table.decides(ANA, insert(base, 3, "Z")))
        .isEqualTo(
            Decision.accept(new TextEdited(TEXT, Delta.builder().retain(5).insert("Z").build())));
    table.does(ANA, insert(base, 3, "Z"));
    assertThat(words(table)).isEqualTo("xabcyZ\n");
  }

  @Test
  void E2_an_edit_that_became_empty_is_stored_all_the_same() {
    var table = withText("abc");
    var base = table.seq();
    table.does(YANN, delete(base, 1, 1));

    assertThat(table.decides(ANA, delete(base, 1, 1)))
        .isEqualTo(Decision.accept(new TextEdited(TEXT, Delta.EMPTY)));
  }

  @Test
  void E3_an_edit_on_the_future_or_from_before_the_text_is_refused() {
    var table = withText("abc");
    var refused = Decision.refuse(RefusalCode.TEXT_BASE);

    assertThat(table.decides(ANA, insert(table.seq().next(), 0, "a"))).isEqualTo(refused);
    assertThat(table.decides(ANA, insert(new Seq(4), 0, "a"))).isEqualTo(refused);
    assertThat(table.decides(ANA, insert(new Seq(5), 0, "a")))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void E3_an_edit_reaches_5_000_changes_of_its_text_back() {
    var table = withText("");
    var base = table.seq();
    for (int i = 0; i < CoText.CHANGES_MAX; i++) {
      table.does(YANN, insert(table.seq(), 0, "x"));
    }
    assertThat(table.decides(ANA, insert(base, 0, "Z")))
        .isEqualTo(
            Decision.accept(
                new TextEdited(
                    TEXT, Delta.builder().retain(CoText.CHANGES_MAX).insert("Z").build())));

    table.does(YANN, insert(table.seq(), 0, "x"));
    assertThat(table.decides(ANA, insert(base, 0, "Z")))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_BASE));
    assertThat(table.decides(ANA, insert(base.next(), 0, "Z")))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void E4_what_does_not_fit_is_refused() {
    var table = withText("a\uD83D\uDE00c");
    var base = table.seq();
    table.does(YANN, insert(base, 0, "before "));

    assertThat(table.decides(ANA, delete(base, 1, 5)))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_LENGTH));
    assertThat(table.decides(ANA, delete(base, 4, 1)))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_LENGTH));
    assertThat(table.decides(ANA, insert(base, 5, "after the end")))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_LENGTH));
    assertThat(table.decides(ANA, delete(base, 2, 1)))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_CHARACTER));
    assertThat(table.decides(ANA, insert(base, 0, "\uD83D")))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_CHARACTER));
    assertThat(table.decides(ANA, insert(base, 0, "x".repeat(RichText.UNITS_MAX))))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_SIZE));
    var unknown = Attributes.of("size", new org.tablee.text.AttributeValue.Text("huge"));
    assertThat(
            table.decides(
                ANA, new EditText(TEXT, base, Delta.builder().insert("a", unknown).build())))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_FORMAT));
  }

  @Test
  void E5_a_text_that_is_not_there_is_unknown() {
    var table = withText("abc");

    assertThat(
            table.decides(
                ANA,
                new EditText(new TextId("none"), table.seq(), Delta.builder().insert("a").build())))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_UNKNOWN));
  }

  @Test
  void E6_a_state_that_does_not_know_the_past_asks_for_it_and_decides_alike() {
    var table = withText("abc");
    var base = table.seq();
    for (int i = 0; i < 6; i++) {
      table.does(YANN, insert(table.seq(), 0, "x" + i));
    }
    var late = insert(base, 3, "Z");
    var expected = table.decides(ANA, late);

    var forgetful = ATable.from(withoutPast(table.table()));
    var carried = carried(late, table);
    assertThat(forgetful.decides(ANA, late)).isEqualTo(new Decision.PastNeeded(LateEdit.of(late)));
    assertThat(forgetful.decides(ANA, carried)).isEqualTo(expected);

    // Some of it is known already, from a text that was edited since.
    forgetful.does(YANN, insert(forgetful.seq(), 0, "q"));
    table.does(YANN, insert(table.seq(), 0, "q"));
    assertThat(forgetful.decides(ANA, carried)).isEqualTo(table.decides(ANA, late));
  }

  /** An edit behind all commits of a table since its base. */
  private static Late carried(EditText sent, ATable table) {
    Late edit = LateEdit.of(sent);
    for (var commit : table.commits()) {
      edit = sent.base().isBefore(commit.seq()) ? edit.over(commit) : edit;
    }
    return edit;
  }

  @Test
  void E6_an_edit_carried_beside_the_table_reaches_5_000_changes_back_and_no_further() {
    var table = withText("abc");
    var late = insert(table.seq(), 3, "Z");
    for (int i = 0; i < CoText.CHANGES_MAX; i++) {
      table.does(YANN, insert(table.seq(), 0, "x"));
    }
    var forgetful = ATable.from(withoutPast(table.table()));
    var carried = carried(late, table);
    assertThat(forgetful.decides(ANA, carried))
        .isEqualTo(table.decides(ANA, late))
        .isInstanceOf(Decision.Accepted.class);

    forgetful.does(LEA, insert(forgetful.seq(), 0, "x"));
    assertThat(forgetful.decides(ANA, carried)).isEqualTo(Decision.refuse(RefusalCode.TEXT_BASE));
  }

  @Test
  void E7_the_changes_of_a_text_are_remembered_by_their_size_and_an_edit_asks_for_what_is_not() {
    var table = withText("abc");
    var late = insert(table.seq(), 3, "Z");
    var large = Delta.builder().insert("x".repeat(40_000)).build();
    while (!late.base().isBefore(known(table).knownFrom())) {
      table.does(YANN, new EditText(TEXT, table.seq(), large));
      table.does(YANN, delete(table.seq(), 0, 40_000));
    }

    assertThat(known(table).weight())
        .isBetween(CoText.WEIGHT_MAX - 50_000L, 1L * CoText.WEIGHT_MAX);
    assertThat(table.decides(ANA, late)).isEqualTo(new Decision.PastNeeded(LateEdit.of(late)));
    assertThat(table.decides(ANA, carried(late, table)))
        .isEqualTo(
            Decision.accept(new TextEdited(TEXT, Delta.builder().retain(3).insert("Z").build())));
  }

  @Test
  void E7_beyond_the_bound_of_a_table_the_text_changed_longest_ago_forgets_its_changes() {
    var table = withText("abc");
    var late = insert(table.seq(), 3, "Z");
    table.does(YANN, insert(table.seq(), 0, "x"));
    var large = Delta.builder().insert("x".repeat(40_000)).build();
    for (int i = 0; table.table().texts().weight() < Texts.WEIGHT_MAX - 100_000; i++) {
      var text = "t" + i / 20;
      if (i % 20 == 0) {
        table.does(
            ANA, new AddFinding(new FindingId(text), FindingKind.NEED, new Line("Un arrêt")));
      }
      table.does(ANA, new EditText(new TextId(text), table.seq(), large));
      table.does(
          ANA, new EditText(new TextId(text), table.seq(), Delta.builder().delete(40_000).build()));
    }
    assertThat(table.decides(ANA, late)).isInstanceOf(Decision.Accepted.class);

    for (int i = 0; i < 4; i++) {
      table.does(ANA, new EditText(new TextId("t0"), table.seq(), large));
      table.does(
          ANA, new EditText(new TextId("t0"), table.seq(), Delta.builder().delete(40_000).build()));
    }
    assertThat(table.table().texts().weight()).isLessThanOrEqualTo(Texts.WEIGHT_MAX);
    assertThat(table.decides(ANA, late)).isEqualTo(new Decision.PastNeeded(LateEdit.of(late)));
  }

  @Test
  void E8_an_edit_that_takes_long_is_carried_beside_the_table_and_decided_alike() {
    var table = withText("");
    table.does(YANN, insert(table.seq(), 0, "y".repeat(20_000)));
    var base = table.seq();
    for (int i = 0; i < 600; i++) {
      table.does(YANN, insert(table.seq(), 3 * i + 1, "x"));
    }
    var quick = insert(base, 20_000, "Z");
    var slow = delete(base, 0, 20_000);

    assertThat(table.decides(ANA, quick)).isInstanceOf(Decision.Accepted.class);
    assertThat(table.decides(ANA, slow)).isEqualTo(new Decision.PastNeeded(LateEdit.of(slow)));
    table.does(ANA, carried(slow, table));
    assertThat(words(table)).isEqualTo("x".repeat(600) + "\n");
  }

  @Test
  void E9_what_may_not_be_sent_is_refused_before_it_is_carried_anywhere() {
    var table = withText("abc");
    var base = table.seq();
    table.does(YANN, insert(base, 0, "x"));
    var forgetful = ATable.from(withoutPast(table.table()));

    assertThat(forgetful.decides(ANA, insert(base, 0, "\uD83D")))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_CHARACTER));
  }

  private static CoText known(ATable table) {
    return table.table().texts().existing(TEXT);
  }

  private static Table withoutPast(Table table) {
    return table.with(Texts.withoutPast(table.texts().all()));
  }
}
