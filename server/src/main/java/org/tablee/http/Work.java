package org.tablee.http;

import java.util.Map;
import java.util.concurrent.Semaphore;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;

/** What may block, on virtual threads: so much at once and no more, whoever asks. */
final class Work {
  /** Requests that are worked on at once. */
  private static final int RUNNING_MAX = 1_000;

  static final Refusal BUSY = new Refusal(RefusalCode.RATE_LIMITED, Map.of("retryInMs", "1000"));

  private final Semaphore free = new Semaphore(RUNNING_MAX);

  /** Starts it unless too much is running. */
  boolean start(Runnable act) {
    if (!free.tryAcquire()) {
      return false;
    }
    var _ =
        Thread.ofVirtual()
            .name("http")
            .start(() -> {
              try {
                act.run();
              } finally {
                free.release();
              }
            });
    return true;
  }

  /** How many requests are worked on. */
  int running() {
    return RUNNING_MAX - free.availablePermits();
  }
}
