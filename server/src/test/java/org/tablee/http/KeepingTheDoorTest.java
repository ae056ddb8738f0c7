package org.tablee.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tablee.RunningServer;
import org.tablee.http.Client.Answer;

@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class KeepingTheDoorTest {
  private static final String ASSET = "/assets/app-1a2b.js";

  private RunningServer server;

  @BeforeAll
  void start() throws Exception {
    server = RunningServer.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Answer get(String path) throws Exception {
    return new Client(server).get(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/i", ASSET, "/api/session", "/api/nothing", "/nothing", "/health/live"})
  void H7_every_answer_tells_the_browser_what_not_to_do(String path) throws Exception {
    var answer = get(path);

    assertThat(answer.header("content-security-policy"))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; ")
        .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
        .doesNotContain("unsafe");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(answer.header("permissions-policy")).contains("camera=()");
    assertThat(answer.header("cross-origin-opener-policy")).isEqualTo("same-origin");
    assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("same-origin");
    assertThat(answer.header("server")).isEmpty();
  }

  @Test
  void H8_an_unknown_path_is_404_and_a_wrong_method_405_and_names_those_there_are()
      throws Exception {
    assertThat(get("/api").code()).isEqualTo("path.unknown");
    assertThat(get("/api/tables/a/b/c").status()).isEqualTo(404);
    assertThat(get("/api/invitations/accept").status()).isEqualTo(405);
    assertThat(get("/api/invitations/accept").header("allow")).isEqualTo("POST");
    for (var method : new String[] {"DELETE", "PUT", "PATCH", "OPTIONS", "TRACE", "BREW"}) {
      var answer =
          RawLine.ask(server, method + " /api/tables HTTP/1.1\nHost: x\nConnection: close\n\n");
      assertThat(RawLine.status(answer)).as(method).isEqualTo(405);
      assertThat(answer).containsIgnoringCase("allow: GET, POST");
    }
    assertThat(get("/nothing").code()).isEqualTo("path.unknown");
  }

  @Test
  void H9_the_pages_of_the_client_are_one_document_that_is_never_kept() throws Exception {
    var table = "/t/abc-DEF_1";
    for (var path :
        new String[] {
          "/",
          "/i",
          "/?invitations=x",
          table,
          table + "/",
          table + "/frame",
          table + "/diagnosis",
          table + "/debate",
          table + "/proposals"
        }) {
      var page = get(path);
      assertThat(page.status()).as(path).isEqualTo(200);
      assertThat(page.response().body()).contains("<title>Tablée</title>");
      assertThat(page.header("content-type")).isEqualTo("text/html; charset=utf-8");
      assertThat(page.header("cache-control")).isEqualTo("no-store");
    }
    for (var path :
        new String[] {
          "/follow-up", "/proposals/", "/proposals/x", "/Frame", "//frame", "/frame.html"
        }) {
      assertThat(get(table + path).status()).as(path).isEqualTo(404);
    }
    var lost =
        Client.send(new Client(server).request("/nowhere").header("Accept", "text/html").GET());
    assertThat(lost.status()).isEqualTo(404);
    assertThat(lost.response().body()).contains("<title>Tablée</title>");
    for (var path : new String[] {"/index.html", "/index.fr.html", "/index.en.html", "/index."}) {
      assertThat(get(path).status()).as(path).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr-CA, en;q=0.5 | fr",
        "en-GB, fr;q=0.8 | en",
        "br, en;q=0.5 | en",
        "de | fr",
        "*;;q=x | fr",
        "../en | fr"
      })
  void H9_a_page_comes_in_the_language_that_the_browser_asks_for(String asked, String language)
      throws Exception {
    for (var path : new String[] {"/t/abc-DEF_1", "/nowhere"}) {
      var request = new Client(server).request(path).setHeader("Accept-Language", asked);
      var page = Client.send(request.header("Accept", "text/html").GET());
      assertThat(page.response().body()).as(path).contains("<html lang=\"" + language + "\">");
    }
  }

  @Test
  void H9_an_asset_is_kept_for_good_and_packed_for_whoever_can_unpack() throws Exception {
    var plain = get(ASSET);
    assertThat(plain.header("cache-control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(plain.header("content-type")).isEqualTo("text/javascript; charset=utf-8");

    var request =
        HttpRequest.newBuilder(server.uri(ASSET)).header("Accept-Encoding", "br;q=0, gzip");
    var packed = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    assertThat(packed.headers().firstValue("content-encoding")).hasValue("gzip");
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(plain.response().body());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/bar%2F..%2Findex.html",
        "/assets/%2e%2e/index.html",
        "/assets/../index.html",
        "//etc/passwd",
        "/assets//app-1a2b.js",
        "/assets\\app-1a2b.js",
        "/assets/app-1a2b.js;x=1",
        "/assets/app-1a2b.js%00.html",
        "/assets/",
        "/assets",
        "/.git/config",
        "/t/../../etc/passwd",
        "/t/%2e%2e",
        "/t/a%2Fb",
        "/t/a%2Fframe",
        "/t/a/frame/../../x",
        "/t/a/%66rame",
        "/t/a;x/frame",
        "/api/tables/..%2f..%2fetc",
        "/api//tables",
        "/api/tables/%00",
        "/%",
        "/%zz",
        "/?a=%zz",
        "/api/session?%",
        "/\u00e9"
      })
  void H9_a_path_with_tricks_finds_nothing_and_the_file_is_still_served(String path)
      throws Exception {
    var answer = RawLine.ask(server, "GET " + path + " HTTP/1.1\nHost: x\nConnection: close\n\n");

    assertThat(RawLine.status(answer)).isIn(400, 404);
    assertThat(answer).doesNotContain("root:", "<title>", "export const");
    assertThat(get(ASSET).response().body()).startsWith("// A program.");
  }

  @Test
  void H10_a_head_is_answered_as_a_get_without_its_body() throws Exception {
    for (var path : new String[] {"/", ASSET, "/api/session"}) {
      var get = RawLine.ask(server, "GET " + path + " HTTP/1.1\nHost: x\nConnection: close\n\n");
      var head = RawLine.ask(server, "HEAD " + path + " HTTP/1.1\nHost: x\nConnection: close\n\n");
      assertThat(RawLine.status(head)).isEqualTo(RawLine.status(get));
      assertThat(head).endsWith("\r\n\r\n");
    }
  }

  @Test
  void H12_what_a_request_says_of_its_host_is_not_believed() throws Exception {
    var olga = Client.organiser(server);
    var answer =
        RawLine.ask(
            server,
            """
            POST /api/tables HTTP/1.1
            Host: evil.example
            X-Forwarded-Host: evil.example
            X-Forwarded-For: 10.0.0.1
            Forwarded: host=evil.example
            Authorization: Bearer %s
            Content-Type: application/json
            Content-Length: 13
            Connection: close

            {"title":"a"}\
            """
                .formatted(olga.token()));

    assertThat(RawLine.status(answer)).isEqualTo(201);
    assertThat(answer).contains(server.base() + "/i#").doesNotContain("evil.example");
  }

  @Test
  void H12_headers_and_lines_beyond_the_bound_are_refused_and_others_served() throws Exception {
    var many = new StringBuilder("GET /api/session HTTP/1.1\nHost: x\nConnection: close\n");
    for (int i = 0; i < 10_000; i++) {
      many.append("X-").append(i).append(": y\n");
    }
    var cookie =
        "GET /api/session HTTP/1.1\nHost: x\nConnection: close\nCookie: a="
            + "b".repeat(100_000)
            + "\n\n";
    var line = "GET /" + "a".repeat(100_000) + " HTTP/1.1\nHost: x\nConnection: close\n\n";

    assertThat(statusOrCut(many.append('\n').toString())).isIn(0, 431);
    assertThat(statusOrCut(cookie)).isIn(0, 431);
    assertThat(statusOrCut(line)).isIn(0, 414);
    assertThat(get("/api/session").status()).isEqualTo(401);
  }

  /** Zero where the server cut the line before everything was sent. */
  private int statusOrCut(String head) {
    try {
      return RawLine.status(RawLine.ask(server, head));
    } catch (java.io.IOException | ArrayIndexOutOfBoundsException _) {
      return 0;
    }
  }

  @Test
  void H13_a_handshake_of_a_byte_a_second_is_cut_within_ten_seconds() throws Exception {
    var letters = "GET /api/session HTTP/1.1\r\nHost: x";
    long start = System.nanoTime();
    try (var line = new RawLine(server)) {
      for (int at = 0; !line.isCutWithin(500); at++) {
        line.send(letters.substring(at, at + 1));
      }
    }
    assertThat((System.nanoTime() - start) / 1_000_000).isBetween(5_000L, 10_000L);
  }

  @Test
  void H14_probes_and_figures_are_there_for_whoever_watches() throws Exception {
    assertThat(get("/health/live").body().isTrue("live")).isTrue();
    // The store is asked in the background; the first answer may be a moment away.
    long deadline = System.nanoTime() + 5_000_000_000L;
    while (get("/health/ready").status() != 200 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(get("/health/ready").body().isTrue("ready")).isTrue();
    var figures = get("/metrics").response().body();
    assertThat(figures)
        .contains("tablee_tables_hosted", "tablee_live_connections", "jvm_memory_used_bytes")
        .contains("tablee_http_requests_seconds_count{method=\"GET\",route=\"/health/live\"");
  }
}
