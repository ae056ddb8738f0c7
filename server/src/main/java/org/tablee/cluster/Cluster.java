package org.tablee.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.core.HazelcastInstance;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.history.History;
import org.tablee.hosting.Hosts;

/** This node's part in a cluster: who else is there, and the bus between them. */
public final class Cluster implements AutoCloseable {
  /** How the nodes of one installation know each other, besides their addresses. */
  private static final String NAME = "tablee";

  private static final Duration JOIN_WITHIN = Duration.ofSeconds(60);
  private static final Logger log = LoggerFactory.getLogger(Cluster.class);

  private final Vertx vertx;
  private final HazelcastMembers members;

  private Cluster(HazelcastInstance hazelcast, Vertx vertx) {
    this.vertx = vertx;
    this.members = new HazelcastMembers(hazelcast, vertx.eventBus());
  }

  /** It cannot be joined as it is set; the message is one line for whoever starts the server. */
  public static final class NoClusterException extends RuntimeException {
    private NoClusterException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Joins the others, or begins the cluster where none of them is there.
   *
   * @param nodes of the cluster, {@code host:port} each, this one among them
   * @param port on which this node is one of them
   * @throws NoClusterException where it is not one of them, or its port or the bus cannot be had
   */
  public static Cluster join(List<String> nodes, int port) throws InterruptedException {
    var host = own(nodes, port);
    var manager = new HazelcastClusterManager(config(nodes, host, port));
    try {
      var vertx =
          Vertx.builder()
              .with(new VertxOptions().setEventBusOptions(new EventBusOptions().setHost(host)))
              .withClusterManager(manager)
              .buildClustered()
              .toCompletionStage()
              .toCompletableFuture()
              .get(JOIN_WITHIN.toSeconds(), TimeUnit.SECONDS);
      var hazelcast = manager.getHazelcastInstance();
      log.info("one of the nodes {}", HazelcastMembers.words(hazelcast));
      return new Cluster(hazelcast, vertx);
    } catch (ExecutionException e) {
      throw new NoClusterException(
          "cannot be a node at %s:%d: %s".formatted(host, port, e.getCause()), e);
    } catch (TimeoutException e) {
      throw new NoClusterException("the other nodes do not answer", e);
    }
  }

  /** The address of this machine among those of the nodes: there the others reach it. */
  private static String own(List<String> nodes, int port) {
    for (var node : nodes) {
      var at = node.lastIndexOf(':');
      if (Integer.parseInt(node.substring(at + 1)) == port && isOwn(node.substring(0, at))) {
        return node.substring(0, at);
      }
    }
    throw new NoClusterException(
        "none of the nodes is this machine with port " + port + " (TABLEE_CLUSTER)", null);
  }

  private static boolean isOwn(String host) {
    try {
      return NetworkInterface.getByInetAddress(InetAddress.getByName(host)) != null;
    } catch (UnknownHostException | SocketException _) {
      return false;
    }
  }

  private static Config config(List<String> nodes, String host, int port) {
    var config = ConfigUtil.loadConfig();
    config.setClusterName(NAME);
    config
        .setProperty("hazelcast.logging.type", "slf4j")
        .setProperty("hazelcast.shutdownhook.enabled", "false")
        .setProperty("hazelcast.phone.home.enabled", "false");
    var network = config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
    network.getInterfaces().setEnabled(true).addInterface(host);
    var join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).setMembers(nodes);
    return config;
  }

  /** What every loop and socket of this node runs on. */
  public Vertx vertx() {
    return vertx;
  }

  /** The way to every table, for a node that hosts some of them. */
  public Routes routes(Hosts hosts, History history) {
    var post = new VertxPost(vertx.eventBus(), members.self());
    return new Routes(hosts, members, history, post, Waits.USUAL);
  }

  /** What every node is told. */
  public Bulletin bulletin() {
    return new Bulletin(vertx.eventBus(), members.self());
  }

  /** Has this run, on any thread, with the nodes that there are, whenever these may be others. */
  public void whenChanged(Consumer<Set<NodeId>> task) {
    members.whenChanged(() -> task.accept(members.all()));
  }

  /** Looks at the others no more; it is left where {@link #vertx} is closed. */
  @Override
  public void close() {
    members.close();
  }
}
