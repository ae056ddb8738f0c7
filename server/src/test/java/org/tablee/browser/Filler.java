package org.tablee.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tablee.browser.Organiser.Admitted;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.text.Delta;
import org.tablee.wire.DeltaJson;

/** A connected member who asks for a great deal and keeps nothing of what comes but its number. */
final class Filler implements WebSocket.Listener, AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  /** Commands on their way at once: a client that asks faster is closed. */
  private static final int IN_FLIGHT = 20;

  private final WebSocket socket;
  private final String participant;
  private final String client;
  private final StringBuilder part = new StringBuilder();
  private long asked;
  private long answered;
  private long seq;
  private @Nullable String complaint;

  Filler(HttpClient http, ServerProcess server, String table, Admitted who, String client) {
    this.participant = who.participant();
    this.client = client;
    this.socket =
        http.newWebSocketBuilder()
            .subprotocols("tablee.v1")
            .header("Authorization", "Bearer " + who.token())
            .buildAsync(
                URI.create("ws://localhost:%d/api/tables/%s/live".formatted(server.port(), table)),
                this)
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .join();
    send(JsonObject.with().field("type", "join").field("client", client).build());
    await(1);
  }

  /** The last commit that came. */
  synchronized long seq() {
    return seq;
  }

  /** Asks for something; waits first where much is on its way. */
  void ask(JsonObject.Builder command) {
    await(0, IN_FLIGHT);
    asked++;
    send(
        JsonObject.with()
            .field("type", "do")
            .field("id", client + "-" + asked)
            .field("command", command.build())
            .build());
  }

  /** Puts letters at the start of a text. */
  void write(String text, String letters) {
    settle();
    ask(
        JsonObject.with()
            .field("type", "EditText")
            .field("text", text)
            .field("base", seq())
            .field("delta", DeltaJson.write(Delta.builder().insert(letters).build())));
  }

  /** Waits until all that was asked is stored. */
  void settle() {
    await(0, 1);
  }

  /** Waits until all that was asked is stored, and the history came as far as told. */
  void settle(long until) {
    settle();
    await(until);
  }

  private void send(JsonObject frame) {
    socket.sendText(Json.write(frame), true).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private void await(long until) {
    await(until, Integer.MAX_VALUE);
  }

  private synchronized void await(long until, int inFlight) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (complaint == null && (seq < until || asked - answered >= inFlight)) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError(client + " heard nothing more after commit " + seq);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    if (complaint != null) {
      throw new AssertionError(client + ": " + complaint);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      take(Json.readObject(part.toString()));
      part.setLength(0);
    }
    socket.request(1);
    return null;
  }

  private synchronized void take(JsonObject frame) {
    switch (frame.string("type")) {
      case "welcome" -> seq = frame.number("seq");
      case "commits" -> {
        for (var commit : frame.objects("commits")) {
          seq = commit.number("seq");
          if (commit.string("by").equals(participant)) {
            answered++;
          }
        }
      }
      case "refused", "goodbye" -> complaint = Json.write(frame);
      default -> {}
    }
    notifyAll();
  }

  @Override
  public synchronized void onError(WebSocket socket, Throwable fault) {
    complaint = fault.toString();
    notifyAll();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
