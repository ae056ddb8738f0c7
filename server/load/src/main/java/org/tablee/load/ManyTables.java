package org.tablee.load;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tablee.history.History;
import org.tablee.history.Position;
import org.tablee.store.sqlite.SqliteStore;
import org.tablee.table.ClientId;
import org.tablee.table.College;
import org.tablee.table.CollegeId;
import org.tablee.table.CommandId;
import org.tablee.table.Commit;
import org.tablee.table.DiagnosisEvent.FindingAdded;
import org.tablee.table.FindingId;
import org.tablee.table.FindingKind;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.Role;
import org.tablee.table.Seq;
import org.tablee.table.TableEvent;
import org.tablee.table.TableEvent.ParticipantJoined;
import org.tablee.table.TableEvent.TableCreated;
import org.tablee.table.TableEvent.TextEdited;
import org.tablee.table.TableId;
import org.tablee.table.TextId;
import org.tablee.text.Delta;

/** A store with many tables of some age, to see what a server's start has to do with them. */
final class ManyTables {
  static final int TABLES = 1_000;
  static final int COMMITS = 1_000;
  private static final int AT_ONCE = 500;
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final ParticipantId ANA = new ParticipantId("ana");
  private static final ClientId TAB = new ClientId("tab-0001");
  private static final TextId TEXT = new TextId("shuttle");

  private ManyTables() {}

  /** Fills an empty data folder. */
  static void fill(Path data) throws InterruptedException {
    try (var store = SqliteStore.open(data)) {
      var history = new History(store);
      for (int table = 0; table < TABLES; table++) {
        fill(history, new TableId("table-" + table));
      }
    }
  }

  private static void fill(History history, TableId table) throws InterruptedException {
    var position = Position.START;
    for (int from = 0; from < COMMITS; from += AT_ONCE) {
      var commits = new ArrayList<Commit>();
      for (int at = from; at < from + AT_ONCE; at++) {
        commits.add(
            new Commit(
                new Seq(at + 1L),
                START.plusSeconds(at),
                ANA,
                new CommandId(TAB, at + 1L),
                List.of(event(at))));
      }
      var appended = history.append(table, position, commits, () -> {});
      var state = position.table();
      for (var one : appended.stored()) {
        state = state.after(one.commit());
      }
      position = new Position(state, appended.stored().getLast().hash());
      history.keepSnapshot(table, position);
    }
  }

  private static TableEvent event(int at) {
    return switch (at) {
      case 0 ->
          new TableCreated(
              new Line("Bien vieillir au quartier"),
              null,
              null,
              "fr",
              List.of(new College(new CollegeId("users"), new Line("Usagers"))));
      case 1 -> new ParticipantJoined(ANA, Role.PARTICIPANT, new CollegeId("users"), Presence.ROOM);
      case 2 ->
          new FindingAdded(
              new FindingId(TEXT.value()), FindingKind.NEED, new Line("La navette"), TEXT);
      default -> new TextEdited(TEXT, Delta.builder().insert("x").build());
    };
  }
}
