package org.tablee.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingResultsTest {
  @TempDir Path folder;

  @Test
  void a_new_run_keeps_what_was_written_by_hand() throws IOException {
    var page = folder.resolve("RESULTS.md");
    Report.keep(page, "first\n");
    Files.writeString(page, Files.readString(page) + "\nThe disk is slow.\n");

    Report.keep(page, "second\n");

    assertThat(page).hasContent("second\n\n" + Report.BY_HAND + "\n\nThe disk is slow.\n");
  }

  @Test
  void a_missed_target_says_by_how_much() {
    var row = new Row("p50", new double[] {0.5}, new double[] {1.5, 2, 1.25}, 1.0);

    assertThat(row.line())
        .isEqualTo("| p50 | 0.50 | 1.50 (1.25 to 2.00) | 1.00 | missed by 0.50 (50 %) |\n");
  }

  @Test
  void a_target_is_met_at_its_very_figure() {
    var row = new Row("p50", new double[0], new double[] {1}, 1.0);

    assertThat(row.line()).isEqualTo("| p50 |  | 1.00 | 1.00 | met |\n");
  }
}
