package org.tablee.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tablee.browser.Organiser.Admitted;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.text.Delta;
import org.tablee.wire.DeltaJson;

/**
 * A whole client without a screen, by the rules of the contract alone. Only its test's thread works
 * in it: what comes waits until it is taken, which is as good as a slow network.
 */
final class Member implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final HttpClient http;
  private final URI live;
  private final Admitted who;
  private final String client;

  /** Commands without an answer, the bytes first sent, by id in their order. */
  private final SequencedMap<String, String> asked = new LinkedHashMap<>();

  private final SequencedMap<String, Long> acknowledged = new LinkedHashMap<>();
  private final SequencedMap<String, String> refused = new LinkedHashMap<>();
  private final Map<String, CoWrittenText> texts = new HashMap<>();
  private Findings findings = new Findings(List.of());
  private long seq;
  private String hash = "";
  private long number;
  private @Nullable Line line;

  /** One connection; frames of one that was cut are never taken. */
  private static final class Line implements WebSocket.Listener {
    private final LinkedBlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private volatile @Nullable String ending;

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      part.append(text);
      if (last) {
        frames.add(Json.readObject(part.toString()));
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      ending = "closed %d %s".formatted(code, reason);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable fault) {
      ending = fault.toString();
    }
  }

  private @Nullable WebSocket socket;

  Member(HttpClient http, ServerProcess server, String table, Admitted who, String client) {
    this.http = http;
    this.live = URI.create("ws://localhost:%d/api/tables/%s/live".formatted(server.port(), table));
    this.who = who;
    this.client = client;
  }

  String participant() {
    return who.participant();
  }

  /** Comes to the table, or back to it: catches up, and sends again what got no answer. */
  void join() {
    var opened = new Line();
    socket =
        http.newWebSocketBuilder()
            .subprotocols("tablee.v1")
            .header("Authorization", "Bearer " + who.token())
            .buildAsync(live, opened)
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .join();
    line = opened;
    var hello = JsonObject.with().field("type", "join").field("client", client);
    if (seq > 0) {
      hello.field("since", seq).field("hash", hash);
    }
    send(Json.write(hello.build()));
    take(next(opened));
    // What is new waits behind what is sent again: the order in which it was asked.
    List.copyOf(asked.values()).forEach(this::send);
    sendEdits();
  }

  boolean isOnline() {
    return line != null && line.ending == null;
  }

  /** The connection is gone at once; what was on its way is lost. */
  void cut() {
    if (socket != null) {
      socket.abort();
    }
    line = null;
    socket = null;
  }

  /** Takes at most so many of the frames that came. */
  void hear(int most) {
    for (int count = 0; count < most && line != null; count++) {
      var frame = line.frames.poll();
      if (frame == null) {
        return;
      }
      take(frame);
    }
  }

  /** Goes on until everything is answered and the history is heard as far as told. */
  void settle(long until) {
    while (!asked.isEmpty() || seq < until || !isSettled()) {
      sendEdits();
      if (!isOnline()) {
        throw new AssertionError(client + " lost its connection");
      }
      take(next(java.util.Objects.requireNonNull(line)));
    }
  }

  private JsonObject next(Line from) {
    try {
      var frame = from.frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError(
            "%s heard nothing (%s); unanswered: %s".formatted(client, from.ending, asked));
      }
      return frame;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Asks for something, now where there is a connection, else when it is back. */
  void ask(JsonObject command) {
    ask(nextId(), command);
  }

  private String nextId() {
    number++;
    return client + "-" + number;
  }

  private void ask(String id, JsonObject command) {
    var frame =
        Json.write(
            JsonObject.with()
                .field("type", "do")
                .field("id", id)
                .field("command", command)
                .build());
    asked.put(id, frame);
    if (isOnline()) {
      send(frame);
    }
  }

  private void send(String frame) {
    if (socket != null) {
      try {
        var _ = socket.sendText(frame, true).toCompletableFuture().get(10, TimeUnit.SECONDS);
      } catch (Exception _) {
        // The connection is down: what is without an answer goes again after the next joining.
        cut();
      }
    }
  }

  /** Types, and sends it where nothing of that text is in flight. */
  void type(String text, Delta change) {
    text(text).type(change);
    if (isOnline()) {
      sendEdits();
    }
  }

  private void sendEdits() {
    texts.forEach((id, text) -> {
      if (text.maySend()) {
        var command = nextId();
        var edit = JsonObject.with().field("type", "EditText").field("text", id).field("base", seq);
        ask(command, edit.field("delta", DeltaJson.write(text.send(command))).build());
      }
    });
  }

  private boolean isSettled() {
    return texts.values().stream().allMatch(CoWrittenText::isSettled);
  }

  Delta shown(String text) {
    return text(text).shown();
  }

  private CoWrittenText text(String id) {
    var text = texts.get(id);
    if (text == null) {
      throw new AssertionError("no text " + id);
    }
    return text;
  }

  private void take(JsonObject frame) {
    switch (frame.string("type")) {
      case "welcome" -> welcomed(frame);
      case "commits" -> heard(frame);
      case "done" -> assertThat(frame.number("seq")).isPositive();
      case "refused" -> refused(frame);
      case "goodbye" -> assertThat(frame.string("code")).isEqualTo("shutdown");
      default -> {}
    }
  }

  private void welcomed(JsonObject frame) {
    assertThat(frame.isTrue("parted")).isFalse();
    if (seq > 0) {
      assertThat(frame.fields()).as("coming back").containsKey("commits");
      heard(frame);
    } else {
      var state = frame.object("state");
      findings = new Findings(state.objects("findings"));
      state
          .object("texts")
          .fields()
          .forEach(
              (id, text) -> texts.put(id, new CoWrittenText(DeltaJson.read((JsonObject) text))));
      seq = frame.number("seq");
      hash = frame.string("hash");
    }
    assertThat(seq).isEqualTo(frame.number("seq"));
  }

  private void heard(JsonObject frame) {
    for (var commit : frame.objects("commits")) {
      assertThat(commit.number("seq")).as("the commit that follows").isEqualTo(seq + 1);
      seq++;
      var id = commit.string("by").equals(who.participant()) ? commit.string("id") : null;
      for (var event : commit.objects("events")) {
        after(commit, event, id);
      }
      if (id != null && asked.remove(id) != null) {
        acknowledged.put(id, seq);
      }
    }
    hash = frame.string("hash");
    if (frame.string("type").equals("commits")) {
      sendEdits();
    }
  }

  private void after(JsonObject commit, JsonObject event, @Nullable String id) {
    switch (event.string("type")) {
      case "TextEdited" ->
          text(event.string("text")).heard(id, DeltaJson.read(event.object("delta")));
      case "FindingAdded" -> {
        texts.put(event.string("text"), new CoWrittenText(Delta.document("\n")));
        findings.after(event, commit.string("by"), commit.number("at"));
      }
      default -> findings.after(event, commit.string("by"), commit.number("at"));
    }
  }

  private void refused(JsonObject frame) {
    var id = frame.string("id");
    if (asked.remove(id) != null) {
      refused.put(id, frame.string("code"));
      texts.values().forEach(text -> text.refused(id));
    }
  }

  /** Every command that was stored, and as which commit. */
  SequencedMap<String, Long> acknowledged() {
    return acknowledged;
  }

  /** Every command that was not, and why. */
  SequencedMap<String, String> refused() {
    return refused;
  }

  List<JsonObject> findings() {
    return findings.all();
  }

  Map<String, CoWrittenText> texts() {
    return texts;
  }

  long seq() {
    return seq;
  }

  String hash() {
    return hash;
  }

  @Override
  public void close() {
    cut();
  }
}
