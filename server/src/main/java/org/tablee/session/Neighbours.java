package org.tablee.session;

import java.util.List;
import org.tablee.table.TableId;

/** Those who serve the same tables at other nodes. */
public interface Neighbours {
  /** Where this node is alone. */
  Neighbours NONE = (_, _) -> {};

  /**
   * Who sits at a table through one node.
   *
   * @param observers how many besides the members
   */
  record Present(List<Sitting> members, int observers) {
    static final Present NOBODY = new Present(List.of(), 0);

    public Present {
      members = List.copyOf(members);
    }
  }

  /** Tells them who sits at a table through this node. Must not block. */
  void present(TableId table, Present here);
}
