package org.tablee;

import java.util.Optional;
import org.tablee.hosting.Answer;
import org.tablee.hosting.Tables;
import org.tablee.people.TableLogs;
import org.tablee.table.Refusal;
import org.tablee.table.Table;
import org.tablee.table.TableCommand.CreateTable;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableId;

/** The tables' logs as their hosts keep them. */
record HostedLogs(Tables hosts) implements TableLogs {
  @Override
  public void create(TableId table, CreateTable command) {
    var _ = hosts.create(table, command);
  }

  @Override
  public Optional<Refusal> join(TableId table, Join command) {
    return switch (hosts.host(table).act(command)) {
      case Answer.Stored _, Answer.Repeated _, Answer.HandedIn _ -> Optional.empty();
      case Answer.Refused(var refusal) -> Optional.of(refusal);
    };
  }

  @Override
  public Table now(TableId table) {
    return hosts.host(table).position().table();
  }
}
