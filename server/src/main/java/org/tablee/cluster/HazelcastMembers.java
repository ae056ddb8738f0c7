package org.tablee.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.HazelcastInstance;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The members of the Hazelcast cluster that carries the event bus. */
final class HazelcastMembers implements Members {
  /** How often a node that stops says so: one that came meanwhile has not heard it. */
  private static final Duration SAID_EVERY = Duration.ofMillis(500);

  private static final String LEAVING = "tablee.leaving";
  private static final Logger log = LoggerFactory.getLogger(HazelcastMembers.class);

  private final HazelcastInstance hazelcast;
  private final EventBus bus;
  private final NodeId self;
  private final Set<NodeId> leaving = ConcurrentHashMap.newKeySet();
  private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final MessageConsumer<Buffer> heard;
  private final UUID listening;
  private @Nullable Thread saying;

  HazelcastMembers(HazelcastInstance hazelcast, EventBus bus) {
    this.hazelcast = hazelcast;
    this.bus = bus;
    this.self = id(hazelcast.getCluster().getLocalMember());
    this.heard =
        bus.consumer(
            LEAVING,
            message -> leaves(new NodeId(message.body().toString(StandardCharsets.UTF_8))));
    this.listening = hazelcast.getCluster().addMembershipListener(new Listener());
  }

  private static NodeId id(Member member) {
    return new NodeId(member.getUuid().toString());
  }

  @Override
  public NodeId self() {
    return self;
  }

  @Override
  public Set<NodeId> hosts() {
    var there = all();
    there.removeAll(leaving);
    return there.isEmpty() ? Set.of(self) : there;
  }

  /** Those that are there, the leaving ones among them. */
  Set<NodeId> all() {
    return hazelcast.getCluster().getMembers().stream()
        .map(HazelcastMembers::id)
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Override
  public void whenChanged(Runnable task) {
    listeners.add(task);
  }

  @Override
  public void leave() {
    saying =
        Thread.ofVirtual()
            .name("leaving")
            .start(() -> {
              try {
                while (true) {
                  bus.publish(LEAVING, Buffer.buffer(self.value()));
                  Thread.sleep(SAID_EVERY);
                }
              } catch (InterruptedException _) {
                log.debug("said to be leaving");
              }
            });
    leaves(self);
  }

  private void leaves(NodeId node) {
    if (leaving.add(node)) {
      log.info("node {} leaves", node.value());
      listeners.forEach(Runnable::run);
    }
  }

  @Override
  public void close() {
    if (saying != null) {
      saying.interrupt();
    }
    hazelcast.getCluster().removeMembershipListener(listening);
    var _ = heard.unregister();
  }

  private final class Listener implements MembershipListener {
    @Override
    public void memberAdded(MembershipEvent event) {
      log.info("node {} is there", id(event.getMember()).value());
      listeners.forEach(Runnable::run);
    }

    @Override
    public void memberRemoved(MembershipEvent event) {
      var gone = id(event.getMember());
      log.info("node {} is gone", gone.value());
      leaving.remove(gone);
      listeners.forEach(Runnable::run);
    }
  }

  /** What is known of the members, for the log of a start. */
  static String words(HazelcastInstance hazelcast) {
    return hazelcast.getCluster().getMembers().stream()
        .map(member -> member.getAddress().toString())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
