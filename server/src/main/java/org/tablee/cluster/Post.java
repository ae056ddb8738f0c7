package org.tablee.cluster;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The way to other nodes. It may lose, double, delay and swap what it carries: whatever rests on it
 * is checked against the store.
 */
interface Post extends AutoCloseable {
  /** Whoever gets what others send to this node. Called on an event loop; must not block. */
  interface Clerk {
    void received(byte[] letter);

    /**
     * Answers once, from any thread, or never.
     *
     * @param answer takes it
     */
    void asked(byte[] question, Consumer<byte[]> answer);
  }

  /** Begins to hand over what comes in. */
  void open(Clerk clerk);

  void send(NodeId to, byte[] letter);

  /**
   * Asks another node.
   *
   * @param answered told once, on any thread; empty where no answer came in time
   */
  void ask(NodeId to, byte[] question, Duration within, Consumer<Optional<byte[]>> answered);

  @Override
  void close();
}
