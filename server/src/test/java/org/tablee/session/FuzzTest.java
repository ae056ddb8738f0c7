package org.tablee.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.session.World.ANA;
import static org.tablee.session.World.BEN;
import static org.tablee.session.World.CLEO;
import static org.tablee.session.World.OLGA;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.http.impl.websocket.WebSocketFrameImpl;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tablee.QuietLog;
import org.tablee.table.ParticipantId;
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
  private static final long GROWTH_MAX = 1024 * 1024;

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

  @RegisterExtension final QuietLog log = new QuietLog();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  void L31_whatever_text_comes_the_answer_is_a_frame_or_a_refusal_of_the_catalogue(long seed) {
    var random = new SplittableRandom(seed);
    var golden = golden(BEN);
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
    try (var world =
        new World(vertx, new SessionLimits(0, 0, 0, 0, 0, SessionLimits.Times.USUAL))) {
      world.addFindings(3);
      var witness = world.join(ANA);

      int sockets = feed(world, BEN, random);

      assertThat(sockets).isGreaterThan(5);
      witness.drain();
      witness.addFinding("ana-tab-1-1", "the-witness-goes-on");
      witness.take("commits");
      world.join(CLEO);
    }
  }

  /**
   * What is kept is counted in live objects, after a full collection: bytes in use would count what
   * is only waiting to be collected. An observer's frames are never stored; so all that is left
   * behind would be the server's own, in queues, counters and lists. A first round loads what code
   * and buffers it takes.
   */
  @Test
  void L31_whatever_one_who_may_do_nothing_sends_leaves_nothing_behind(Vertx vertx) {
    try (var world =
        new World(vertx, new SessionLimits(0, 0, 0, 0, 0, SessionLimits.Times.USUAL))) {
      world.addFindings(3);
      var before = world.host().position();
      int writes = world.store.writes();
      int _ = feed(world, OLGA, new SplittableRandom(31));
      World.eventually(() -> world.live.counts().connections() == 0);
      long live = liveBytes();

      int sockets = feed(world, OLGA, new SplittableRandom(32));

      assertThat(sockets).isGreaterThan(5);
      World.eventually(() -> world.live.counts().connections() == 0);
      World.eventually(() -> liveBytes() - live < GROWTH_MAX);
      assertThat(world.store.writes()).isEqualTo(writes);
      assertThat(world.host().position()).isEqualTo(before);
      world.join(CLEO);
    }
  }

  private static long liveBytes() {
    try {
      var histogram =
          (String)
              ManagementFactory.getPlatformMBeanServer()
                  .invoke(
                      new ObjectName("com.sun.management:type=DiagnosticCommand"),
                      "gcClassHistogram",
                      new Object[] {new String[0]},
                      new String[] {String[].class.getName()});
      var total = histogram.lines().filter(line -> line.startsWith("Total")).findFirst();
      return Long.parseLong(total.orElseThrow().strip().split("\\s+")[2]);
    } catch (JMException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends many mutated frames, each line anew where it was closed, and tells how many lines. */
  private static int feed(World world, ParticipantId who, SplittableRandom random) {
    var golden = golden(who);
    var fuzzer = world.join(who);
    int sockets = 1;
    for (int n = 0; n < FRAMES_SENT; n++) {
      if (fuzzer.isClosed()) {
        fuzzer.answersAreFrom(CATALOGUE);
        assertThat(CLOSES).contains(fuzzer.closeCode());
        fuzzer = world.join(who);
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
    fuzzer.socket.close();
    return sockets;
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

  private static List<byte[]> golden(ParticipantId who) {
    try (var files = Files.list(Path.of("src/test/resources/wire"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("client-"))
          .sorted()
          .map(file -> read(file, who))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] read(Path file, ParticipantId who) {
    try {
      // As the one who fuzzes over a socket has joined.
      return Files.readString(file)
          .replace("ana-tab-1", who.value() + "-tab-1")
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
