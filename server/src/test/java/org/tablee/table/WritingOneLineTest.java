package org.tablee.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WritingOneLineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ana",
        "  deux  espaces ",
        "<script>alert(1)</script>",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66",
        "\u0645\u0631\u062D\u0628\u0627",
        "Trefuri\u00E9 c\u02BChwec\u02BCh",
        "Ng\u01B0\u1EDDi cao tu\u1ED5i",
        "e\u0301te\u0301",
        "\u2803\u2817\u2801\u280A\u2807\u2807\u2811",
        "?",
      })
  void W1_a_line_shows_something_and_is_kept_as_sent(String words) {
    assertThat(Line.isValid(words, Line.NAME_MAX)).isTrue();
    assertThat(new Line(words).value()).isEqualTo(words);
  }

  @Test
  void W1_a_line_has_so_many_graphemes_at_most() {
    var family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

    assertThat(Line.isValid("é".repeat(60), 60)).isTrue();
    assertThat(Line.isValid("é".repeat(61), 60)).isFalse();
    assertThat(Line.isValid(family.repeat(60), 60)).isTrue();
    assertThat(Line.isValid("a".repeat(10_000), 200)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "\u200B\u200D\uFEFF",
        "\u2800\u3164",
        "\u0301\u0301",
        "a\r\nb",
        "a\tb",
        "a\u2028b",
        "abc\u202Egnp.exe",
        "a\u2066b",
        "a\u009Bb",
      })
  void W2_what_shows_nothing_or_disturbs_the_page_is_no_line(String words) {
    assertThat(Line.isValid(words, Line.NAME_MAX)).isFalse();
  }

  @Test
  void W2_a_tower_of_accents_is_no_line() {
    assertThat(Line.isValid("a" + "\u0301".repeat(8), 60)).isTrue();
    assertThat(Line.isValid("a" + "\u0301".repeat(200), 60)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE})
  void W3_a_character_that_is_none_is_found(int point) {
    var words = "a" + (point > 0xFFFF ? Character.toString(point) : "" + (char) point) + "b";

    assertThat(Line.hasBrokenCharacter(words)).isTrue();
    assertThat(Line.isValid(words, 60)).isFalse();
  }
}
