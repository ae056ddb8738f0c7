package org.tablee.hosting;

import org.tablee.table.TableId;

/** There is no table of that id. */
public final class UnknownTableException extends RuntimeException {
  public UnknownTableException(TableId table) {
    super("no table " + table.value(), null, false, false);
  }
}
