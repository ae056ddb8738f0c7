package org.tablee.cluster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import org.tablee.table.TableId;

/**
 * Who hosts a table: a pure function of the table and the nodes there are (highest random weight,
 * Thaler and Ravishankar 1998). Where a node comes or goes, only its own tables move.
 */
final class Rendezvous {
  private Rendezvous() {}

  /**
   * The host of a table.
   *
   * @param nodes one at least
   */
  static NodeId host(TableId table, Collection<NodeId> nodes) {
    return nodes.stream()
        .max(
            Comparator.<NodeId>comparingLong(node -> weight(table, node))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static long weight(TableId table, NodeId node) {
    var text = table.value() + '\n' + node.value();
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new LinkageError("every JDK has SHA-256", e);
    }
  }
}
