package org.tablee.load;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.json.MalformedJsonException;
import org.tablee.text.Delta;
import org.tablee.wire.DeltaJson;

/** With a table's live line: every commit once, in order, without a gap (protocol §3). */
final class TableTalk implements Talk {
  private final String client;
  private final String text;
  private final Faults faults;
  private boolean isIn;
  private long seq;
  private long at;

  /** Over the content of every commit since the welcome; equal for all who were there as long. */
  private int digest;

  /** Of the last commit heard; empty before the welcome. */
  private String hash = "";

  /**
   * @param text the one that is written in
   */
  TableTalk(String client, String text, Faults faults) {
    this.client = client;
    this.text = text;
    this.faults = faults;
  }

  static String frame(String client, long number, JsonObject command) {
    return Json.write(
        JsonObject.with()
            .field("type", "do")
            .field("id", client + "-" + number)
            .field("command", command)
            .build());
  }

  static JsonObject edit(String text, long base, Delta change) {
    return JsonObject.with()
        .field("type", "EditText")
        .field("text", text)
        .field("base", base)
        .field("delta", DeltaJson.write(change))
        .build();
  }

  @Override
  public String client() {
    return client;
  }

  String hash() {
    return hash;
  }

  int digest() {
    return digest;
  }

  @Override
  public boolean isIn() {
    return isIn;
  }

  @Override
  public long position() {
    return seq;
  }

  @Override
  public String hello() {
    return Json.write(JsonObject.with().field("type", "join").field("client", client).build());
  }

  @Override
  public String ask(long number, JsonObject command) {
    return frame(client, number, command);
  }

  @Override
  public JsonObject edit(Delta change) {
    return edit(text, seq, change);
  }

  @Override
  public List<Heard> hear(String frame) {
    try {
      return hear(Json.readObject(frame));
    } catch (MalformedJsonException | IllegalArgumentException e) {
      faults.add("%s was sent what it cannot read: %s", client, e);
      return List.of();
    }
  }

  private List<Heard> hear(JsonObject frame) {
    switch (frame.string("type")) {
      case "welcome" -> welcomed(frame);
      case "commits" -> {
        return commits(frame);
      }
      // Fields and frames may be added to the contract: a client leaves alone what it does not
      // need.
      case "done", "refused", "goodbye" -> faults.add("%s was told %s", client, frame);
      default -> {}
    }
    return List.of();
  }

  private void welcomed(JsonObject frame) {
    if (isIn) {
      faults.add("%s was welcomed again", client);
    }
    isIn = true;
    seq = frame.number("seq");
    hash = frame.string("hash");
  }

  private List<Heard> commits(JsonObject frame) {
    if (!isIn) {
      faults.add("%s was sent commits before its welcome", client);
    }
    var all = new ArrayList<Heard>();
    for (var commit : frame.objects("commits")) {
      follow(commit);
      var id = commit.string("id");
      int dash = id.lastIndexOf('-');
      all.add(
          new Heard(id.substring(0, dash), Long.parseLong(id.substring(dash + 1)), change(commit)));
    }
    hash = frame.string("hash");
    return all;
  }

  private void follow(JsonObject commit) {
    if (commit.number("seq") != seq + 1) {
      faults.add("%s was sent seq %d after %d", client, commit.number("seq"), seq);
    }
    if (commit.number("at") < at) {
      faults.add("%s was sent a time that runs backwards at seq %d", client, seq + 1);
    }
    seq = commit.number("seq");
    at = commit.number("at");
    digest = 31 * digest + commit.hashCode();
  }

  private @Nullable Delta change(JsonObject commit) {
    Delta change = null;
    for (var event : commit.objects("events")) {
      if (event.string("type").equals("TextEdited") && event.string("text").equals(text)) {
        change = DeltaJson.read(event.object("delta"));
      }
    }
    return change;
  }
}
