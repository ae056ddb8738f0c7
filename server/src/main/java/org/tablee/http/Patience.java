package org.tablee.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long a connection may take, whatever trickles in: a byte a second keeps no place here. A live
 * connection is no longer watched by this room.
 */
final class Patience {
  /** From the opening of a connection to its first whole request. */
  private static final Duration FIRST_MAX = Duration.ofSeconds(9);

  /** From a request's head to the end of its body, and of its work. */
  private static final Duration REQUEST_MAX = Duration.ofSeconds(60);

  /** Between two requests. */
  private static final Duration BETWEEN_MAX = Duration.ofSeconds(60);

  /** For an answer of many pages, in all. */
  static final Duration STREAM_MAX = Duration.ofMinutes(10);

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final Map<HttpConnection, Long> deadlines = new ConcurrentHashMap<>();

  void watch(Vertx vertx) {
    var _ = vertx.setPeriodic(LOOK_EVERY.toMillis(), _ -> closeLate());
  }

  void opened(HttpConnection connection) {
    await(connection, FIRST_MAX);
    connection.closeHandler(_ -> deadlines.remove(connection));
  }

  void asked(HttpServerRequest request) {
    await(request.connection(), REQUEST_MAX);
  }

  void answered(HttpServerRequest request) {
    var next = System.nanoTime() + BETWEEN_MAX.toNanos();
    var _ = deadlines.computeIfPresent(request.connection(), (_, _) -> next);
  }

  void streams(HttpServerRequest request) {
    await(request.connection(), STREAM_MAX);
  }

  /** The connection is another room's from now on. */
  void forget(HttpServerRequest request) {
    deadlines.remove(request.connection());
  }

  int open() {
    return deadlines.size();
  }

  private void await(HttpConnection connection, Duration patience) {
    deadlines.put(connection, System.nanoTime() + patience.toNanos());
  }

  private void closeLate() {
    long now = System.nanoTime();
    deadlines.forEach((connection, deadline) -> {
      if (now - deadline > 0) {
        deadlines.remove(connection);
        connection.close();
      }
    });
  }
}
