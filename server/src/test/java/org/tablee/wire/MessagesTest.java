package org.tablee.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MessagesTest {
  @ParameterizedTest
  @EnumSource(RefusalCode.class)
  void every_refusal_has_words_in_each_language(RefusalCode code) {
    var refusal = new Refusal(code, Map.of("field", "/title", "retryInMs", "250"));
    var french = Messages.of(refusal, Locale.FRENCH);
    var english = Messages.of(refusal, Locale.ENGLISH);

    assertThat(french).isNotBlank().doesNotContain("{").isNotEqualTo(english);
    assertThat(english).isNotBlank().doesNotContain("{");
  }

  @Test
  void a_region_does_not_change_the_language() {
    var refusal = new Refusal(RefusalCode.LIST_FULL);

    assertThat(Messages.of(refusal, Locale.CANADA_FRENCH))
        .isEqualTo(Messages.of(refusal, Locale.FRENCH));
  }

  @Test
  void a_language_that_is_not_there_becomes_the_first() {
    var refusal = new Refusal(RefusalCode.LIST_FULL);

    assertThat(Messages.of(refusal, Locale.KOREAN)).isEqualTo(Messages.of(refusal, Locale.FRENCH));
    assertThat(Messages.pick("ko")).isEqualTo(Locale.FRENCH);
  }

  @Test
  void the_language_a_browser_likes_best_is_picked() {
    assertThat(Messages.pick("de;q=0.9, en-GB;q=0.8, fr;q=0.5")).isEqualTo(Locale.ENGLISH);
    assertThat(Messages.pick("fr-BE, en;q=0.2")).isEqualTo(Locale.FRENCH);
    assertThat(Messages.pick("@@;;q=")).isEqualTo(Locale.FRENCH);
  }
}
