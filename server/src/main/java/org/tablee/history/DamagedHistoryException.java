package org.tablee.history;

import java.util.Map;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Seq;
import org.tablee.table.TableId;

/**
 * What is stored of a table does not verify or cannot be read; names the first commit that fails.
 */
public final class DamagedHistoryException extends RuntimeException {
  private final transient Seq seq;

  public DamagedHistoryException(TableId table, Seq seq, String how) {
    super("table %s is damaged at commit %d: %s".formatted(table.value(), seq.value(), how));
    this.seq = seq;
  }

  public DamagedHistoryException(TableId table, Seq seq, Throwable cause) {
    super("table %s is damaged at commit %d".formatted(table.value(), seq.value()), cause);
    this.seq = seq;
  }

  public Seq seq() {
    return seq;
  }

  /** What is told to whoever asks for the table. */
  public Refusal refusal() {
    return new Refusal(RefusalCode.TABLE_READONLY, Map.of("seq", Long.toString(seq.value())));
  }
}
