package org.tablee.people;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps sessions that are long over, a little at a time, for as long as the server runs. */
public final class SessionSweep implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final Logger log = LoggerFactory.getLogger(SessionSweep.class);

  private final Thread sweeping;

  public SessionSweep(Sessions sessions) {
    this.sweeping = Thread.ofVirtual().name("sessions-sweep").start(() -> sweep(sessions));
  }

  private static void sweep(Sessions sessions) {
    try {
      while (true) {
        Thread.sleep(EVERY);
        try {
          sessions.sweep();
        } catch (RuntimeException e) {
          // Nobody waits for it, and the next one comes by again.
          log.warn("sessions were not swept", e);
        }
      }
    } catch (InterruptedException _) {
      log.debug("no longer sweeping");
    }
  }

  @Override
  public void close() {
    sweeping.interrupt();
  }
}
