package org.tablee.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tablee.text.TextFault.Reason;

/** Edits made at one text and stored one after the other, each transformed over those before it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConcurrentEditsTest {
  static LongStream seeds() {
    return RandomTexts.seeds();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void T17_an_allowed_edit_stays_allowed_over_the_edits_of_others(long seed) {
    var texts = new RandomTexts(seed);
    var base = texts.document();
    var document = base;
    var stored = new ArrayList<Delta>();
    for (int edit = 0; edit < 4; edit++) {
      var mine = texts.change(base);
      assertThat(RichText.checkSent(mine)).isEmpty();
      assertThat(RichText.check(mine, base)).isEmpty();

      var carried = mine;
      for (var earlier : stored) {
        carried = earlier.transform(carried, true);
      }

      assertThat(RichText.check(carried, document)).isEmpty();
      document = document.compose(carried);
      stored.add(carried);
      RandomTexts.assertIsText(document);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void T16_whatever_passes_leaves_a_text(long seed) {
    var texts = new RandomTexts(seed);
    var base = texts.document();
    var others = texts.change(base);
    var document = base.compose(others);
    for (int edit = 0; edit < 20; edit++) {
      var carried = others.transform(texts.wildChange(), true);
      if (RichText.check(carried, document).isEmpty()) {
        RandomTexts.assertIsText(document.compose(carried));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void T18_an_edit_of_the_end_is_refused_whatever_others_did(long seed) {
    var texts = new RandomTexts(seed);
    var base = texts.document();
    var others = texts.change(base);
    var document = base.compose(others);
    int end = base.length();
    var deletesTheEnd = Delta.builder().retain(end - 1).delete(1).build();
    var insertsAfterTheEnd = Delta.builder().retain(end).insert("x").build();
    var reachesBeyond = Delta.builder().retain(end + 3).insert("x").build();

    assertThat(RichText.check(others.transform(deletesTheEnd, true), document))
        .map(TextFault::reason)
        .contains(Reason.LENGTH);
    assertThat(RichText.check(others.transform(insertsAfterTheEnd, true), document))
        .map(TextFault::reason)
        .contains(Reason.LENGTH);
    assertThat(RichText.check(others.transform(reachesBeyond, true), document))
        .map(TextFault::reason)
        .contains(Reason.LENGTH);
  }

  @Test
  void T17_two_edits_that_each_fit_can_be_too_much_together() {
    var base = Delta.document("x".repeat(RichText.UNITS_MAX - 3) + "\n");
    var first = Delta.builder().insert("ab").build();
    var second = Delta.builder().insert("cd").build();

    assertThat(RichText.check(first, base)).isEmpty();
    assertThat(RichText.check(second, base)).isEmpty();
    assertThat(RichText.check(first.transform(second, true), base.compose(first)))
        .isEqualTo(Optional.of(new TextFault(Reason.SIZE, 1)));
  }

  @Test
  void T16_half_of_a_pair_that_another_deleted_whole_is_gone_with_it() {
    var base = Delta.document("a🙂\n");
    var halfOfIt = Delta.builder().retain(2).delete(1).build();
    var all = Delta.builder().retain(1).delete(2).build();

    assertThat(RichText.check(halfOfIt, base)).map(TextFault::reason).contains(Reason.CHARACTER);
    assertThat(all.transform(halfOfIt, true)).isEqualTo(Delta.EMPTY);
  }
}
