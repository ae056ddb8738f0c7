package org.tablee.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pcollections.TreePMap;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.table.ClientId;
import org.tablee.table.CoText;
import org.tablee.table.IdMemory;
import org.tablee.table.ParticipantId;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TextId;
import org.tablee.table.Texts;
import org.tablee.wire.DeltaJson;
import org.tablee.wire.StateJson;

/** A state as JSON text and back. A cache: it may be deleted at any time. */
final class Snapshot {
  /** Of the text below; a snapshot of another shape is not used. */
  static final int SHAPE = 4;

  private Snapshot() {}

  static String write(Table table) {
    var created = JsonObject.with();
    table.texts().all().forEach((id, text) -> created.field(id.value(), text.created().value()));
    return Json.write(
        JsonObject.with()
            .field("at", table.at().toEpochMilli())
            .field("state", StateJson.write(table))
            .field("created", created.build())
            .field("clients", table.memory().all().stream().map(Snapshot::write).toList())
            .build());
  }

  static Table read(Seq seq, String text) {
    var json = Json.readObject(text);
    var state = json.object("state");
    return StateJson.read(
        state,
        seq,
        Instant.ofEpochMilli(json.number("at")),
        Texts.withoutPast(texts(seq, state.object("texts"), json.object("created"))),
        IdMemory.of(json.objects("clients").stream().map(Snapshot::client).toList()));
  }

  private static Map<TextId, CoText> texts(Seq seq, JsonObject texts, JsonObject created) {
    var byId = new HashMap<TextId, CoText>();
    for (var id : texts.fields().keySet()) {
      byId.put(
          new TextId(id),
          CoText.withoutPast(DeltaJson.read(texts.object(id)), new Seq(created.number(id)), seq));
    }
    return byId;
  }

  /** Numbers and the commits that stored them go up by little: the steps are written. */
  private static JsonObject write(IdMemory.Client client) {
    var numbers = new ArrayList<JsonValue>();
    var seqs = new ArrayList<JsonValue>();
    long number = 0;
    long seq = 0;
    for (var one : client.numbers().entrySet()) {
      numbers.add(new JsonNumber(one.getKey() - number));
      seqs.add(new JsonNumber(one.getValue().value() - seq));
      number = one.getKey();
      seq = one.getValue().value();
    }
    return JsonObject.with()
        .field("by", client.who().participant().value())
        .field("client", client.who().client().value())
        .field("highest", client.highest())
        .field("numbers", numbers)
        .field("seqs", seqs)
        .field("lastSeq", client.lastSeq().value())
        .field("lastAt", client.lastAt().toEpochMilli())
        .build();
  }

  private static IdMemory.Client client(JsonObject json) {
    var stored = new HashMap<Long, Seq>();
    var numbers = steps(json.array("numbers"));
    var seqs = steps(json.array("seqs"));
    for (int i = 0; i < numbers.size(); i++) {
      stored.put(numbers.get(i), new Seq(seqs.get(i)));
    }
    return new IdMemory.Client(
        new IdMemory.Who(new ParticipantId(json.string("by")), new ClientId(json.string("client"))),
        json.number("highest"),
        TreePMap.from(stored),
        new Seq(json.number("lastSeq")),
        Instant.ofEpochMilli(json.number("lastAt")));
  }

  private static List<Long> steps(List<JsonValue> steps) {
    var sums = new ArrayList<Long>(steps.size());
    long sum = 0;
    for (var step : steps) {
      if (!(step instanceof JsonNumber(var number))) {
        throw new org.tablee.json.MalformedJsonException("no step");
      }
      sum += number;
      sums.add(sum);
    }
    return sums;
  }
}
