package org.tablee.faults;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One fault, once, with every build; all of them: {@link FaultsTest}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
class LosingANodeTest {
  @Test
  void F1_where_a_host_is_killed_nothing_that_was_acknowledged_is_lost_or_doubled()
      throws Exception {
    try (var nodes = new Nodes()) {
      var _ = nodes.run("F1", 0, Nodes::killOne);
    }
  }
}
