package org.tablee.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.json.MalformedJsonException;
import org.tablee.table.DeviceKey;
import org.tablee.table.EntryId;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.RoundCommand;
import org.tablee.table.RoundCommand.CloseRound;
import org.tablee.table.RoundCommand.DropRound;
import org.tablee.table.RoundCommand.HandIn;
import org.tablee.table.RoundCommand.OpenRound;
import org.tablee.table.RoundCommand.RevealRound;
import org.tablee.table.RoundEvent;
import org.tablee.table.RoundEvent.Entry;
import org.tablee.table.RoundEvent.RoundClosed;
import org.tablee.table.RoundEvent.RoundDropped;
import org.tablee.table.RoundEvent.RoundOpened;
import org.tablee.table.RoundEvent.RoundRevealed;
import org.tablee.table.RoundEvent.SheetHandedIn;
import org.tablee.table.RoundId;
import org.tablee.table.RoundKind;
import org.tablee.table.round.Round;
import org.tablee.table.round.RoundState;
import org.tablee.table.round.Rounds;

/** Rounds on the wire and in the store: commands, events, state. */
final class RoundJson {
  private RoundJson() {}

  /** The command of that type; {@code null} where it is none of the rounds. */
  static @Nullable RoundCommand command(String type, Fields fields) {
    return switch (type) {
      case "OpenRound" ->
          new OpenRound(
              round(fields),
              fields.word("kind", RoundKind.class),
              fields.line("question", Line.TITLE_MAX),
              fields.bool("anonymous"),
              fields.has("seconds")
                  ? fields.count("seconds", RoundCommand.SECONDS_MIN, RoundCommand.SECONDS_MAX)
                  : null);
      case "HandIn" ->
          new HandIn(
              round(fields),
              fields.checked("key", DeviceKey::new),
              fields.lines("entries", 1, HandIn.ENTRIES_MAX, Line.REMARK_MAX));
      case "CloseRound" -> new CloseRound(round(fields));
      case "RevealRound" -> new RevealRound(round(fields));
      case "DropRound" -> new DropRound(round(fields));
      default -> null;
    };
  }

  private static RoundId round(Fields fields) {
    return fields.checked("round", RoundId::new);
  }

  static void write(JsonObject.Builder json, RoundEvent event) {
    switch (event) {
      case RoundOpened(var round, var kind, var question, var anonymous, var seconds) -> {
        json.field("round", round.value())
            .field("kind", kind.word())
            .field("question", question.value())
            .field("anonymous", anonymous);
        if (seconds != null) {
          json.field("seconds", seconds);
        }
      }
      case SheetHandedIn(var round, var participant) ->
          json.field("round", round.value()).field("participant", participant.value());
      case RoundClosed(var round) -> json.field("round", round.value());
      case RoundRevealed(var round, var entries) ->
          json.field("round", round.value())
              .field("entries", entries.stream().map(RoundJson::write).toList());
      case RoundDropped(var round) -> json.field("round", round.value());
    }
  }

  private static JsonObject write(Entry entry) {
    var by = entry.by();
    return JsonObject.with()
        .field("entry", entry.entry().value())
        .field("text", entry.text().value())
        .field("by", by == null ? null : by.value())
        .build();
  }

  /** The event of that type; {@code null} where it is none of the rounds. */
  static @Nullable RoundEvent event(String type, JsonObject json) {
    return switch (type) {
      case "RoundOpened" ->
          new RoundOpened(
              round(json, "round"),
              Stored.word(json, "kind", RoundKind.class),
              Stored.line(json, "question"),
              json.isTrue("anonymous"),
              json.field("seconds") == null ? null : (int) json.number("seconds"));
      case "SheetHandedIn" ->
          new SheetHandedIn(round(json, "round"), Stored.participant(json, "participant"));
      case "RoundClosed" -> new RoundClosed(round(json, "round"));
      case "RoundRevealed" -> new RoundRevealed(round(json, "round"), entries(json));
      case "RoundDropped" -> new RoundDropped(round(json, "round"));
      default -> null;
    };
  }

  private static RoundId round(JsonObject json, String name) {
    return new RoundId(json.string(name));
  }

  private static List<Entry> entries(JsonObject json) {
    return json.objects("entries").stream()
        .map(entry ->
            new Entry(
                new EntryId(entry.string("entry")),
                Stored.line(entry, "text"),
                Stored.orNull(entry, "by", ParticipantId::new)))
        .toList();
  }

  static void write(JsonObject.Builder state, Rounds rounds) {
    state.field("rounds", rounds.inOrder().stream().map(RoundJson::write).toList());
  }

  private static JsonObject write(Round round) {
    var json =
        JsonObject.with()
            .field("id", round.id().value())
            .field("kind", round.kind().word())
            .field("question", round.question().value())
            .flag("anonymous", round.isAnonymous())
            .field("by", round.by().value())
            .field("at", round.at().toEpochMilli());
    var endsAt = round.endsAt();
    if (endsAt != null) {
      json.field("endsAt", endsAt.toEpochMilli());
    }
    json.field("state", round.state().word())
        .field("handed", round.handed().stream().map(one -> new JsonString(one.value())).toList());
    if (round.state() == RoundState.REVEALED) {
      json.field("entries", round.entries().stream().map(RoundJson::write).toList());
    }
    return json.build();
  }

  static Rounds read(JsonObject state) {
    return Rounds.of(state.objects("rounds").stream().map(RoundJson::stored).toList());
  }

  private static Round stored(JsonObject json) {
    var state = Stored.word(json, "state", RoundState.class);
    return new Round(
        round(json, "id"),
        Stored.word(json, "kind", RoundKind.class),
        Stored.line(json, "question"),
        json.isTrue("anonymous"),
        Stored.participant(json, "by"),
        Stored.at(json),
        json.field("endsAt") == null ? null : Instant.ofEpochMilli(json.number("endsAt")),
        state,
        TreePVector.from(participants(json.array("handed"))),
        state == RoundState.REVEALED ? entries(json) : List.of());
  }

  private static List<ParticipantId> participants(List<JsonValue> values) {
    var read = new ArrayList<ParticipantId>(values.size());
    for (var value : values) {
      if (!(value instanceof JsonString(var id))) {
        throw new MalformedJsonException("no participant");
      }
      read.add(new ParticipantId(id));
    }
    return read;
  }
}
