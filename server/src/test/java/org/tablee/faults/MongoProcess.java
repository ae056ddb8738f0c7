package org.tablee.faults;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The database that nodes share: the one that {@code MONGODB_URI} names, else a look-alike in
 * memory in a process of its own, so that it outlives every node and none of them slows it.
 */
final class MongoProcess implements AutoCloseable {
  private final ProcessHandle process;
  private final String uri;

  private MongoProcess(ProcessHandle process, String uri) {
    this.process = process;
    this.uri = uri;
  }

  static MongoProcess start() throws IOException {
    var named = System.getenv("MONGODB_URI");
    if (named != null) {
      return new MongoProcess(ProcessHandle.current(), named);
    }
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MongoProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // Not closed: the process would be told so by a broken pipe.
    var output = process.inputReader(StandardCharsets.UTF_8);
    return new MongoProcess(process.toHandle(), output.readLine());
  }

  /** The address of a database of one's own. */
  String database() {
    var name = "faults_" + UUID.randomUUID().toString().replace("-", "");
    return uri.replaceFirst("(mongodb(?:\\+srv)?://[^/?]+)(?:/[^?]*)?", "$1/" + name);
  }

  /** Whether it is a process of ours, which can be made to stand still. */
  boolean isOurs() {
    return !process.equals(ProcessHandle.current());
  }

  /** Answers nobody for a while. */
  void standStill(Duration span) throws Exception {
    signal("STOP");
    TimeUnit.NANOSECONDS.sleep(span.toNanos());
    signal("CONT");
  }

  private void signal(String name) throws Exception {
    var sent = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    if (sent.waitFor() != 0) {
      throw new IllegalStateException("the database could not be signalled");
    }
  }

  public static void main(String[] args) throws InterruptedException {
    var server = new MongoServer(new MemoryBackend());
    var address = server.bind();
    System.out.println("mongodb://127.0.0.1:" + address.getPort());
    try {
      while (System.in.read() >= 0) {
        // It ends with whoever started it.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      server.shutdownNow();
    }
  }

  @Override
  public void close() {
    if (isOurs()) {
      process.destroyForcibly();
    }
  }
}
