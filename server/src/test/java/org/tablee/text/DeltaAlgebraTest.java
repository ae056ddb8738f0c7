package org.tablee.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeltaAlgebraTest {
  static LongStream seeds() {
    return RandomTexts.seeds();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void T2_two_changes_carried_over_each_other_lead_to_the_same_text(long seed) {
    var texts = new RandomTexts(seed);
    var document = texts.document();
    var first = texts.change(document);
    var second = texts.change(document);

    var firstThenSecond = document.compose(first).compose(first.transform(second, true));
    var secondThenFirst = document.compose(second).compose(second.transform(first, false));

    assertThat(firstThenSecond).isEqualTo(secondThenFirst);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void T3_a_change_and_its_inverse_leave_the_text_as_it_was(long seed) {
    var texts = new RandomTexts(seed);
    var document = texts.document();
    var change = texts.change(document);

    assertThat(document.compose(change).compose(change.invert(document))).isEqualTo(document);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void T4_changes_one_by_one_or_composed_first_lead_to_the_same_text(long seed) {
    var texts = new RandomTexts(seed);
    var document = texts.document();
    var first = texts.change(document);
    var second = texts.change(document.compose(first));
    var third = texts.change(document.compose(first).compose(second));

    var oneByOne = document.compose(first).compose(second).compose(third);

    assertThat(document.compose(first.compose(second).compose(third))).isEqualTo(oneByOne);
    assertThat(document.compose(first.compose(second.compose(third)))).isEqualTo(oneByOne);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void T5_a_text_grows_by_what_a_change_says(long seed) {
    var texts = new RandomTexts(seed);
    var document = texts.document();
    var change = texts.change(document);

    var changed = document.compose(change);

    assertThat(changed.length()).isEqualTo(document.length() + change.changeLength());
    assertThat(RichText.plainText(changed)).hasSize(changed.length());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_place_behind_a_character_that_stays_is_still_behind_it(long seed) {
    var texts = new RandomTexts(seed);
    var document = texts.document();
    var change = texts.change(document);

    // The last line break always stays, so the end of the text stays the end.
    assertThat(change.transformPosition(document.length(), true))
        .isEqualTo(document.compose(change).length());
  }
}
