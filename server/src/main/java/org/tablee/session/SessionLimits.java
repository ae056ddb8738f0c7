package org.tablee.session;

import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.List;
import org.tablee.wire.ClientFrames;

/**
 * What live connections may ask and cost, all in one place. The components come from the
 * configuration; zero is no limit.
 *
 * @param commandsPerSecond of one participant over all its connections on this node
 * @param burst commands that a participant may send at once after a pause
 * @param tableCommandsPerSecond of one table on this node
 * @param observers with a connection to one table on this node
 * @param connections of one participant on this node
 */
public record SessionLimits(
    int commandsPerSecond,
    int burst,
    int tableCommandsPerSecond,
    int observers,
    int connections,
    Times times) {
  public static final SessionLimits USUAL = new SessionLimits(20, 60, 200, 20_000, 5, Times.USUAL);

  /** The subprotocol that both sides agree on. */
  public static final String SUBPROTOCOL = "tablee.v1";

  /** Bytes of a message from a client, in however many frames. */
  static final int MESSAGE_BYTES_MAX = ClientFrames.BYTES_MAX;

  /** Frames that one message may come in. */
  static final int FRAGMENTS_MAX = 64;

  /**
   * Frames of any kind from one connection. Well above a pointer that moves 1,000 times a second.
   */
  static final int FRAMES_PER_SECOND_MAX = 2_000;

  /** The frame that is the last of so many broken ones in a minute closes the connection. */
  static final int BAD_FRAMES_PER_MINUTE = 20;

  /** Bytes that wait for one connection besides a welcome, at most. */
  static final int WAITING_BYTES_MAX = 256 * 1024;

  /** Above this, presence is left out for a connection until it has caught up. */
  static final int PRESENCE_WAITING_BYTES_MAX = 64 * 1024;

  /** Commits, and their bytes, that a welcome makes up for; beyond them it brings the state. */
  static final int MISSED_COMMITS_MAX = 1_000;

  static final int MISSED_BYTES_MAX = 1024 * 1024;

  /** Commands kept for a connection that was not welcomed yet. */
  static final int EARLY_COMMANDS_MAX = 100;

  /** Ops that are looked at, to carry an edit, for the price of one command: some 2.5 ms. */
  static final int STEPS_PER_COMMAND = 100_000;

  /** What a commit counts as that has to be read back for an edit. */
  static final int STEPS_PER_COMMIT = 1_000;

  /** Members here, up to which presence tells each one; above, those who write and counts. */
  static final int EACH_MEMBER_MAX = 50;

  /** What is kept for a table's connections while it is caught up with. */
  static final int HELD_MAX = 10_000;

  /**
   * Spans of time.
   *
   * @param joinWithin from the opening to the first frame
   * @param pingEvery the server's own pings
   * @param silence without a frame of any kind, after which a connection is given up
   * @param welcomeTransit how long a welcome may be on its way
   * @param closeGrace from the goodbye to cutting the line
   * @param presenceEvery between two presence frames of a table
   * @param retry after which a table is asked for again, and clients are asked to come back
   */
  public record Times(
      Duration joinWithin,
      Duration pingEvery,
      Duration silence,
      Duration welcomeTransit,
      Duration closeGrace,
      Duration presenceEvery,
      Duration retry) {
    public static final Times USUAL =
        new Times(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(50),
            Duration.ofSeconds(60),
            Duration.ofSeconds(3),
            Duration.ofMillis(200),
            Duration.ofSeconds(1));
  }

  /** Sets up a server so that its sockets keep these limits: no compression, bounded frames. */
  public static HttpServerOptions applyTo(HttpServerOptions options) {
    return options
        .setWebSocketSubProtocols(List.of(SUBPROTOCOL))
        .setMaxWebSocketFrameSize(MESSAGE_BYTES_MAX)
        .setMaxWebSocketMessageSize(MESSAGE_BYTES_MAX)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setWebSocketClosingTimeout((int) Times.USUAL.closeGrace().toSeconds());
  }
}
