package org.tablee.hosting;

import java.util.List;
import org.tablee.history.Position;
import org.tablee.table.Commit;

/**
 * Whoever follows a hosted table on this node. Called on the table's own thread, in order, and must
 * not block.
 */
public interface Audience {
  /** The first call: everything after this position will be announced. */
  void entered(Position position);

  /**
   * These commits are stored; they follow what was told last.
   *
   * @param position after the last of them
   */
  void announced(List<Commit> commits, Position position);

  /** The table is no longer hosted here and nothing more will come; enter again. */
  void letGo();

  /** Whether the store leaves the table waiting: what is asked is kept, nothing is lost. */
  void saving(boolean isWaiting);
}
