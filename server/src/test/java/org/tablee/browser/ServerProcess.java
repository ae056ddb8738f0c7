package org.tablee.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tablee.Tablee;

/**
 * A server as a process of its own, on the embedded store in a folder of its own; may be killed and
 * started again on the same port and data.
 */
public final class ServerProcess implements AutoCloseable {
  public static final String ORGANISER_SECRET = "for-the-tests-alone-0123456789";
  private static final int START_SECONDS = 60;
  private static final int END_SECONDS = 30;

  private final Path folder;
  private final int port;
  private final Map<String, String> settings;
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private @Nullable Process process;

  private ServerProcess(Path folder, int port, Map<String, String> settings) {
    this.folder = folder;
    this.port = port;
    this.settings = settings;
  }

  /** With the limits that a new installation has. */
  public static ServerProcess start() {
    return start(Map.of());
  }

  /**
   * Starts one.
   *
   * @param settings environment variables
   */
  public static ServerProcess start(Map<String, String> settings) {
    try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = door.getLocalPort();
      var server =
          new ServerProcess(Files.createTempDirectory("tablee-server"), port, Map.copyOf(settings));
      door.close();
      server.restart();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  /** How its addresses begin. */
  public String base() {
    return "http://localhost:" + port;
  }

  /** The folder of its store. */
  Path data() {
    return folder.resolve("data");
  }

  /** Ends it as a power cut would: at once, whatever it is doing. */
  public void kill() {
    var running = Objects.requireNonNull(process).toHandle();
    running.destroyForcibly();
    running.onExit().orTimeout(END_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Sends it a signal: it does not wait for what comes of it. */
  public void signal(String name) {
    var pid = Long.toString(Objects.requireNonNull(process).pid());
    try {
      var sent = new ProcessBuilder("kill", "-" + name, pid).start().onExit();
      sent.orTimeout(END_SECONDS, TimeUnit.SECONDS).join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks it to end, and waits until it has. */
  public void stop() {
    signal("TERM");
    var exit = Objects.requireNonNull(process).onExit();
    exit.orTimeout(END_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Starts it again where it was, and waits until it serves. */
  public void restart() {
    var environment = new HashMap<>(settings);
    environment.put("TABLEE_PORT", Integer.toString(port));
    environment.put("TABLEE_DATA", data().toString());
    environment.put("TABLEE_ORGANISER_SECRET", ORGANISER_SECRET);
    try {
      var builder =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "--enable-native-access=ALL-UNNAMED",
                  "--sun-misc-unsafe-memory-access=allow",
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Tablee.class.getName())
              .directory(folder.toFile())
              .redirectErrorStream(true);
      builder
          .environment()
          .keySet()
          .removeIf(key -> key.startsWith("TABLEE_") || key.equals("MONGODB_URI"));
      builder.environment().putAll(environment);
      process = builder.start();
      var serving = new CompletableFuture<Void>();
      var output = process.inputReader(StandardCharsets.UTF_8);
      Thread.ofVirtual().start(() -> listen(output, serving));
      serving.orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen(BufferedReader output, CompletableFuture<Void> serving) {
    try (output) {
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        said.add(line);
        if (line.contains("Tablée: http")) {
          serving.complete(null);
        }
      }
    } catch (IOException _) {
      // It was killed in the middle of a line.
    }
    serving.completeExceptionally(
        new AssertionError("the server ended:\n" + String.join("\n", said)));
  }

  /** What it logged as gone wrong. */
  public List<String> errors() {
    return said.stream().filter(line -> line.contains("ERROR")).toList();
  }

  @Override
  public void close() {
    kill();
    try (var walk = Files.walk(folder)) {
      for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
