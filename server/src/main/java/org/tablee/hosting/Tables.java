package org.tablee.hosting;

import org.tablee.history.DamagedHistoryException;
import org.tablee.table.TableCommand.CreateTable;
import org.tablee.table.TableId;

/** Every table of the installation, wherever it is hosted. Calls block; from virtual threads. */
public interface Tables {
  /**
   * The table, opened if need be.
   *
   * @throws UnknownTableException where there is none
   * @throws DamagedHistoryException where its tail does not verify
   * @throws org.tablee.store.StoreUnavailableException where the store does not answer
   */
  HostedTable host(TableId table);

  /** Makes a table; the one of that id where it stands already. */
  HostedTable create(TableId table, CreateTable command);
}
