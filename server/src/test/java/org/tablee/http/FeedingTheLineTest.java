package org.tablee.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tablee.QuietLog;
import org.tablee.RunningServer;
import org.tablee.json.JsonObject;
import org.tablee.store.MemoryStore;

/** What no browser sends, over lines of a whole server; somebody who is at the table goes on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class FeedingTheLineTest {
  private static final String PROTOCOL = "Sec-WebSocket-Protocol: tablee.v1\n";

  @RegisterExtension final QuietLog log = new QuietLog();
  private final MemoryStore store = new MemoryStore();
  private RunningServer server;
  private Client olga;
  private JsonObject table;
  private String path;

  @BeforeAll
  void start() throws Exception {
    server = RunningServer.start(store, Map.of());
    olga = Client.organiser(server);
    table = olga.table("Bien vieillir");
    path = "/api/tables/" + table.string("id") + "/live";
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static String upgrade(String path, String headers) {
    return "GET "
        + path
        + " HTTP/1.1\nHost: localhost\nConnection: Upgrade\nUpgrade: websocket\n"
        + "Sec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n"
        + PROTOCOL
        + headers
        + "\n";
  }

  private static int upgraded(RunningServer server, String path, String headers)
      throws IOException {
    try (var line = new RawLine(server)) {
      line.send(upgrade(path, headers).replace("\n", "\r\n"));
      return RawLine.status(line.head());
    }
  }

  private static String cookie(Client.Answer accepted) {
    var set = accepted.header("set-cookie");
    return set.substring(0, set.indexOf(';'));
  }

  @Test
  void B1_behind_a_public_address_only_that_very_origin_goes_live() throws Exception {
    try (var town =
        RunningServer.start(new MemoryStore(), Map.of("TABLEE_PUBLIC_URL", "https://ok.example"))) {
      var made = Client.organiser(town).table("Bien vieillir");
      var live = "/api/tables/" + made.string("id") + "/live";
      var carried =
          "Cookie: "
              + cookie(new Client(town).accept(Client.secret(made, "participant"), "Ana"))
              + "\n";
      for (var origin :
          new String[] {
            "https://evil.example",
            "null",
            "https://ok.example.evil.tld",
            "https://evil-ok.example",
            "HTTPS://OK.EXAMPLE",
            "https://ok.example:8443",
            "http://ok.example",
            "https://ok.example/",
            "https://ana@ok.example",
            "https://ok.example https://ok.example",
            town.base(),
            ""
          }) {
        assertThat(upgraded(town, live, carried + "Origin: " + origin + "\n"))
            .as(origin)
            .isEqualTo(403);
      }
      assertThat(upgraded(town, live, carried)).isEqualTo(403);
      assertThat(upgraded(town, live, carried + "Origin: https://ok.example\n")).isEqualTo(101);
    }
  }

  @Test
  void B2_a_session_that_ended_goes_live_nowhere() throws Exception {
    var other = "/api/tables/" + olga.table("Une autre").string("id") + "/live";
    var ana = new Client(server);
    ana.accept(Client.secret(table, "participant"), "Ana");
    var bearer = "Authorization: Bearer " + ana.token() + "\n";
    assertThat(upgraded(server, path, bearer)).isEqualTo(101);
    assertThat(ana.post("/api/session/end").status()).isEqualTo(204);

    for (var any : new String[] {path, other, "/api/tables/none/live"}) {
      assertThat(upgraded(server, any, bearer)).as(any).isEqualTo(401);
    }
  }

  /** A masked frame; the mask is zeros, so that the payload is as it is read. */
  private static byte[] frame(int opcode, boolean isLast, byte[] payload) {
    var bytes = new ByteArrayOutputStream();
    bytes.write((isLast ? 0x80 : 0) | opcode);
    bytes.write(0x80 | 126);
    bytes.write(payload.length >> 8);
    bytes.write(payload.length);
    bytes.writeBytes(new byte[4]);
    bytes.writeBytes(payload);
    return bytes.toByteArray();
  }

  @Test
  void B4_a_message_without_end_is_cut_off_whatever_the_other_side_does() throws Exception {
    var ana = new Client(server);
    ana.accept(Client.secret(table, "participant"), "Ana");
    try (var socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(15_000);
      var out = socket.getOutputStream();
      out.write(
          upgrade(path, "Authorization: Bearer " + ana.token() + "\n")
              .replace("\n", "\r\n")
              .getBytes(StandardCharsets.ISO_8859_1));
      var read = new ByteArrayOutputStream();
      var reader = Thread.ofVirtual().start(() -> readAll(socket, read));
      while (!read.toString(StandardCharsets.ISO_8859_1).contains("\r\n\r\n")) {
        Thread.onSpinWait();
      }
      out.write(frame(1, false, new byte[200]));
      long start = System.nanoTime();
      long sent = 0;
      try {
        // Its close frame is not answered.
        while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(14)) {
          out.write(frame(0, false, " ".repeat(60_000).getBytes(StandardCharsets.UTF_8)));
          sent += 60_000;
        }
        throw new AssertionError("still open after " + sent + " bytes");
      } catch (IOException e) {
        assertThat(e).isInstanceOf(SocketException.class);
      }
      assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(8);
      reader.join();
      assertThat(read.toString(StandardCharsets.ISO_8859_1)).startsWith("HTTP/1.1 101");
    }
    assertThat(ana.get("/api/tables/" + table.string("id")).status()).isEqualTo(200);
  }

  @Test
  void B4_who_is_told_1009_and_does_not_answer_is_cut_off_all_the_same() throws Exception {
    var ana = new Client(server);
    ana.accept(Client.secret(table, "participant"), "Ana");
    try (var line = new RawLine(server)) {
      var part = new String(frame(0, false, new byte[40_000]), StandardCharsets.ISO_8859_1);
      line.send(upgrade(path, "Authorization: Bearer " + ana.token() + "\n").replace("\n", "\r\n"));
      assertThat(RawLine.status(line.head())).isEqualTo(101);
      while (!line.head().isBlank()) {
        // A client speaks once the line is open.
      }
      line.send(new String(frame(1, false, new byte[200]), StandardCharsets.ISO_8859_1));
      line.send(part + part);
      long start = System.nanoTime();

      // A close frame bears its code first: 1009 is 03 F1, which as UTF-8 reads as no character.
      assertThat(line.rest()).contains("\u0003\ufffd");
      assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(8);
    }
  }

  private static void readAll(Socket socket, ByteArrayOutputStream into) {
    try {
      socket.getInputStream().transferTo(into);
    } catch (IOException _) {
      // Cut off: what is waited for.
    }
  }

  @Test
  void B21_10_000_acceptances_of_one_invitation_leave_those_inside_alone() throws Exception {
    var flooded = olga.table("Une foule");
    var live = "/api/tables/" + flooded.string("id") + "/live";
    var secret = Client.secret(flooded, "participant");
    var ana = new Client(server);
    ana.accept(secret, "Ana");
    var seat = Seat.at(server, live, ana, "tab-of-ana");
    var body = JsonObject.with().field("secret", secret).field("name", "Eve").build().toString();
    var request =
        HttpRequest.newBuilder(server.uri("/api/invitations/accept"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    var turns = new Semaphore(40);
    var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
    var http = HttpClient.newHttpClient();
    for (int n = 0; n < 10_000; n++) {
      turns.acquire();
      answers.add(
          http.sendAsync(request, BodyHandlers.ofString()).whenComplete((_, _) -> turns.release()));
    }
    int in = 0;
    for (var answer : answers) {
      int status = answer.get(30, TimeUnit.SECONDS).statusCode();
      assertThat(status).isIn(201, 429);
      in += status == 201 ? 1 : 0;
    }

    assertThat(in).isLessThan(150);
    seat.adds("tab-of-ana-1", "f1");
    assertThat(seat.commit().string("id")).isEqualTo("tab-of-ana-1");
    assertThat(seat.isClosed()).isFalse();
    seat.leave();
  }

  @Test
  void B24_who_logs_out_in_one_tab_is_sent_away_from_all_of_them() throws Exception {
    var ana = new Client(server);
    ana.accept(Client.secret(table, "participant"), "Ana");
    var bao = new Client(server);
    bao.accept(Client.secret(table, "participant"), "Bao");
    var one = Seat.at(server, path, ana, "tab-one-of-ana");
    var two = Seat.at(server, path, ana, "tab-two-of-ana");
    var other = Seat.at(server, path, bao, "tab-of-bao");

    assertThat(ana.post("/api/session/end").status()).isEqualTo(204);

    for (var tab : new Seat[] {one, two}) {
      assertThat(tab.goodbye()).isEqualTo("expired");
      assertThat(tab.closeCode()).isEqualTo(1000);
    }
    other.adds("tab-of-bao-1", "of-bao");
    assertThat(other.commit().string("id")).isEqualTo("tab-of-bao-1");
    assertThat(other.isClosed()).isFalse();
    other.leave();
  }

  @Test
  void B29_there_is_no_second_version_of_the_protocol_to_reset_rapidly() throws Exception {
    var preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    // An empty SETTINGS frame, then a request that is reset at once, so many times.
    var settings = "000000040000000000";
    var rapid = new StringBuilder(settings);
    for (int stream = 1; stream < 2_000; stream += 2) {
      rapid.append("000001010500000000".replace("00000000", "%08x".formatted(stream))).append("82");
      rapid.append("0000040300%08x00000008".formatted(stream));
    }
    try (var line = new RawLine(server)) {
      var answer = new StringBuilder();
      assertThatCode(
              () -> {
                line.send(preface);
                line.send(new String(HexFormat.of().parseHex(rapid), StandardCharsets.ISO_8859_1));
                answer.append(line.rest());
              })
          .satisfiesAnyOf(
              fault -> assertThat(fault).isNull(),
              fault -> assertThat(fault).isInstanceOf(SocketException.class));
      assertThat(answer.toString())
          .satisfiesAnyOf(
              told -> assertThat(told).isEmpty(),
              told -> assertThat(RawLine.status(told)).isIn(400, 404, 501, 505));
    }
    var asked =
        RawLine.ask(
            server,
            "GET /health/live HTTP/1.1\nHost: x\nConnection: Upgrade, HTTP2-Settings\n"
                + "Upgrade: h2c\nHTTP2-Settings: AAMAAABkAAQAAP__\nConnection: close\n\n");
    assertThat(RawLine.status(asked)).isEqualTo(200);
  }

  @Test
  void B29_lines_that_are_reset_as_soon_as_they_are_open_disturb_nobody() throws Exception {
    for (int n = 0; n < 500; n++) {
      try (var socket = new Socket("127.0.0.1", server.port())) {
        socket.setSoLinger(true, 0);
        socket
            .getOutputStream()
            .write(
                "GET /api/session HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    }
    assertThat(olga.get("/api/session").status()).isEqualTo(200);
  }
}
