package org.tablee.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tablee.store.MemoryStore;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class BeingReadyTest {
  private static final long GIB = 1L << 30;

  private final BlockingQueue<DiskSpace> told = new LinkedBlockingQueue<>();
  private final Semaphore asked = new Semaphore(0);

  private DiskSpace ask() {
    asked.release();
    try {
      return told.take();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return DiskSpace.ELSEWHERE;
    }
  }

  /** Returns when this was taken in, and the next is asked for. */
  private void tell(DiskSpace space) throws InterruptedException {
    told.add(space);
    asked.acquire();
  }

  @Test
  void H20_a_node_is_ready_while_its_disk_has_room() throws Exception {
    try (var readiness = new Readiness(new MemoryStore(), this::ask, () -> 0)) {
      asked.acquire();
      assertThat(readiness.isReady()).isFalse();

      tell(new DiskSpace(GIB / 2, 100 * GIB));
      assertThat(readiness.isReady()).isFalse();
      tell(new DiskSpace(GIB / 2, 4 * GIB));
      assertThat(readiness.isReady()).isTrue();
      tell(new DiskSpace(GIB / 2, 6 * GIB));
      assertThat(readiness.isReady()).isFalse();
      tell(new DiskSpace(2 * GIB, 100 * GIB));
      assertThat(readiness.isReady()).isTrue();
    }
  }
}
