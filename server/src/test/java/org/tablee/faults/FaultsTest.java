package org.tablee.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault in turn; by {@code mvn verify -Pfaults}. One row and one seed alone: {@code -Drow=F1
 * -Dseed=7}; so many seeds: {@code -Dseeds=20}.
 */
@Tag("faults")
@TestInstance(Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
class FaultsTest {
  private Nodes nodes;

  @BeforeAll
  void start() throws Exception {
    nodes = new Nodes();
  }

  @AfterAll
  void end() {
    nodes.close();
  }

  static LongStream seeds() {
    var seed = Long.getLong("seed");
    return seed == null ? LongStream.range(0, Long.getLong("seeds", 1)) : LongStream.of(seed);
  }

  /** The longest that anybody waited for an answer, in seconds. */
  private double run(String row, long seed, Nodes.Fault fault) throws Exception {
    var only = System.getProperty("row");
    Assumptions.assumeTrue(only == null || only.equals(row), "another row was asked for");
    return nodes.run(row, seed, fault);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void F1_a_host_of_tables_is_killed(long seed) throws Exception {
    assertThat(run("F1", seed, Nodes::killOne)).as("seconds without an answer").isLessThan(5);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void F3_two_of_three_are_killed_at_once(long seed) throws Exception {
    var pause =
        run(
            "F3",
            seed,
            (all, _) -> {
              all.get(1).kill();
              all.get(2).kill();
            });

    assertThat(pause).as("seconds without an answer").isLessThan(30);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void F11_the_store_is_silent_for_ten_seconds(long seed) throws Exception {
    Assumptions.assumeTrue(nodes.mongo().isOurs(), "the store is not ours to stop");
    var silence = Duration.ofSeconds(10);
    var pause = run("F11", seed, (_, _) -> nodes.mongo().standStill(silence));

    assertThat(pause).as("seconds without an answer").isLessThan(10 + 3);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void F4_a_host_is_paused_and_wakes_up(long seed) throws Exception {
    var pause =
        run(
            "F4",
            seed,
            (all, random) -> {
              var paused = all.get(1 + random.nextInt(Nodes.COUNT - 1));
              paused.signal("STOP");
              TimeUnit.SECONDS.sleep(8);
              paused.signal("CONT");
            });

    // Its own people wait until it wakes up.
    assertThat(pause).as("seconds without an answer").isLessThan(8 + 5);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void F25_all_nodes_are_started_anew_one_after_the_other(long seed) throws Exception {
    var pause =
        run(
            "F25",
            seed,
            (all, _) -> {
              for (var node : all) {
                node.stop();
                node.restart();
                TimeUnit.SECONDS.sleep(2);
              }
            });

    assertThat(pause).as("seconds without an answer").isLessThan(5);
  }
}
