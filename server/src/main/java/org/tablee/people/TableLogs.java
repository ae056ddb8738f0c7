package org.tablee.people;

import java.util.Optional;
import org.tablee.table.Refusal;
import org.tablee.table.Table;
import org.tablee.table.TableCommand.CreateTable;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableId;

/** The way to the tables' logs, which are kept below this room. Calls block. */
public interface TableLogs {
  /** Begins a table's log; when it returns, that is stored. */
  void create(TableId table, CreateTable command);

  /** Brings somebody in; when it returns it is stored, or refused for the reason told. */
  Optional<Refusal> join(TableId table, Join command);

  /** A table's state after its last stored commit. */
  Table now(TableId table);
}
