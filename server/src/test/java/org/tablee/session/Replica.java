package org.tablee.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.internal.http.WebSocketInternal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.table.CoText;
import org.tablee.table.IdMemory;
import org.tablee.table.ParticipantId;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TextId;
import org.tablee.table.Texts;
import org.tablee.wire.CommitJson;
import org.tablee.wire.DeltaJson;
import org.tablee.wire.StateJson;

/**
 * A member's copy of a table, kept as the contract tells a client to: a state once, then commits,
 * and what has no answer is sent again after each return.
 */
final class Replica {
  /** A state that this copy began with, and all it heard after that. */
  record Heard(@Nullable JsonObject state, List<JsonObject> commits) {}

  final ParticipantId who;
  private final World world;
  private final String client;

  /** Commands without an answer, as first sent, by their ids in order. */
  private final SequencedMap<String, String> asked = new LinkedHashMap<>();

  private final Map<String, String> kinds = new HashMap<>();
  final Map<String, Long> acknowledged = new HashMap<>();
  final Map<String, String> refused = new HashMap<>();

  /** What {@code done} without a number answered: it is in a sealed box. */
  final List<String> handedIn = new ArrayList<>();

  private Heard heard = new Heard(null, new ArrayList<>());
  private Table table = Table.EMPTY;
  private String hash = "";
  private long number;
  private @Nullable Browser line;

  Replica(World world, ParticipantId who) {
    this.world = world;
    this.who = who;
    this.client = who.value() + "-tab-01";
  }

  /** What was meant by a command that was asked. */
  String kindOf(String id) {
    return Objects.requireNonNull(kinds.get(id));
  }

  Table table() {
    return table;
  }

  String hash() {
    return hash;
  }

  Heard heard() {
    return heard;
  }

  boolean isHere() {
    return line != null;
  }

  /**
   * Comes to the table.
   *
   * @param resumes whether what was missed is enough; else the whole state comes anew
   */
  void join(boolean resumes) {
    var opened = world.open(who);
    line = opened;
    var hello = JsonObject.with().field("type", "join").field("client", client);
    if (resumes && !table.seq().equals(Seq.NONE)) {
      hello.field("since", table.seq().value()).field("hash", hash);
    }
    opened.send(hello.build());
    take(opened.next());
    asked.values().forEach(opened::sendAsIs);
  }

  /** The line is gone at once, with all that was on its way. */
  void cut() {
    if (line != null) {
      ((WebSocketInternal) line.socket).channelHandlerContext().channel().close();
      line = null;
    }
  }

  /**
   * Asks for something, now or after the return.
   *
   * @param kind what it was meant to be
   */
  void ask(String kind, JsonObject command) {
    var id = client + "-" + ++number;
    kinds.put(id, kind);
    var frame = JsonObject.with().field("type", "do").field("id", id).field("command", command);
    var text = Json.write(frame.build());
    asked.put(id, text);
    if (line != null) {
      line.sendAsIs(text);
    }
  }

  /** Takes all that the server had to say up to now. */
  void hear() {
    var here = Objects.requireNonNull(line);
    here.send("{'type':'ping','n':4711}");
    for (var frame = here.next(); !frame.string("type").equals("pong"); frame = here.next()) {
      take(frame);
    }
  }

  /** Listens until everything is answered and the table is known as far as told. */
  void settle(Seq until) {
    var here = Objects.requireNonNull(line);
    while (!asked.isEmpty() || table.seq().isBefore(until)) {
      take(here.next());
    }
  }

  private void take(JsonObject frame) {
    switch (frame.string("type")) {
      case "welcome" -> welcomed(frame);
      case "commits" -> follow(frame);
      case "done" -> done(frame);
      case "refused" -> refused(frame);
      case "people" -> {}
      default -> throw new AssertionError(frame.toString());
    }
  }

  private void welcomed(JsonObject frame) {
    assertThat(frame.isTrue("parted")).isFalse();
    if (frame.field("state") == null) {
      follow(frame);
    } else {
      begin(frame);
    }
    assertThat(table.seq().value()).isEqualTo(frame.number("seq"));
  }

  /** Whoever begins anew hears of an old command by {@code done}, not by its commit. */
  private void begin(JsonObject welcome) {
    var state = welcome.object("state");
    var seq = new Seq(welcome.number("seq"));
    var texts = new HashMap<TextId, CoText>();
    var documents = state.object("texts");
    for (var id : documents.fields().keySet()) {
      var document = DeltaJson.read(documents.object(id));
      texts.put(new TextId(id), CoText.withoutPast(document, seq, seq));
    }
    var at = Instant.ofEpochMilli(welcome.number("at"));
    table = StateJson.read(state, seq, at, Texts.withoutPast(texts), IdMemory.of(List.of()));
    hash = welcome.string("hash");
    heard = new Heard(state, new ArrayList<>());
  }

  private void follow(JsonObject frame) {
    for (var json : frame.objects("commits")) {
      var commit = CommitJson.read(json);
      assertThat(commit.seq()).as("the commit that follows").isEqualTo(table.seq().next());
      table = table.after(commit);
      heard.commits().add(json);
      if (commit.by().equals(who) && asked.remove(commit.id().toString()) != null) {
        acknowledged.put(commit.id().toString(), commit.seq().value());
      }
    }
    hash = frame.string("hash");
  }

  private void done(JsonObject frame) {
    var id = frame.string("id");
    if (asked.remove(id) == null) {
      return;
    }
    if (frame.field("seq") == null) {
      handedIn.add(id);
    } else {
      acknowledged.put(id, frame.number("seq"));
    }
  }

  private void refused(JsonObject frame) {
    var id = frame.string("id");
    if (asked.remove(id) != null) {
      refused.put(id, frame.string("code"));
    }
  }
}
