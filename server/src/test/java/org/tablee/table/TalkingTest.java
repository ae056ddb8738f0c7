package org.tablee.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.NOON;
import static org.tablee.table.ATable.YANN;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tablee.table.Contributions.Share;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.DiagnosisCommand.WithdrawFinding;
import org.tablee.table.FrameCommand.CloseList;
import org.tablee.table.MemberCommand.TakeMandate;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TableEvent.MandateTaken;
import org.tablee.table.TalkCommand.AddComment;
import org.tablee.table.TalkCommand.Passage;
import org.tablee.table.TalkCommand.ReopenThread;
import org.tablee.table.TalkCommand.ResolveThread;
import org.tablee.table.TalkCommand.RestoreComment;
import org.tablee.table.TalkCommand.RewordComment;
import org.tablee.table.TalkCommand.WithdrawComment;
import org.tablee.table.TalkEvent.Anchor;
import org.tablee.table.TalkEvent.CommentAdded;
import org.tablee.table.talk.Comment;
import org.tablee.table.talk.Comment.Resolved;
import org.tablee.text.Delta;
import org.tablee.text.RichText;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TalkingTest {
  private static final FindingId SHUTTLE = new FindingId("shuttle");
  private static final TextId TEXT = new TextId("shuttle");
  private static final CommentId WHY = new CommentId("why");
  private static final CommentId SO = new CommentId("so");
  private static final Prose WORDS = new Prose("D’où vient ce chiffre ?");

  /** Its text is “La navette s’arrête à 13 h.” */
  private static ATable withText() {
    var table =
        ATable.withMembers()
            .does(ANA, new AddFinding(SHUTTLE, FindingKind.NEED, new Line("La navette")));
    return edit(table, Delta.builder().insert("La navette s’arrête à 13 h.").build());
  }

  private static ATable edit(ATable table, Delta delta) {
    return table.does(ANA, new EditText(TEXT, table.seq(), delta));
  }

  private static AddComment on(String item, @Nullable CommentId to, @Nullable Passage anchor) {
    return new AddComment(WHY, item, CommentKind.QUESTION, WORDS, to, anchor);
  }

  private static AddComment answer() {
    return new AddComment(SO, "shuttle", CommentKind.REMARK, new Prose("Du club."), WHY, null);
  }

  private static Comment comment(ATable table, CommentId id) {
    return Objects.requireNonNull(table.table().talk().find(id));
  }

  private static Anchor anchor(ATable table) {
    return Objects.requireNonNull(comment(table, WHY).anchor());
  }

  @Test
  void TK1_a_comment_is_about_an_item_or_answers_the_first_of_a_thread() {
    var table = withText();

    assertThat(table.decides(YANN, on("shuttle", null, null)))
        .isEqualTo(
            Decision.accept(
                new CommentAdded(WHY, "shuttle", CommentKind.QUESTION, WORDS, null, null)));
    table.does(YANN, on("shuttle", null, null)).does(ANA, answer());
    assertThat(comment(table, SO))
        .isEqualTo(
            new Comment(
                SO,
                "shuttle",
                CommentKind.REMARK,
                new Prose("Du club."),
                ANA,
                NOON,
                WHY,
                null,
                null,
                null,
                false));
  }

  @Test
  void TK1_what_it_is_about_must_be_there() {
    var table = withText().does(YANN, on("shuttle", null, null)).does(ANA, answer());
    var deeper = new AddComment(new CommentId("x"), "shuttle", CommentKind.REMARK, WORDS, SO, null);
    var elsewhere =
        new AddComment(new CommentId("x"), "hall", CommentKind.REMARK, WORDS, WHY, null);

    assertThat(table.decides(ANA, on("nowhere", null, null)))
        .isEqualTo(Decision.refuseField("/on"));
    assertThat(table.decides(ANA, on("why", null, null))).isEqualTo(Decision.refuseField("/on"));
    assertThat(table.decides(ANA, deeper)).isEqualTo(Decision.refuseField("/to"));
    table.does(ANA, new AddFinding(new FindingId("hall"), FindingKind.NEED, new Line("La salle")));
    assertThat(table.decides(ANA, elsewhere)).isEqualTo(Decision.refuseField("/to"));
    assertThat(table.decides(ANA, on("shuttle", null, null)))
        .isEqualTo(Decision.refuseField("/comment"));
  }

  @Test
  void TK2_one_may_talk_about_what_is_withdrawn_or_stands_in_a_closed_list() {
    var table =
        withText()
            .does(ANA, new WithdrawFinding(SHUTTLE))
            .does(LEA, new CloseList(ListName.FINDINGS, null));

    assertThat(table.decides(YANN, on("shuttle", null, null)))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void TK3_a_passage_goes_along_with_the_text() {
    var table = withText();
    table.does(YANN, on("shuttle", null, new Passage(table.seq(), 3, 7)));
    assertThat(anchor(table)).isEqualTo(new Anchor(3, 7, "navette"));

    edit(table, Delta.builder().insert("Ici, ").build());
    assertThat(anchor(table)).isEqualTo(new Anchor(8, 7, "navette"));
    edit(table, Delta.builder().retain(8).insert("petite ").build());
    assertThat(anchor(table)).isEqualTo(new Anchor(15, 7, "navette"));
    edit(table, Delta.builder().retain(22).insert(" bleue").build());
    assertThat(anchor(table)).isEqualTo(new Anchor(15, 7, "navette"));
    edit(table, Delta.builder().retain(18).insert("--").build());
    assertThat(anchor(table)).isEqualTo(new Anchor(15, 9, "navette"));
    edit(table, Delta.builder().retain(10).delete(20).build());
    assertThat(anchor(table)).isEqualTo(new Anchor(10, 0, "navette"));
  }

  @Test
  void TK4_a_passage_is_carried_over_what_was_written_meanwhile() {
    var table = withText();
    var seen = new Passage(table.seq(), 3, 7);
    edit(table, Delta.builder().insert("Ici, ").build());

    assertThat(table.decides(YANN, on("shuttle", null, seen)))
        .isEqualTo(
            Decision.accept(
                new CommentAdded(
                    WHY,
                    "shuttle",
                    CommentKind.QUESTION,
                    WORDS,
                    null,
                    new Anchor(8, 7, "navette"))));
    edit(table, Delta.builder().retain(6).delete(12).build());
    assertThat(table.decides(YANN, on("shuttle", null, seen)))
        .isEqualTo(
            Decision.accept(
                new CommentAdded(WHY, "shuttle", CommentKind.QUESTION, WORDS, null, null)));
  }

  @Test
  void TK4_a_passage_that_the_text_never_had_is_refused() {
    var table = withText();
    var now = table.seq();
    int length = Objects.requireNonNull(table.table().texts().find(TEXT)).document().length();
    var beyond = Decision.refuseField("/anchor");

    assertThat(table.decides(YANN, on("shuttle", null, new Passage(now, 0, length))))
        .isInstanceOf(Decision.Accepted.class);
    assertThat(table.decides(YANN, on("shuttle", null, new Passage(now, 1, length))))
        .isEqualTo(beyond);
    assertThat(table.decides(YANN, on("shuttle", null, new Passage(now, length, 1))))
        .isEqualTo(beyond);
    assertThat(table.decides(YANN, on("shuttle", null, new Passage(now.next(), 0, 1))))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_BASE));
    table.does(YANN, on("shuttle", null, null));
    assertThat(
            table.decides(
                ANA,
                new AddComment(
                    SO, "shuttle", CommentKind.REMARK, WORDS, WHY, new Passage(now, 0, 1))))
        .isEqualTo(beyond);
  }

  @Test
  void TK4_a_passage_does_not_cut_a_character() {
    var table = withText();
    edit(table, Delta.builder().insert("👵").build());

    assertThat(table.decides(YANN, on("shuttle", null, new Passage(table.seq(), 1, 4))))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_CHARACTER));
    assertThat(table.decides(YANN, on("shuttle", null, new Passage(table.seq(), 0, 1))))
        .isEqualTo(Decision.refuse(RefusalCode.TEXT_CHARACTER));
  }

  static LongStream seeds() {
    var only = Long.getLong("seed");
    return only == null ? LongStream.range(0, 200) : LongStream.of(only);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void TK4_a_passage_of_an_earlier_text_stands_where_one_made_then_stands_now(long seed) {
    var random = new SplittableRandom(seed);
    var table = withText();
    var document = Objects.requireNonNull(table.table().texts().find(TEXT)).document();
    int index = random.nextInt(document.length());
    var passage = new Passage(table.seq(), index, 1 + random.nextInt(document.length() - index));
    table.does(YANN, on("shuttle", null, passage));
    for (int i = 0; i < 10; i++) {
      document = Objects.requireNonNull(table.table().texts().find(TEXT)).document();
      int at = random.nextInt(document.length());
      int deleted = random.nextInt(Math.max(1, Math.min(6, document.length() - 1 - at)));
      var delta = Delta.builder();
      if (at > 0) {
        delta.retain(at);
      }
      if (deleted > 0) {
        delta.delete(deleted);
      } else {
        delta.insert("ab");
      }
      edit(table, delta.build());
    }

    var late = new AddComment(SO, "shuttle", CommentKind.REMARK, WORDS, null, passage);
    assertThat(table.decidesHavingForgotten(ANA, late, passage.base()))
        .isEqualTo(table.decides(ANA, late));
    var anchor = anchor(table);
    if (anchor.length() == 0) {
      assertThat(table.decides(ANA, late))
          .isEqualTo(
              Decision.accept(
                  new CommentAdded(SO, "shuttle", CommentKind.REMARK, WORDS, null, null)));
    } else {
      table.does(ANA, late);
      var made = Objects.requireNonNull(comment(table, SO).anchor());
      assertThat(List.of(made.index(), made.length()))
          .isEqualTo(List.of(anchor.index(), anchor.length()));
      var text =
          RichText.plainText(Objects.requireNonNull(table.table().texts().find(TEXT)).document());
      assertThat(made.quote())
          .isEqualTo(text.substring(made.index(), made.index() + made.length()));
    }
  }

  @Test
  void TK5_a_thread_is_settled_and_reopened_and_an_answer_reopens_it() {
    var table = withText().does(YANN, on("shuttle", null, null));

    table.does(ANA, new ResolveThread(WHY));
    assertThat(comment(table, WHY).resolved()).isEqualTo(new Resolved(ANA, NOON));
    table.does(YANN, new ReopenThread(WHY));
    assertThat(comment(table, WHY).resolved()).isNull();
    table.does(ANA, new ResolveThread(WHY)).does(YANN, answer());
    assertThat(comment(table, WHY).resolved()).isNull();
    assertThat(table.decides(ANA, new ResolveThread(SO)))
        .isEqualTo(Decision.refuseField("/comment"));
    assertThat(table.decides(ANA, new ReopenThread(new CommentId("none"))))
        .isEqualTo(Decision.refuseField("/comment"));
  }

  @Test
  void TK6_words_are_changed_by_their_author_and_a_comment_can_be_withdrawn_and_restored() {
    var table = withText().does(YANN, on("shuttle", null, null));
    var words = new Prose("D’où vient ce chiffre, et de quand ?");

    assertThat(table.decides(LEA, new RewordComment(WHY, words)))
        .isEqualTo(Decision.refuse(RefusalCode.RIGHTS_OWN));
    table.does(YANN, new RewordComment(WHY, words));
    assertThat(comment(table, WHY).words()).isEqualTo(words);
    assertThat(comment(table, WHY).rewordedAt()).isEqualTo(NOON);
    table.does(LEA, new WithdrawComment(WHY));
    assertThat(comment(table, WHY).isWithdrawn()).isTrue();
    table.does(YANN, new RestoreComment(WHY));
    assertThat(comment(table, WHY).isWithdrawn()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "deux\nlignes", "\n\nplus bas\n", "👨‍👩‍👧 la famille", "مرحبا"})
  void TK7_words_may_take_several_lines(String words) {
    assertThat(new Prose(words).value()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n \n", "a\tb", "a\rb", "\u202eabc", "a\u0000", "\ud800"})
  void TK7_words_show_something_and_hold_no_control_character(String words) {
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> new Prose(words));
  }

  @Test
  void TK7_words_have_2_000_units_at_most() {
    assertThat(new Prose("a".repeat(2_000)).value()).hasSize(2_000);
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> new Prose("a".repeat(2_001)));
  }

  @Test
  void MA1_a_member_says_in_whose_name_they_speak() {
    var table = withText();

    assertThat(table.decides(ANA, new TakeMandate(Mandate.MANDATED)))
        .isEqualTo(Decision.accept(new MandateTaken(Mandate.MANDATED)));
    table.does(ANA, new TakeMandate(Mandate.MANDATED));
    var ana = Objects.requireNonNull(table.table().members().find(ANA));
    assertThat(ana.mandate()).isEqualTo(Mandate.MANDATED);
  }

  @Test
  void FA1_what_each_member_brought_is_counted() {
    var table = withText().does(YANN, on("shuttle", null, null));

    var shares = table.table().contributions().byMember();
    assertThat(shares.get(ANA)).isEqualTo(new Share(1, 27));
    assertThat(shares.get(YANN)).isEqualTo(new Share(1, WORDS.value().length()));
    assertThat(shares).doesNotContainKey(LEA).doesNotContainKey(ParticipantId.SYSTEM);
  }
}
