package org.tablee.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tablee.history.ChainedCommit;
import org.tablee.history.Position;
import org.tablee.hosting.Audience;
import org.tablee.hosting.HostedTable;
import org.tablee.hosting.UnknownTableException;
import org.tablee.table.Commit;
import org.tablee.table.Seq;

/**
 * Keeps an audience with whoever hosts its table: enters, enters again where the table was let go,
 * and reads what was stored meanwhile. Touched on the table's thread, save where it says otherwise.
 */
final class Follower {
  private static final int PAGE = 200;

  /** How long what is asked waits for a host, while the table is handed over. */
  private static final Duration HOST_WITHIN = Duration.ofSeconds(2);

  /** What is asked while nobody hosts the table. */
  private record Waiting(Consumer<HostedTable> ask, Runnable refuse) {}

  private final LiveTable table;
  private final Surroundings around;
  private final Inbox inbox;
  private volatile @Nullable HostedTable host;
  private @Nullable Following following;
  private long followedAt;
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  /** What must not go out before what was missed; {@code null} where nothing is. */
  private @Nullable List<Runnable> held;

  Follower(LiveTable table, Surroundings around, Inbox inbox) {
    this.table = table;
    this.around = around;
    this.inbox = inbox;
  }

  /** Whom to ask; {@code null} while nobody is known to host the table. From any thread. */
  @Nullable HostedTable host() {
    return host;
  }

  /** Asks whoever hosts the table; waits a while where that is nobody, then refuses. */
  void ask(Consumer<HostedTable> ask, Runnable refuse) {
    var now = host;
    if (now != null) {
      ask.accept(now);
    } else if (waiting.size() < SessionLimits.HELD_MAX) {
      var one = new Waiting(ask, refuse);
      waiting.add(one);
      inbox.fetchAfter(
          HOST_WITHIN,
          () -> one,
          late -> {
            if (waiting.remove(late)) {
              late.refuse().run();
            }
          });
    } else {
      refuse.run();
    }
  }

  private void hostedBy(@Nullable HostedTable by) {
    if (by != null) {
      // Before what is asked from now on.
      while (!waiting.isEmpty()) {
        waiting.remove().ask().accept(by);
      }
    }
    host = by;
  }

  void follow() {
    var before = table.position();
    var next = new Following(before == null ? Seq.NONE : before.seq());
    following = next;
    followedAt = around.nanos().getAsLong();
    inbox.fetch(
        next::enter,
        isThere -> {
          if (!isThere) {
            table.isGone();
          }
        });
  }

  void leave() {
    var last = following;
    following = null;
    host = null;
    if (last != null) {
      last.leave();
    }
  }

  /** Does something that must not overtake a commit: at once, or behind what was missed. */
  void inOrder(Runnable task) {
    if (held == null) {
      task.run();
    } else if (held.size() < SessionLimits.HELD_MAX) {
      held.add(task);
    } else {
      throw new IllegalStateException("too much is held back");
    }
  }

  /** One entering; what an earlier one may still hear does not count. */
  private final class Following implements Audience {
    private final Seq known;
    private volatile @Nullable HostedTable entered;

    Following(Seq known) {
      this.known = known;
    }

    /** Whether there is such a table. Blocks. */
    private boolean enter() {
      try {
        var found = around.hosts().apply(table.id());
        entered = found;
        found.enter(this, known);
        return true;
      } catch (UnknownTableException _) {
        return false;
      }
    }

    private void leave() {
      var left = entered;
      if (left != null) {
        left.leave(this);
      }
    }

    @Override
    public void entered(Position position) {
      inbox.tell(() -> {
        if (following == this) {
          hostedBy(entered);
          inOrder(() -> arrived(position));
        } else {
          leave();
        }
      });
    }

    @Override
    public void announced(List<Commit> commits, Position position) {
      inbox.tell(() -> {
        if (following == this) {
          inOrder(() -> table.deliver(commits, position));
        }
      });
    }

    @Override
    public void letGo() {
      inbox.tell(() -> followAgain(this));
    }

    /** The contract has no word for it: a commit that comes later says enough. */
    @Override
    public void saving(boolean isWaiting) {}
  }

  /** At once where it held for a while, so that nobody notices; else after a pause. */
  private void followAgain(Following last) {
    if (following != last || inbox.isOver()) {
      return;
    }
    host = null;
    var retry = around.limits().times().retry();
    if (around.nanos().getAsLong() - followedAt > retry.toNanos()) {
      follow();
    } else {
      inbox.fetchAfter(
          retry,
          () -> last,
          same -> {
            if (following == same) {
              follow();
            }
          });
    }
  }

  private void arrived(Position position) {
    var before = table.position();
    if (before == null || isSame(before, position)) {
      table.standsAt(position);
    } else if (before.seq().isBefore(position.seq())) {
      held = new ArrayList<>();
      inbox.fetch(() -> missed(before, position), pages -> caughtUp(before, pages, position));
    } else {
      table.parted(position);
    }
  }

  private static boolean isSame(Position one, Position other) {
    return one.seq().equals(other.seq()) && one.hash().equals(other.hash());
  }

  /** Blocks. */
  private List<List<ChainedCommit>> missed(Position before, Position now) {
    var pages = new ArrayList<List<ChainedCommit>>();
    var seq = before.seq();
    while (seq.isBefore(now.seq())) {
      int left = (int) Math.min(PAGE, now.seq().value() - seq.value());
      var page = around.history().read(table.id(), seq.next(), left);
      if (page.isEmpty()) {
        break;
      }
      pages.add(page);
      seq = page.getLast().commit().seq();
    }
    return pages;
  }

  private void caughtUp(Position before, List<List<ChainedCommit>> pages, Position now) {
    var behind = held == null ? List.<Runnable>of() : held;
    held = null;
    var fits =
        !pages.isEmpty()
            && pages.getFirst().getFirst().prev().equals(before.hash())
            && pages.getLast().getLast().hash().equals(now.hash());
    if (fits) {
      table.deliverMissed(pages, now);
    } else {
      table.parted(now);
    }
    // One of these may be a new arrival that holds back those behind it.
    behind.forEach(this::inOrder);
  }
}
