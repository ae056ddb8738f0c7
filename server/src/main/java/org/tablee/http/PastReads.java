package org.tablee.http;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.tablee.people.SessionId;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;

/**
 * Readings of the past that are under way. Each may fold thousands of commits, so one session has a
 * few at once and no more; others do not wait for it.
 */
final class PastReads {
  /** Of one session, over all its tables, tabs and devices. */
  static final int AT_ONCE_MAX = 4;

  private static final Refusal LATER =
      new Refusal(RefusalCode.RATE_LIMITED, Map.of("retryInMs", "1000"));

  private final Map<SessionId, Integer> running = new HashMap<>();

  /** Reads now, unless the session reads too much already. */
  <T> T during(SessionId session, Supplier<T> reading) {
    begin(session);
    try {
      return reading.get();
    } finally {
      end(session);
    }
  }

  /** To be followed by {@link #end}, unless it is refused. */
  synchronized void begin(SessionId session) {
    int now = running.getOrDefault(session, 0);
    if (now >= AT_ONCE_MAX) {
      throw new RefusedException(LATER);
    }
    running.put(session, now + 1);
  }

  synchronized void end(SessionId session) {
    running.computeIfPresent(session, (_, now) -> now == 1 ? null : now - 1);
  }
}
