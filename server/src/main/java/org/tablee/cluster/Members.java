package org.tablee.cluster;

import java.util.Set;

/**
 * The nodes of the installation, as this one sees them now. Two nodes may see different ones for a
 * while: who hosts a table is a matter of speed alone (I2).
 */
public interface Members extends AutoCloseable {
  NodeId self();

  /** Those that may host; never empty, and without those that are about to stop. */
  Set<NodeId> hosts();

  /** Has this run, on any thread, whenever there may be others. It must not block. */
  void whenChanged(Runnable task);

  /** Tells the others that this node hosts nothing any more. */
  void leave();

  @Override
  void close();
}
