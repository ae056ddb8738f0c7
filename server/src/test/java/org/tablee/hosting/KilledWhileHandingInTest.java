package org.tablee.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tablee.history.ChainedCommit;
import org.tablee.history.History;
import org.tablee.store.Store.Collection;
import org.tablee.store.sqlite.SqliteStore;
import org.tablee.table.ATable;
import org.tablee.table.ChallengeEvent.RatingClosed;
import org.tablee.table.ChallengeEvent.RatingGiven;
import org.tablee.table.ParticipantId;
import org.tablee.table.RoundEvent.RoundRevealed;
import org.tablee.table.RoundEvent.SheetHandedIn;
import org.tablee.table.Seq;
import org.tablee.table.TableEvent;
import org.tablee.table.Tally.Middle;
import org.tablee.table.Tally.OfValues;
import org.tablee.table.VoteEvent.BallotCast;
import org.tablee.table.VoteEvent.VotePublished;
import org.tablee.table.VoteResults;
import org.tablee.table.VoteResults.OfCollege;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(180)
class KilledWhileHandingInTest {
  @TempDir Path folder;

  /**
   * Each time the process has just put a sheet into the box, or is about to make up for the mark
   * that the one before left out, and ends without having told the log or anybody.
   */
  @Test
  void SB1_SB2_SB6_a_process_killed_between_box_and_mark_loses_no_sheet_and_doubles_none()
      throws Exception {
    for (var marks : List.of(0, 0, 1, 2, 1, 1)) {
      assertThat(runUntil("round", "still", marks).getLast()).isEqualTo("still");
    }
    var last = runUntil("round", "over", Integer.MAX_VALUE);
    assertThat(last).hasSize(HandingInProcess.WRITERS.size() + 4);

    try (var store = SqliteStore.open(folder.resolve("data"))) {
      var events = events(store);
      assertThat(told(events))
          .containsExactly(
              "Premier de bao",
              "Premier de cleo",
              "Premier de dan",
              "Premier de emi",
              "Premier de fox",
              "Second de ana");
      assertThat(
              of(events, SheetHandedIn.class)
                  .map(SheetHandedIn::participant)
                  .map(ParticipantId::value))
          .containsExactlyElementsOf(HandingInProcess.WRITERS);
      var box = store.read(Collection.BOXES, "aines:doubts").orElseThrow().document();
      assertThat(box.toString()).doesNotContain("Premier", "Second");
    }
  }

  @Test
  void VO17_a_process_killed_between_box_and_mark_loses_no_ballot_and_doubles_none()
      throws Exception {
    for (var marks : List.of(0, 0, 1, 2, 1, 1)) {
      assertThat(runUntil("vote", "still", marks).getLast()).isEqualTo("still");
    }
    var last = runUntil("vote", "over", Integer.MAX_VALUE);
    assertThat(last).hasSize(HandingInProcess.WRITERS.size() + 5);

    try (var store = SqliteStore.open(folder.resolve("data"))) {
      var events = events(store);
      var all = new OfValues(6, List.of(1, 1, 1, 1, 1, 1, 0, 0, 0, 0), 0, new Middle(3, 4));
      assertThat(of(events, VotePublished.class))
          .containsExactly(
              new VotePublished(
                  HandingInProcess.VOTE,
                  new VoteResults(all, List.of(new OfCollege(ATable.USERS, all))),
                  null));
      assertThat(
              of(events, BallotCast.class).map(BallotCast::participant).map(ParticipantId::value))
          .containsExactlyElementsOf(HandingInProcess.WRITERS);
      var box = store.read(Collection.BOXES, "aines:how-many").orElseThrow().document();
      assertThat(box.toString()).contains("\"contents\":[]").doesNotContain("value");
    }
  }

  /** The same for ratings, whose marks commit to what was said. */
  @Test
  void CH9_SB6_a_process_killed_between_box_and_mark_loses_no_rating_and_doubles_none()
      throws Exception {
    for (var marks : List.of(0, 1, 2, 1)) {
      assertThat(runUntil("rating", "still", marks).getLast()).isEqualTo("still");
    }
    var last = runUntil("rating", "over", Integer.MAX_VALUE);
    assertThat(last).hasSize(HandingInProcess.WRITERS.size() + 5);

    try (var store = SqliteStore.open(folder.resolve("data"))) {
      var events = events(store);
      var closed = of(events, RatingClosed.class).toList();
      assertThat(closed).hasSize(1);
      var values = Objects.requireNonNull(closed.getFirst().values());
      assertThat(values)
          .extracting(told -> told.participant().value() + " " + told.value())
          .containsExactly(
              "ana Score[value=10]",
              "bao Score[value=2]",
              "cleo Score[value=3]",
              "dan Score[value=4]",
              "emi Score[value=5]",
              "fox Score[value=6]");
      // One mark for each that was said, and a second for the one that was changed.
      assertThat(of(events, RatingGiven.class).map(given -> given.participant().value()))
          .containsExactlyInAnyOrder("ana", "ana", "bao", "cleo", "dan", "emi", "fox");
      assertThat(of(events, RatingGiven.class).map(RatingGiven::commitment))
          .doesNotHaveDuplicates();
      var box = store.read(Collection.BOXES, "aines:notes").orElseThrow().document();
      assertThat(box.toString()).doesNotContain("\"value\"");
    }
  }

  private static List<TableEvent> events(SqliteStore store) {
    return new History(store)
        .read(HandingInProcess.TABLE, new Seq(1), 1_000).stream()
            .map(ChainedCommit::commit)
            .flatMap(commit -> commit.events().stream())
            .toList();
  }

  private static List<String> told(List<TableEvent> events) {
    var told = of(events, RoundRevealed.class).toList();
    assertThat(told).hasSize(1);
    var lines = new ArrayList<String>();
    told.getFirst().entries().forEach(entry -> lines.add(entry.text().value()));
    Collections.sort(lines);
    return lines;
  }

  private static <T> Stream<T> of(List<TableEvent> events, Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast);
  }

  /** Starts it, hears it out up to a line, and kills it with that. */
  private List<String> runUntil(String what, String end, int marks) throws Exception {
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                HandingInProcess.class.getName(),
                folder.resolve("data").toString(),
                Integer.toString(marks),
                what)
            .redirectErrorStream(true)
            .start();
    var heard = new ArrayList<String>();
    try (var lines = process.inputReader()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("answered ") || line.equals(end)) {
          heard.add(line);
        }
        if (line.equals(end)) {
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(heard).contains(end);
    return heard;
  }
}
