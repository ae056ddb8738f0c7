package org.tablee.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The load in small, on a server in its own process: what it measures is not looked at. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WritingTogetherTest {
  private static final Writing SHORT =
      new Writing(3, 2, 10, Duration.ofMillis(500), Duration.ofMillis(1500), 1, 7);

  @TempDir Path folder;

  @Test
  void everyone_hears_every_edit_once_and_in_order_and_ends_with_the_servers_text()
      throws IOException, InterruptedException {
    try (var server = Servers.tablee(Pinning.NONE, folder);
        var writing = new WritingTogether(SHORT, server)) {
      var written = writing.atTable();

      assertThat(writing.faults()).isEmpty();
      var tally = written.repetitions().getFirst().tally();
      assertThat(tally.edits).isPositive();
      assertThat(tally.acknowledgement.count()).isEqualTo((int) tally.edits);
      assertThat(tally.delivery.count()).isEqualTo((int) tally.edits * 2);
    }
  }

  @Test
  void the_floor_says_everything_to_everyone() throws IOException, InterruptedException {
    try (var server = Servers.floor(Pinning.NONE, folder);
        var writing = new WritingTogether(SHORT, server)) {
      var written = writing.onFloor();

      assertThat(writing.faults()).isEmpty();
      var tally = written.repetitions().getFirst().tally();
      assertThat(tally.edits).isPositive();
      assertThat(tally.delivery.count()).isEqualTo((int) tally.edits * 2);
    }
  }
}
