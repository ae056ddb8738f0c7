package org.tablee.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tablee.browser.FullTable.Size;

/** The measuring of a full table on a small one; its figures are told by the program alone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class FullTableTest {
  private static final int KEYS = 5;

  @Test
  void a_table_is_filled_and_each_letter_typed_in_it_is_measured() {
    try (var table = new FullTable(new Size(14, 12, 3, 3, 20));
        var playwright = Chromium.playwright()) {
      table.fill();
      var measured = table.measure(playwright, "Ana", KEYS);
      assertThat(measured.welcome()).isPositive();
      assertThat(measured.shown()).isGreaterThan(measured.welcome());
      assertThat(measured.scripting()).hasSize(KEYS).allMatch(millis -> millis > 0);
      assertThat(measured.scriptingAmongOthers()).hasSize(KEYS).allMatch(millis -> millis > 0);
    }
  }
}
