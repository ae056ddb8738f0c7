package org.tablee.example;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tablee.box.Boxes;
import org.tablee.history.History;
import org.tablee.hosting.Hosts;
import org.tablee.people.NewIds;
import org.tablee.people.Register;
import org.tablee.people.TableList;
import org.tablee.people.TableLogs;
import org.tablee.store.Store;
import org.tablee.table.Commit;
import org.tablee.table.Refusal;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TableCommand.CreateTable;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableId;

/** One server of an installation, as far as the example needs one. */
final class Installation implements AutoCloseable {
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-04T12:00:00Z"));

  final Hosts hosts;
  final TableList tables;
  final Register register;
  final ExampleTable example;
  private final History history;

  /**
   * @param seed of the ids and secrets that this server makes
   */
  Installation(Store store, long seed) {
    this(store, seed, CLOCK);
  }

  Installation(Store store, long seed, InstantSource clock) {
    history = new History(store);
    hosts = new Hosts(history, new Boxes(store), clock);
    var ids = new NewIds(new SplittableRandom(seed), clock);
    tables = new TableList(store, new Logs(hosts), ids, clock);
    register = new Register(store);
    example = new ExampleTable(hosts, tables, register);
  }

  /** The example table as it is stored. */
  Table table() {
    return history.open(ExampleTable.ID).position().table();
  }

  /** The record of the example table. */
  List<Commit> commits() {
    return history.read(ExampleTable.ID, Seq.NONE.next(), History.PAGE_MAX).stream()
        .map(chained -> chained.commit())
        .toList();
  }

  @Override
  public void close() {
    hosts.close();
  }

  private record Logs(Hosts hosts) implements TableLogs {
    @Override
    public void create(TableId table, CreateTable command) {
      var _ = hosts.create(table, command);
    }

    @Override
    public Optional<Refusal> join(TableId table, Join command) {
      throw new UnsupportedOperationException("nobody comes by an invitation");
    }

    @Override
    public Table now(TableId table) {
      return hosts.host(table).position().table();
    }
  }
}
