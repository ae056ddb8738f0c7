package org.tablee.faults;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tablee.browser.ServerProcess;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.text.Delta;
import org.tablee.wire.DeltaJson;

/**
 * Somebody who writes without a pause and remembers all that they were told: as a page does, what
 * is not answered is sent again under its id, and a connection that is lost is made anew at some
 * node.
 */
final class Member implements Checker.Journal {
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final Duration WELCOME_WITHIN = Duration.ofSeconds(5);

  /** A frame, or that the line is gone. */
  private record Heard(Line line, @Nullable JsonObject frame) {}

  private final HttpClient http;
  private final List<ServerProcess> nodes;
  private final String table;
  private final String token;
  private final String tab;
  private final SplittableRandom random;
  private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean isEnding;

  // Touched by the member's thread; read by others once it has ended.

  private final Map<Long, JsonObject> commits = new LinkedHashMap<>();
  private final List<String> stored = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final List<Double> waits = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private @Nullable Line line;
  private int at;
  private int reconnections;
  private long number;
  private long seq;
  private String hash = "";
  private @Nullable JsonObject pending;
  private String pendingId = "";
  private long askedAt;
  private long againAt;
  private long nextAt;

  /**
   * @param first at which of the nodes they sit down
   */
  Member(
      HttpClient http,
      List<ServerProcess> nodes,
      String table,
      String token,
      String tab,
      SplittableRandom random,
      int first) {
    this.http = http;
    this.nodes = nodes;
    this.table = table;
    this.token = token;
    this.tab = tab;
    this.random = random;
    this.at = first;
    this.thread = Thread.ofVirtual().name(tab).start(this::run);
  }

  /** Begins nothing more, and waits until all that they asked for is answered. */
  void end(Duration within) throws InterruptedException {
    isEnding = true;
    if (!thread.join(within)) {
      thread.interrupt();
      thread.join();
      faults.add(pendingId + " was never answered");
    }
    if (line != null) {
      line.socket.abort();
    }
  }

  /** Each commit that they saw, by its number. */
  @Override
  public Map<Long, JsonObject> commits() {
    return commits;
  }

  /** The ids of what they were told to be stored. */
  @Override
  public List<String> stored() {
    return stored;
  }

  /** What no page should meet. */
  List<String> faults() {
    return faults;
  }

  /** From each asking to its answer, in seconds. */
  List<Double> waits() {
    return waits;
  }

  int reconnections() {
    return reconnections;
  }

  @Override
  public String name() {
    return tab;
  }

  String table() {
    return table;
  }

  private void run() {
    try {
      nextAt = System.nanoTime() + random.nextLong(EVERY.toNanos());
      while (!isEnding || pending != null) {
        if (line == null) {
          comeIn();
        } else {
          step(line);
        }
      }
    } catch (InterruptedException _) {
      // Whoever ended it says what is missing.
    }
  }

