package org.tablee.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.tablee.RunningServer;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;

/** Somebody live at a table, who was welcomed. */
final class Seat {
  private static final int PATIENCE_SECONDS = 10;

  private final WebSocket socket;
  private final Listener heard;

  private Seat(WebSocket socket, Listener heard) {
    this.socket = socket;
    this.heard = heard;
  }

  /**
   * Goes live.
   *
   * @param path of the table's line
   * @param client the name of the tab
   */
  static Seat at(RunningServer server, String path, Client who, String client) throws Exception {
    var heard = new Listener();
    var socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("tablee.v1")
            .header("Authorization", "Bearer " + who.token())
            .buildAsync(URI.create(server.base().replace("http", "ws") + path), heard)
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    socket.sendText("{\"type\":\"join\",\"client\":\"" + client + "\"}", true);
    heard.welcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return new Seat(socket, heard);
  }

  void adds(String id, String finding) {
    socket.sendText(
        """
        {"type":"do","id":"%s","command":{"type":"AddFinding","finding":"%s","kind":"need","title":"Un banc"}}\
        """
            .formatted(id, finding),
        true);
  }

  /** The first commit of a member since the welcome. */
  JsonObject commit() throws Exception {
    return heard.commit.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** The code of the goodbye, within the five seconds that an end of a session may take. */
  String goodbye() throws Exception {
    return heard.goodbye.get(5, TimeUnit.SECONDS).string("code");
  }

  int closeCode() throws Exception {
    return heard.closed.get(5, TimeUnit.SECONDS);
  }

  boolean isClosed() {
    return heard.closed.isDone() || heard.goodbye.isDone();
  }

  void leave() {
    socket.abort();
  }

  private static final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<JsonObject> welcome = new CompletableFuture<>();
    private final CompletableFuture<JsonObject> commit = new CompletableFuture<>();
    private final CompletableFuture<JsonObject> goodbye = new CompletableFuture<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        hear(Json.readObject(text.toString()));
        text.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }

    private void hear(JsonObject frame) {
      switch (frame.string("type")) {
        case "welcome" -> welcome.complete(frame);
        case "goodbye" -> goodbye.complete(frame);
        case "commits" ->
            frame.objects("commits").stream()
                .filter(one -> !one.string("by").equals("system"))
                .findFirst()
                .ifPresent(commit::complete);
        default -> {}
      }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return CompletableFuture.completedFuture(null);
    }
  }
}
