package org.tablee.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tablee.history.DamagedHistoryException;
import org.tablee.store.MemoryStore;
import org.tablee.store.StoreUnavailableException;
import org.tablee.table.ClientId;
import org.tablee.table.College;
import org.tablee.table.CollegeId;
import org.tablee.table.CommandId;
import org.tablee.table.Commit;
import org.tablee.table.Decision;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Role;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TableCommand.ByServer;
import org.tablee.table.TableCommand.CreateTable;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableId;
import org.tablee.table.TableRules;
import org.tablee.wire.Requests.Accept;

/** A door with all that it needs: a store in memory, logs that fold, a clock that stands. */
final class Reception {
  static final CollegeId USERS = new CollegeId("users");

  /** Where everybody is who says nothing else. */
  static final Source HERE = new Source("192.0.2.1");

  final MemoryStore store = new MemoryStore();
  final Logs logs = new Logs();
  final List<String> named = new ArrayList<>();
  Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private final InstantSource clock = () -> now;
  final Sessions sessions = new Sessions(store, clock);
  final Register register = new Register(store);
  final NewIds ids = new NewIds(new Random(7), clock);
  final TableList tables = new TableList(store, logs, ids, clock);
  final Door door;

  Reception(DoorLimits limits) {
    door =
        new Door(
            store,
            sessions,
            register,
            logs,
            (table, person) -> named.add(table.value() + " " + person.name()),
            ids,
            clock,
            () -> Duration.between(Instant.EPOCH, now).toNanos(),
            limits);
  }

  Reception() {
    this(new DoorLimits(500, 20_000, 0));
  }

  TableList.Created table() {
    var college = new College(USERS, new Line("Usagers"));
    return tables.create(
        new CreateTable(new Line("Bien vieillir"), null, null, "fr", List.of(college)));
  }

  static Secret secret(TableList.Created created, Role role) {
    return created.invitations().stream()
        .filter(one -> one.role() == role)
        .findFirst()
        .orElseThrow()
        .secret();
  }

  Entry accept(Secret secret, String name, @Nullable Presented held) {
    return accept(secret, name, held, HERE);
  }

  Entry accept(Secret secret, String name, @Nullable Presented held, Source source) {
    return door.accept(
        new Accept(secret.value(), new Line(name), null, Presence.ROOM), held, source);
  }

  /** Comes in; must be let in. */
  Entry.In enter(Secret secret, String name, @Nullable Presented held) {
    return (Entry.In) accept(secret, name, held);
  }

  /** The session that somebody has after coming in. */
  Presented held(Entry.In in) {
    return new Presented(in.token(), sessions.open(in.token()).orElseThrow());
  }

  /** Logs that decide and fold, and break on request. */
  static final class Logs implements TableLogs {
    private final Map<TableId, Table> tables = new HashMap<>();
    boolean isBroken;

    /** Nothing is stored, and whoever asks is told to come back. */
    boolean isAway;

    /** Nothing can be read. */
    boolean isDamaged;

    @Override
    public void create(TableId table, CreateTable command) {
      var _ = act(table, command);
    }

    @Override
    public Optional<Refusal> join(TableId table, Join command) {
      return act(table, command);
    }

    private Optional<Refusal> act(TableId id, ByServer command) {
      if (isBroken) {
        throw new StoreUnavailableException("cut off");
      }
      if (isAway) {
        return Optional.of(new Refusal(RefusalCode.STORE_UNAVAILABLE));
      }
      var table = now(id);
      return switch (TableRules.decide(table, command)) {
        case Decision.Accepted(var events) -> {
          if (!events.isEmpty()) {
            var seq = table.seq().next();
            var commandId = new CommandId(new ClientId("server-1"), seq.value());
            var commit = new Commit(seq, Instant.EPOCH, ParticipantId.SYSTEM, commandId, events);
            tables.put(id, table.after(commit));
          }
          yield Optional.empty();
        }
        case Decision.Refused(var refusal) -> Optional.of(refusal);
        case Decision.Repeated _, Decision.PastNeeded _, Decision.OnBox _ ->
            throw new IllegalStateException("not for a server's command");
      };
    }

    @Override
    public Table now(TableId table) {
      if (isDamaged) {
        throw new DamagedHistoryException(table, new Seq(1), "it is missing");
      }
      return tables.getOrDefault(table, Table.EMPTY);
    }
  }
}
