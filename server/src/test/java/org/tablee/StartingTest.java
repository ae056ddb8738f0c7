package org.tablee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StartingTest {
  private static final int PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void S20_a_store_that_does_not_answer_ends_the_start_with_one_line() throws Exception {
    var builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Tablee.class.getName())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("TABLEE_"));
    builder.environment().put("TABLEE_PORT", "0");
    builder.environment().put("MONGODB_URI", "mongodb://ana:secret@127.0.0.1:" + closedPort());
    var process = builder.start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(folder.resolve("said"))
        .content()
        .containsOnlyOnce("tablee: the store does not answer")
        .doesNotContain("secret", "\tat ");
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
