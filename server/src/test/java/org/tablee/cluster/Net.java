package org.tablee.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The way between some nodes, which a test may cut, and which may lose, double and delay. */
final class Net implements AutoCloseable {
  private record Line(NodeId from, NodeId to) {}

  private final Map<NodeId, Post.Clerk> clerks = new ConcurrentHashMap<>();
  private final Set<Line> cut = ConcurrentHashMap.newKeySet();
  private final Map<NodeId, Set<NodeId>> seen = new ConcurrentHashMap<>();
  private final Map<NodeId, List<Runnable>> listeners = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor carrier =
      new ScheduledThreadPoolExecutor(1, new ThreadPoolExecutor.DiscardPolicy());
  private volatile Optional<SplittableRandom> weather = Optional.empty();

  /** Every letter may be lost, doubled or late from now on. */
  void storm(long seed) {
    weather = Optional.of(new SplittableRandom(seed));
  }

  void calm() {
    weather = Optional.empty();
  }

  void cut(NodeId from, NodeId to) {
    cut.add(new Line(from, to));
  }

  void mend() {
    cut.clear();
  }

  /** These are the nodes from now on, as one of them sees it. */
  void sees(NodeId node, Set<NodeId> others) {
    seen.put(node, Set.copyOf(others));
    listeners.getOrDefault(node, List.of()).forEach(Runnable::run);
  }

  private void carry(NodeId from, NodeId to, Runnable letter) {
    var random = weather;
    if (cut.contains(new Line(from, to))) {
      return;
    }
    if (random.isEmpty()) {
      carrier.execute(letter);
      return;
    }
    synchronized (this) {
      int times = random.get().nextInt(10) == 0 ? 0 : random.get().nextInt(10) == 0 ? 2 : 1;
      for (int time = 0; time < times; time++) {
        carrier.schedule(letter, random.get().nextInt(20), TimeUnit.MILLISECONDS);
      }
    }
  }

  Post post(NodeId node) {
    return new Post() {
      @Override
      public void open(Clerk clerk) {
        clerks.put(node, clerk);
      }

      @Override
      public void send(NodeId to, byte[] letter) {
        carry(
            node,
            to,
            () -> {
              var clerk = clerks.get(to);
              if (clerk != null) {
                clerk.received(letter);
              }
            });
      }

      @Override
      public void ask(
          NodeId to, byte[] question, Duration within, Consumer<Optional<byte[]>> answered) {
        var reply = new CompletableFuture<Optional<byte[]>>();
        var _ = reply.thenAccept(answered);
        carrier.schedule(
            () -> reply.complete(Optional.empty()), within.toMillis(), TimeUnit.MILLISECONDS);
        carry(
            node,
            to,
            () -> {
              var clerk = clerks.get(to);
              if (clerk != null) {
                clerk.asked(
                    question, answer -> carry(to, node, () -> reply.complete(Optional.of(answer))));
              }
            });
      }

      @Override
      public void close() {
        clerks.remove(node);
      }
    };
  }

  Members members(NodeId node) {
    return new Members() {
      @Override
      public NodeId self() {
        return node;
      }

      @Override
      public Set<NodeId> hosts() {
        return seen.getOrDefault(node, Set.of(node));
      }

      @Override
      public void whenChanged(Runnable task) {
        listeners.computeIfAbsent(node, _ -> new CopyOnWriteArrayList<>()).add(task);
      }

      @Override
      public void leave() {
        for (var other : new ArrayList<>(seen.keySet())) {
          var left = new HashSet<>(seen.get(other));
          left.remove(node);
          if (!left.isEmpty()) {
            sees(other, left);
          }
        }
      }

      @Override
      public void close() {
        listeners.remove(node);
      }
    };
  }

  @Override
  public void close() {
    carrier.shutdownNow();
  }
}
