package org.tablee.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.session.World.ANA;
import static org.tablee.session.World.BEN;
import static org.tablee.session.World.CLEO;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.http.impl.websocket.WebSocketFrameImpl;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.tablee.table.RefusalCode;
import org.tablee.wire.ClientFrame;
import org.tablee.wire.ClientFrames;
import org.tablee.wire.ReadFrame;

/** Feeds mutated golden frames, by a seed that the name carries. */
@ExtendWith(VertxExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FuzzTest {
  private static final int FRAMES_READ = 50_000;
  private static final int FRAMES_SENT = 2_000;

  private static final Set<String> CATALOGUE =
      Arrays.stream(RefusalCode.values()).map(RefusalCode::code).collect(Collectors.toSet());

  private static final Set<Integer> CLOSES = Set.of(1000, 1002, 1003, 1007, 1008, 1009);

  /** Bits of JSON that parsers stumble over. */
  private static final List<String> BITS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "\\u0000",
          "\\ud800",
          "null",
          "true",
          "-1",
          "1e309",
          "0.5",
          "9007199254740992",
          "\"type\":",
          "\"__proto__\":{},",
          "\u202e",
          "\uffff",
          "{\"insert\":{}}",
          "{\"retain\":0}",
          "{\"delete\":-1}",
          "\n",
          "\t",
          "'");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  void L31_whatever_text_comes_the_answer_is_a_frame_or_a_refusal_of_the_catalogue(long seed) {
    var random = new SplittableRandom(seed);
    var golden = golden();
    int fine = 0;
    for (int n = 0; n < FRAMES_READ; n++) {
      var bytes = mutated(golden.get(random.nextInt(golden.size())), random);
      switch (ClientFrames.read(new String(bytes, StandardCharsets.UTF_8))) {
        case ReadFrame.Fine(ClientFrame _) -> fine++;
        case ReadFrame.Bad bad -> assertThat(CATALOGUE).contains(bad.refusal().code().code());
      }
    }
    // Else the mutations are so wild that nothing behind the parser was reached.
    assertThat(fine).isBetween(FRAMES_READ / 100, FRAMES_READ * 9 / 10);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22})
  void L31_whatever_bytes_come_over_a_socket_nobody_else_notices(long seed, Vertx vertx) {
    var random = new SplittableRandom(seed);
    var golden = golden();
    var errors = errors();
    try (var world =
        new World(vertx, new SessionLimits(0, 0, 0, 0, 0, SessionLimits.Times.USUAL))) {
      world.addFindings(3);
      var witness = world.join(ANA);
      var fuzzer = world.join(BEN);
      int sockets = 1;
      for (int n = 0; n < FRAMES_SENT; n++) {
        if (fuzzer.isClosed()) {
          fuzzer.answersAreFrom(CATALOGUE);
          assertThat(CLOSES).contains(fuzzer.closeCode());
          fuzzer = world.join(BEN);
          sockets++;
        }
        var bytes = mutated(golden.get(random.nextInt(golden.size())), random);
        var type = random.nextInt(500) == 0 ? WebSocketFrameType.BINARY : WebSocketFrameType.TEXT;
        fuzzer.socket.writeFrame(new WebSocketFrameImpl(type, bytes, random.nextInt(200) != 0));
        if (n % 10 == 9) {
          fuzzer.settle(CATALOGUE);
        }
      }
      fuzzer.answersAreFrom(CATALOGUE);

      assertThat(sockets).isGreaterThan(5);
      witness.drain();
      witness.addFinding("ana-tab-1-1", "the-witness-goes-on");
      witness.take("commits");
      world.join(CLEO);
      assertThat(errors.list).isEmpty();
    } finally {
      logger().detachAppender(errors);
    }
  }

  private static byte[] mutated(byte[] golden, SplittableRandom random) {
    var text = new StringBuilder(new String(golden, StandardCharsets.UTF_8));
    for (int left = random.nextInt(4); left > 0; left--) {
      int at = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), at + random.nextInt(12));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(at, to);
        case 1 -> text.insert(at, BITS.get(random.nextInt(BITS.size())));
        case 2 -> text.replace(at, to, BITS.get(random.nextInt(BITS.size())));
        case 3 -> text.insert(at, text.substring(at, to));
        default -> text.replace(at, to, Integer.toString(random.nextInt(100)));
      }
    }
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0 && random.nextInt(20) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static List<byte[]> golden() {
    try (var files = Files.list(Path.of("src/test/resources/wire"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("client-"))
          .sorted()
          .map(FuzzTest::read)
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      // As the one who fuzzes over a socket has joined.
      return Files.readString(file)
          .replace("ana-tab-1", "ben-tab-1")
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private static ListAppender<ILoggingEvent> errors() {
    var appender =
        new ListAppender<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
              super.append(event);
            }
          }
        };
    appender.start();
    logger().addAppender(appender);
    return appender;
  }
}
