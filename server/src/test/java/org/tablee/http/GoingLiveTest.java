package org.tablee.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.tablee.RunningServer;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;

@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class GoingLiveTest {
  private RunningServer server;
  private Client olga;
  private JsonObject table;
  private String path;
  private String cookie;
  private Client ana;

  @BeforeAll
  void start() throws Exception {
    server = RunningServer.start();
    olga = Client.organiser(server);
    table = olga.table("Bien vieillir");
    path = "/api/tables/" + table.string("id") + "/live";
    ana = new Client(server);
    var set = ana.accept(Client.secret(table, "participant"), "Ana").header("set-cookie");
    cookie = set.substring(0, set.indexOf(';'));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private int upgrade(String path, String... headers) throws Exception {
    var head =
        new StringBuilder("GET " + path + " HTTP/1.1\n")
            .append("Host: localhost\nConnection: Upgrade\nUpgrade: websocket\n")
            .append("Sec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n")
            .append("Sec-WebSocket-Extensions: permessage-deflate\n");
    for (var header : headers) {
      head.append(header).append('\n');
    }
    try (var line = new RawLine(server)) {
      line.send(head.append('\n').toString().replace("\n", "\r\n"));
      return RawLine.status(line.head());
    }
  }

  private static final String PROTOCOL = "Sec-WebSocket-Protocol: tablee.v1";

  @Test
  void H15_with_a_cookie_the_origin_must_be_our_own_to_the_letter() throws Exception {
    var origins =
        new String[] {
          "https://evil.example",
          "null",
          server.base() + ".evil.tld",
          server.base().toUpperCase(java.util.Locale.ROOT),
          "http://localhost:1",
          "https://localhost:" + server.port()
        };
    for (var origin : origins) {
      assertThat(upgrade(path, PROTOCOL, "Cookie: " + cookie, "Origin: " + origin))
          .as(origin)
          .isEqualTo(403);
    }
    assertThat(upgrade(path, PROTOCOL, "Cookie: " + cookie)).isEqualTo(403);
    for (var host : new String[] {"localhost", "127.0.0.1", "[::1]"}) {
      var own = "Origin: http://" + host + ":" + server.port();
      assertThat(upgrade(path, PROTOCOL, "Cookie: " + cookie, own)).as(host).isEqualTo(101);
    }
  }

  @Test
  void H15_without_a_session_it_is_401_for_any_table_and_404_for_a_table_of_others()
      throws Exception {
    var other = "/api/tables/" + olga.table("Une autre").string("id") + "/live";
    var own = "Origin: " + server.base();

    for (var any : new String[] {path, other, "/api/tables/none/live"}) {
      assertThat(upgrade(any, PROTOCOL)).isEqualTo(401);
      assertThat(upgrade(any, PROTOCOL, own)).isEqualTo(401);
      assertThat(upgrade(any, PROTOCOL, "Authorization: Bearer " + "x".repeat(43))).isEqualTo(401);
    }
    var bearer = "Authorization: Bearer " + ana.token();
    assertThat(upgrade(path, PROTOCOL, bearer)).isEqualTo(101);
    assertThat(upgrade(other, PROTOCOL, bearer)).isEqualTo(404);
    assertThat(upgrade("/api/tables/none/live", PROTOCOL, bearer)).isEqualTo(404);
    assertThat(upgrade(path, PROTOCOL, "Authorization: Bearer " + olga.token())).isEqualTo(403);
    assertThat(upgrade(path, bearer)).isEqualTo(400);
    assertThat(upgrade(path, "Sec-WebSocket-Protocol: chat", bearer)).isEqualTo(400);
  }

  /** Collects what comes until a frame of a type is there, or the line is closed. */
  private static final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<JsonObject> welcome = new CompletableFuture<>();
    private final CompletableFuture<JsonObject> goodbye = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        var frame = Json.readObject(text.toString());
        text.setLength(0);
        switch (frame.string("type")) {
          case "welcome" -> welcome.complete(frame);
          case "goodbye" -> goodbye.complete(frame);
          default -> {}
        }
      }
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }

  @Test
  void H16_who_came_in_is_welcomed_live_and_sent_away_when_the_session_ends() throws Exception {
    var bao = new Client(server);
    bao.accept(Client.secret(table, "participant"), "Bao");
    var listener = new Listener();
    var socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("tablee.v1")
            .header("Authorization", "Bearer " + bao.token())
            .buildAsync(URI.create(server.base().replace("http", "ws") + path), listener)
            .get(10, TimeUnit.SECONDS);
    socket.sendText("{\"type\":\"join\",\"client\":\"tab-of-bao\"}", true);

    var welcome = listener.welcome.get(10, TimeUnit.SECONDS);
    assertThat(socket.getSubprotocol()).isEqualTo("tablee.v1");
    assertThat(welcome.object("you").string("name")).isEqualTo("Bao");
    assertThat(welcome.objects("people")).extracting(one -> one.string("name")).contains("Bao");

    assertThat(bao.post("/api/session/end").status()).isEqualTo(204);
    assertThat(listener.goodbye.get(5, TimeUnit.SECONDS).string("code")).isEqualTo("expired");
  }
}
