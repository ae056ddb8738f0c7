package org.tablee.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LatenciesTest {
  @Test
  void a_share_of_all_takes_no_longer_than_its_latency() {
    var latencies = new Latencies();
    for (int at = 3000; at > 0; at--) {
      latencies.add(at * 1_000_000L);
    }

    assertThat(latencies.millis(0.5)).isEqualTo(1500);
    assertThat(latencies.millis(0.99)).isEqualTo(2970);
    assertThat(latencies.millis(1)).isEqualTo(3000);
  }

  @Test
  void without_any_there_is_no_latency() {
    assertThat(new Latencies().millis(0.5)).isNaN();
  }
}