  private void comeIn() throws InterruptedException {
    var node = nodes.get(at % nodes.size());
    at++;
    try {
      var next = new Line();
      next.socket =
          http.newWebSocketBuilder()
              .subprotocols("tablee.v1")
              .header("Authorization", "Bearer " + token)
              .connectTimeout(WELCOME_WITHIN)
              .buildAsync(
                  URI.create("ws://localhost:%d/api/tables/%s/live".formatted(node.port(), table)),
                  next)
              .orTimeout(WELCOME_WITHIN.toSeconds(), TimeUnit.SECONDS)
              .join();
      var join = JsonObject.with().field("type", "join").field("client", tab);
      if (seq > 0) {
        join.field("since", seq).field("hash", hash);
      }
      next.send(join.build());
      if (isWelcome(next)) {
        line = next;
        reconnections++;
        againAt = System.nanoTime();
      } else {
        next.socket.abort();
      }
    } catch (CompletionException _) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private boolean isWelcome(Line next) throws InterruptedException {
    long until = System.nanoTime() + WELCOME_WITHIN.toNanos();
    while (true) {
      var one = heard.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (one == null) {
        return false;
      }
      if (one.line != next) {
        continue;
      }
      if (one.frame == null || one.frame.string("type").equals("goodbye")) {
        return false;
      }
      if (one.frame.string("type").equals("welcome")) {
        if (one.frame.field("commits") != null) {
          take(one.frame);
        } else if (seq > 0 && one.frame.isTrue("parted")) {
          faults.add("parted from the history after " + seq);
        }
        seq = one.frame.number("seq");
        hash = one.frame.string("hash");
        return true;
      }
    }
  }

  private void step(Line now) throws InterruptedException {
    long clock = System.nanoTime();
    if (pending == null && !isEnding && clock >= nextAt) {
      number++;
      pendingId = tab + "-" + number;
      pending = next();
      askedAt = clock;
      againAt = clock;
      nextAt = clock + EVERY.toNanos();
    }
    if (pending != null && clock >= againAt) {
      againAt = Long.MAX_VALUE;
      now.send(
          JsonObject.with()
              .field("type", "do")
              .field("id", pendingId)
              .field("command", pending)
              .build());
    }
    var one = heard.poll(20, TimeUnit.MILLISECONDS);
    if (one == null || one.line != now) {
      return;
    }
    if (one.frame == null) {
      line = null;
      return;
    }
    switch (one.frame.string("type")) {
      case "commits" -> {
        take(one.frame);
        hash = one.frame.string("hash");
      }
      case "done" -> {
        if (one.frame.string("id").equals(pendingId)) {
          isStored();
        }
      }
      case "refused" -> refused(one.frame);
      case "goodbye" -> {
        now.socket.abort();
        line = null;
      }
      default -> {}
    }
  }

  /** Writes where others write as well; adds and moves now and then. */
  private JsonObject next() {
    int dice = findings.isEmpty() ? 0 : random.nextInt(10);
    if (dice < 3) {
      return command("AddFinding")
          .field("finding", "f-" + pendingId)
          .field("kind", "need")
          .field("title", "La navette")
          .build();
    }
    if (dice == 3) {
      return command("MoveFinding").field("finding", anyFinding()).build();
    }
    return command("EditText")
        .field("text", anyFinding())
        .field("base", seq)
        .field("delta", DeltaJson.write(Delta.builder().insert("e").build()))
        .build();
  }

  private String anyFinding() {
    return findings.get(random.nextInt(findings.size()));
  }

  private static JsonObject.Builder command(String type) {
    return JsonObject.with().field("type", type);
  }

  private void take(JsonObject frame) {
    for (var commit : frame.objects("commits")) {
      long next = commit.number("seq");
      if (next != seq + 1) {
        faults.add("heard of " + next + " after " + seq);
      }
      seq = next;
      commits.put(next, commit);
      for (var event : commit.objects("events")) {
        if (event.string("type").equals("FindingAdded")) {
          findings.add(event.string("finding"));
        }
      }
      if (commit.string("id").equals(pendingId)) {
        isStored();
      }
    }
  }

  private void isStored() {
    if (pending != null) {
      stored.add(pendingId);
      waits.add((System.nanoTime() - askedAt) / 1e9);
      pending = null;
    }
  }

  private void refused(JsonObject frame) {
    if (!(frame.field("id") instanceof JsonString(var id)) || !id.equals(pendingId)) {
      return;
    }
    var params = frame.object("params");
    if (params.field("retryInMs") != null) {
      againAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(params.number("retryInMs"));
    } else {
      faults.add("refused: " + frame);
      pending = null;
    }
  }

  private final class Line implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    @SuppressWarnings("NullAway.Init")
    Line() {}

    void send(JsonObject frame) {
      try {
        socket.sendText(Json.write(frame), true).orTimeout(5, TimeUnit.SECONDS).join();
      } catch (CompletionException _) {
        heard.add(new Heard(this, null));
      }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        heard.add(new Heard(this, Json.readObject(text.toString())));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      heard.add(new Heard(this, null));
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable fault) {
      heard.add(new Heard(this, null));
    }
  }
}
