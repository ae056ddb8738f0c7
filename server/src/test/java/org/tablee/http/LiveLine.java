package org.tablee.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tablee.RunningServer;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;

/** One member's live connection, which keeps every frame that it was sent. */
final class LiveLine implements WebSocket.Listener {
  private static final int PATIENCE_SECONDS = 10;

  private final Client client;
  private final String tab;
  private final StringBuilder text = new StringBuilder();
  private final LinkedBlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private final List<String> heard = new ArrayList<>();
  private @Nullable WebSocket socket;
  private int asked;

  private LiveLine(Client client, String tab) {
    this.client = client;
    this.tab = tab;
  }

  /**
   * Goes live, and waits for the welcome.
   *
   * @param path of the table
   */
  static LiveLine at(RunningServer server, String path, Client client, String tab)
      throws Exception {
    var line = new LiveLine(client, tab);
    line.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("tablee.v1")
            .header("Authorization", "Bearer " + client.token())
            .buildAsync(URI.create(server.base().replace("http", "ws") + path + "/live"), line)
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    line.send("{\"type\":\"join\",\"client\":\"" + tab + "\"}");
    line.until("\"welcome\"");
    return line;
  }

  Client client() {
    return client;
  }

  /** Asks for a command as this tab's next; what it was answered. */
  JsonObject does(String command) throws Exception {
    asked++;
    var id = tab + "-" + asked;
    send("{\"type\":\"do\",\"id\":\"%s\",\"command\":%s}".formatted(id, command));
    var answer = Json.readObject(until("\"id\":\"" + id + "\""));
    assertThat(answer.string("type")).as(answer.toString()).isIn("done", "commits", "refused");
    return answer;
  }

  /** Every frame so far. */
  List<String> heard() {
    frames.drainTo(heard);
    return List.copyOf(heard);
  }

  private void send(String frame) {
    Objects.requireNonNull(socket).sendText(frame, true).join();
  }

  private String until(String part) throws Exception {
    while (true) {
      var frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("never came: " + part + " after " + heard);
      }
      heard.add(frame);
      if (frame.contains(part)) {
        return frame;
      }
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      frames.add(text.toString());
      text.setLength(0);
    }
    from.request(1);
    return null;
  }
}
