package org.tablee.browser;

import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's live connections, led through the test: it may hold what the browser says, cut them,
 * and say what another server would say. Everything else goes through unread.
 */
final class LiveLine {
  private static final Pattern LIVE = Pattern.compile(".*/api/tables/[^/]+/live$");
  private static final Pattern HASH = Pattern.compile("\"hash\":\"[0-9a-f]{64}\"");

  private final List<String> held = new ArrayList<>();
  private @Nullable WebSocketRoute browser;
  private @Nullable WebSocketRoute server;
  private boolean holds;
  private boolean isDown;
  private boolean isOfAnotherHistory;

  private LiveLine() {}

  /** All connections that this tab makes from now on. */
  static LiveLine of(Person person) {
    var line = new LiveLine();
    person.page().routeWebSocket(LIVE, line::opened);
    return line;
  }

  private void opened(WebSocketRoute opened) {
    if (isDown) {
      opened.close();
      return;
    }
    var to = opened.connectToServer();
    browser = opened;
    server = to;
    held.clear();
    opened.onMessage(frame -> {
      if (holds) {
        held.add(frame.text());
      } else {
        to.send(told(frame.text()));
      }
    });
  }

  /** One that comes back with another hash than the server's has seen another history. */
  private String told(String frame) {
    if (!isOfAnotherHistory || !frame.startsWith("{\"type\":\"join\"")) {
      return frame;
    }
    isOfAnotherHistory = false;
    return HASH.matcher(frame).replaceFirst("\"hash\":\"%s\"".formatted("0".repeat(64)));
  }

  /** What the browser says waits; what the server says comes. */
  void hold() {
    holds = true;
  }

  /** Connections are to be had again. */
  void restore() {
    isDown = false;
  }

  /** It goes on, with what waited first; connections are to be had. */
  void pass() {
    holds = false;
    restore();
    held.forEach(Objects.requireNonNull(server)::send);
    held.clear();
  }

  /** The connection is gone, and no other is to be had. */
  void cut() {
    isDown = true;
    held.clear();
    Objects.requireNonNull(server).close();
    Objects.requireNonNull(browser).close();
  }

  /** As if the server had gone back to an older copy: the next to come back does not fit in. */
  void comeBackFromAnotherHistory() {
    isOfAnotherHistory = true;
    pass();
  }

  /** What a server says that is not this one. */
  void say(String frame) {
    Objects.requireNonNull(browser).send(frame);
  }
}
