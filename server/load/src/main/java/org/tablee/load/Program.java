package org.tablee.load;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A server in a process of its own, with this program's class path, ready to serve. */
final class Program implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(5);
  private static final Pattern PAUSE = Pattern.compile(".*Pause.* ([0-9.]+)ms");

  private final Process process;
  private final int port;
  private final Path folder;
  private final Duration start;

  private Program(Process process, int port, Path folder, Duration start) {
    this.process = process;
    this.port = port;
    this.folder = folder;
    this.start = start;
  }

  /**
   * Starts a server and returns when it answers that it is ready.
   *
   * @param folder an empty one, where it runs, and leaves its logs
   * @param environment besides this program's own, where {@code TABLEE_PORT} is set as well
   * @throws IOException where it ends before, or is not ready in time
   */
  static Program start(Class<?> main, Pinning pinning, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    int port = freePort();
    var command = new ArrayList<>(pinning.prefix());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags());
    command.add("-Xlog:gc:file=" + folder.resolve("gc.log"));
    command.addAll(List.of("-cp", classPath(), main.getName()));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    var variables = builder.environment();
    variables.keySet().removeIf(name -> name.startsWith("TABLEE_") || name.equals("MONGODB_URI"));
    variables.putAll(environment);
    variables.put("TABLEE_PORT", Integer.toString(port));
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("server.log").toFile());
    long started = System.nanoTime();
    var process = builder.start();
    try {
      awaitReady(process, port, folder);
    } catch (IOException | InterruptedException e) {
      process.destroyForcibly();
      throw e;
    }
    return new Program(process, port, folder, Duration.ofNanos(System.nanoTime() - started));
  }

  private static List<String> flags() {
    var flags = System.getProperty("server.flags", "").strip();
    return flags.isEmpty() ? List.of() : List.of(flags.split("\\s+"));
  }

  /** Absolute, for the server runs elsewhere. */
  private static String classPath() {
    var entries = new ArrayList<String>();
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitReady(Process process, int port, Path folder)
      throws IOException, InterruptedException {
    var question =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready")).build();
    long deadline = System.nanoTime() + START.toNanos();
    try (var http = HttpClient.newHttpClient()) {
      while (!isReady(http, question)) {
        if (process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)
            || System.nanoTime() > deadline) {
          throw new IOException(
              "the server did not get ready:\n" + Files.readString(folder.resolve("server.log")));
        }
      }
    }
  }

  private static boolean isReady(HttpClient http, HttpRequest question)
      throws InterruptedException {
    try {
      return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  int port() {
    return port;
  }

  /** From the start of the process until it was ready. */
  Duration start() {
    return start;
  }

  Usage usage() {
    return Usage.of(process.pid());
  }

  /** How long each pause of the garbage collector was so far, in milliseconds. */
  List<Double> pauses() throws IOException {
    return Files.readAllLines(folder.resolve("gc.log")).stream()
        .map(PAUSE::matcher)
        .filter(matcher -> matcher.matches())
        .map(matcher -> Double.valueOf(matcher.group(1)))
        .toList();
  }

  /** Asks it to end, and waits until it has. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new IOException("the server did not end when it was asked to");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IllegalStateException(e);
    }
  }
}
