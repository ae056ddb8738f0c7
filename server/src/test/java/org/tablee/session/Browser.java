package org.tablee.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;

/** The other end of a socket: sends frames, and takes what comes, in order and with a deadline. */
final class Browser {
  private static final long PATIENCE_SECONDS = 10;

  final WebSocket socket;
  private final LinkedBlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();

  Browser(WebSocket socket) {
    this.socket = socket;
    socket.textMessageHandler(text -> frames.add(Json.readObject(text)));
    socket.closeHandler(_ -> closed.complete((int) socket.closeStatusCode()));
  }

  /** Sends a frame, written with single quotes. */
  void send(String frame) {
    World.await(socket.writeTextMessage(frame.replace('\'', '"')));
  }

  void command(String id, String command) {
    send("{'type':'do','id':'%s','command':%s}".formatted(id, command));
  }

  void addFinding(String id, String finding) {
    command(
        id,
        "{'type':'AddFinding','finding':'%s','kind':'need','title':'Un banc'}".formatted(finding));
  }

  /** The next frame, presence left out. */
  JsonObject next() {
    while (true) {
      var frame = poll(PATIENCE_SECONDS);
      if (frame == null) {
        throw new AssertionError("nothing came");
      }
      if (!frame.string("type").equals("presence")) {
        return frame;
      }
    }
  }

  /** The next frame of a type; those before it are dropped. */
  JsonObject take(String type) {
    while (true) {
      var frame = poll(PATIENCE_SECONDS);
      if (frame == null) {
        throw new AssertionError("no %s came".formatted(type));
      }
      if (frame.string("type").equals(type)) {
        return frame;
      }
    }
  }

  private @Nullable JsonObject poll(long seconds) {
    try {
      return frames.poll(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Nothing but presence came before the answer to a ping. */
  void hasNothingElse() {
    send("{'type':'ping','n':987654}");
    var frame = next();
    assertThat(frame.string("type")).as(frame.toString()).isEqualTo("pong");
  }

  /** Waits for the close and tells its code. */
  int closeCode() {
    try {
      return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("not closed", e);
    }
  }

  boolean isClosed() {
    return closed.isDone();
  }
}
