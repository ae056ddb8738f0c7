package org.tablee.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;

/** The other end of a socket: sends frames, and takes what comes, in order and with a deadline. */
final class Browser {
  private static final long PATIENCE_SECONDS = 10;

  final ClientWebSocket socket;
  private final LinkedBlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
  private int presences;
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();

  Browser(ClientWebSocket socket) {
    this.socket = socket;
    socket.textMessageHandler(text -> frames.add(Json.readObject(text)));
    socket.closeHandler(_ -> closed.complete((int) socket.closeStatusCode()));
  }

  /** Sends a frame, written with single quotes. */
  void send(String frame) {
    World.await(socket.writeTextMessage(frame.replace('\'', '"')));
  }

  void send(JsonObject frame) {
    sendAsIs(Json.write(frame));
  }

  /** Sends a frame to the letter; where the line is gone, it is lost. */
  void sendAsIs(String frame) {
    var _ = socket.writeTextMessage(frame);
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
      presences++;
    }
  }

  /** The next frame of a type; those before it are dropped. */
  JsonObject take(String type) {
    var dropped = new ArrayList<String>();
    while (true) {
      var frame = poll(PATIENCE_SECONDS);
      if (frame == null) {
        throw new AssertionError("no %s came, but %s".formatted(type, dropped));
      }
      dropped.add(frame.string("type") + frame.stringOrNull("code"));
      if (frame.string("type").equals(type)) {
        return frame;
      }
    }
  }

  /** From the welcome on, each commit is the next one, up to {@code last} at least. */
  void followsWithoutAGap(long last) {
    var welcome = take("welcome");
    long seen = welcome.number("seq");
    if (welcome.field("commits") != null) {
      var missed = welcome.objects("commits");
      for (int at = 0; at < missed.size(); at++) {
        assertThat(missed.get(at).number("seq")).isEqualTo(seen - missed.size() + 1 + at);
      }
    }
    while (seen < last) {
      for (var commit : take("commits").objects("commits")) {
        assertThat(commit.number("seq")).isEqualTo(seen + 1);
        seen++;
      }
    }
  }

  /** The next presence frame that tells of somebody. */
  JsonObject takePresenceOf(String participant) {
    while (true) {
      var frame = take("presence");
      for (var here : frame.objects("here")) {
        if (here.string("participant").equals(participant)) {
          return frame;
        }
      }
    }
  }

  /** The next presence frame that tells of somebody in a text. */
  JsonObject takePresenceOf(String participant, String text) {
    while (true) {
      var frame = takePresenceOf(participant);
      for (var here : frame.objects("here")) {
        if (here.string("participant").equals(participant)
            && text.equals(here.stringOrNull("text"))) {
          return frame;
        }
      }
    }
  }

  /** Sends a command again, with the same id, for as long as the answer is not final. */
  void addFindingUntilStored(String id, String finding) {
    addFinding(id, finding);
    while (true) {
      var frame = next();
      switch (frame.string("type")) {
        case "refused" -> {
          assertThat(frame.string("code")).isEqualTo("store.unavailable");
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
          addFinding(id, finding);
        }
        case "commits" -> {
          if (frame.objects("commits").getLast().string("id").equals(id)) {
            return;
          }
        }
        default -> throw new AssertionError(frame.toString());
      }
    }
  }

  /** All that came so far is of the catalogue. */
  void answersAreFrom(Set<String> codes) {
    var frames = new ArrayList<JsonObject>();
    this.frames.drainTo(frames);
    for (var frame : frames) {
      switch (frame.string("type")) {
        case "refused" -> assertThat(codes).contains(frame.string("code"));
        case "goodbye" -> assertThat(frame.string("code")).isIn("unjoined", "replaced", "slow");
        default ->
            assertThat(frame.string("type"))
                .isIn("welcome", "commits", "done", "people", "presence", "pong");
      }
    }
  }

  /** Waits until all that was sent is dealt with: answered from the catalogue, or closed. */
  void settle(Set<String> codes) {
    socket.writeTextMessage("{\"type\":\"ping\",\"n\":123456}");
    World.eventually(() ->
        isClosed()
            || frames.stream()
                .anyMatch(
                    frame -> frame.string("type").equals("pong") && frame.number("n") == 123_456));
    answersAreFrom(codes);
  }

  /** Forgets what came so far. */
  void drain() {
    frames.clear();
  }

  /** The line stays open, and nothing is taken from it any more. */
  void stopReading() {
    socket.pause();
    ((WebSocketInternal) socket).channelHandlerContext().channel().config().setAutoRead(false);
  }

  /** How many presence frames came so far, after what came before was taken. */
  int presenceFrames() {
    hasNothingElse();
    return presences;
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
