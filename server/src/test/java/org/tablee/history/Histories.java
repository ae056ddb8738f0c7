package org.tablee.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tablee.table.ATable;
import org.tablee.table.ClientId;
import org.tablee.table.CommandId;
import org.tablee.table.Commit;
import org.tablee.table.Decision;
import org.tablee.table.ParticipantId;
import org.tablee.table.RandomCommands;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TableEvent.TextEdited;
import org.tablee.table.TableId;
import org.tablee.table.TableRules;
import org.tablee.text.Delta;

/** Histories for tests: commits that the rules accepted, appended in batches. */
public final class Histories {
  public static final TableId TABLE = new TableId("aines");
  private static final List<ParticipantId> MEMBERS = List.of(ATable.ANA, ATable.YANN, ATable.LEA);

  private Histories() {}

  /** That many commits that follow a state, or that begin a table. */
  static List<Commit> commits(Table start, long seed, int count) {
    var random = new SplittableRandom(seed);
    var commands = new RandomCommands(seed);
    var commits = new ArrayList<Commit>();
    var table = start;
    if (table.header() == null) {
      table = ATable.withMembers().table();
      commits.addAll(founding());
    }
    long number = 0;
    while (commits.size() < count) {
      var by = MEMBERS.get(random.nextInt(MEMBERS.size()));
      var id =
          new CommandId(
              new ClientId("world-" + seed % 100 + "-tab"), start.seq().value() + ++number);
      if (TableRules.decide(table, by, id, commands.next(table))
          instanceof Decision.Accepted(var events)) {
        var commit = new Commit(table.seq().next(), at(commits.size()), by, id, events);
        commits.add(commit);
        table = table.after(commit);
      }
    }
    return commits;
  }

  /** Letters typed and taken back in the first text of a table. */
  static List<Commit> letters(Table start, int count) {
    var text = start.diagnosis().inOrder().getFirst().text();
    var typed = Delta.builder().insert("x").build();
    var deleted = Delta.builder().delete(1).build();
    var commits = new ArrayList<Commit>(count);
    for (int i = 0; i < count; i++) {
      var seq = new Seq(start.seq().value() + 1 + i);
      commits.add(
          new Commit(
              seq,
              start.at().plusMillis(i),
              ATable.ANA,
              new CommandId(ATable.TAB, 1_000_000 + seq.value()),
              List.of(new TextEdited(text, i % 2 == 0 ? typed : deleted))));
    }
    return commits;
  }

  private static Instant at(int offset) {
    return ATable.NOON.plusMillis(offset);
  }

  /** The commits of {@link ATable#withMembers()}. */
  static List<Commit> founding() {
    return ATable.withMembers().commits();
  }

  /** Appends and returns where the table then stands. */
  static Position append(History history, TableId table, Position after, List<Commit> commits)
      throws InterruptedException {
    var appended = history.append(table, after, commits, () -> {});
    if (!appended.isWhole()) {
      throw new AssertionError("another writer was first");
    }
    var folded = after.table();
    for (var one : appended.stored()) {
      folded = folded.after(one.commit());
    }
    return new Position(folded, appended.stored().getLast().hash());
  }
}
