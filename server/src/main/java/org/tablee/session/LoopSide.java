package org.tablee.session;

import io.netty.channel.EventLoop;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The connections of a table that live on one event loop. Told by the table's thread alone; what is
 * told runs on the event loop in that order, so a welcome and the commits after it never swap, and
 * one hand-over serves all sockets of the loop.
 */
final class LoopSide {
  private final EventLoop loop;

  /** Touched on the event loop only. */
  private final Set<Connection> here = new LinkedHashSet<>();

  LoopSide(EventLoop loop) {
    this.loop = loop;
  }

  void admit(Connection connection, byte[] head, byte[] tail, List<byte[]> since) {
    loop.execute(() -> {
      connection.welcome(head, tail, since);
      here.add(connection);
    });
  }

  void remove(Connection connection) {
    loop.execute(() -> here.remove(connection));
  }

  void send(byte[] frame) {
    loop.execute(() -> here.forEach(connection -> connection.send(frame)));
  }

  /**
   * @param except who gets the whole of it instead
   */
  void sendPresence(byte[] frame, Set<Connection> except) {
    loop.execute(() -> {
      for (var connection : here) {
        if (!except.contains(connection)) {
          connection.sendPresence(frame);
        }
      }
    });
  }
}
