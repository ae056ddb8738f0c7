package org.tablee;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tablee.cluster.Cluster;
import org.tablee.store.ForwardingStore;
import org.tablee.store.MemoryStore;
import org.tablee.store.Store;

/** A whole server on a free port, in this process, on a store in memory unless another is given. */
public final class RunningServer implements AutoCloseable {
  private final Node node;
  private final String base;
  private final String organiserSecret;
  private final Store store;

  private RunningServer(Node node, Store store, String base, String organiserSecret) {
    this.node = node;
    this.store = store;
    this.base = base;
    this.organiserSecret = organiserSecret;
  }

  public static RunningServer start() throws Exception {
    return start(new MemoryStore(), Map.of());
  }

  /**
   * Starts a server. One with a public address is still reached from here, as by its proxy.
   *
   * @param settings environment variables besides a free port
   */
  public static RunningServer start(Store store, Map<String, String> settings) throws Exception {
    var environment = new HashMap<>(settings);
    int port = settings.containsKey("TABLEE_PUBLIC_URL") ? free() : 0;
    environment.put("TABLEE_PORT", Integer.toString(port));
    var configuration = Configuration.read(environment);
    var settled = configuration.cluster();
    var cluster = settled == null ? null : Cluster.join(settled.nodes(), settled.port());
    var vertx = cluster == null ? Vertx.vertx() : cluster.vertx();
    var node = new Node(configuration, store, vertx, cluster, "web-client-sample");
    var told = node.listen();
    var base = port == 0 ? told : "http://localhost:" + port;
    var link = node.organiserLink(base).orElse("#");
    return new RunningServer(node, store, base, link.substring(link.indexOf('#') + 1));
  }

  /** Nodes of one cluster on one store, all in this process. */
  public static List<RunningServer> startNodes(int count) throws Exception {
    var store = new MemoryStore();
    var ports = new ArrayList<Integer>();
    for (int at = 0; at < count; at++) {
      ports.add(free());
    }
    var all = ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    var nodes = new ArrayList<RunningServer>();
    for (var port : ports) {
      var settings =
          Map.of(
              "TABLEE_CLUSTER",
              all,
              "TABLEE_CLUSTER_PORT",
              port.toString(),
              // Asked for by a cluster; the store is given.
              "MONGODB_URI",
              "mongodb://none.invalid/tablee");
      nodes.add(start(new Shared(store), settings));
    }
    return nodes;
  }

  /** A store that outlives the node that closes it. */
  private static final class Shared extends ForwardingStore {
    private Shared(Store store) {
      super(store);
    }

    @Override
    public void close() {}
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Every request that it knows, as {@code GET /path/{variable}}. */
  public List<String> routes() {
    return node.routes();
  }

  /** How links to it begin. */
  public String base() {
    return base;
  }

  public URI uri(String path) {
    return URI.create(base + path);
  }

  public int port() {
    return URI.create(base).getPort();
  }

  public Store store() {
    return store;
  }

  /** What opens the installation. */
  public String organiserSecret() {
    return organiserSecret;
  }

  @Override
  public void close() {
    node.close();
  }
}
