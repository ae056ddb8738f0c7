package org.tablee.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tablee.hosting.Answer;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.json.MalformedJsonException;
import org.tablee.table.CollegeId;
import org.tablee.table.CommandId;
import org.tablee.table.Commit;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Role;
import org.tablee.table.Seq;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableId;
import org.tablee.table.Word;
import org.tablee.wire.CommandJson;
import org.tablee.wire.CommitJson;

/** What nodes write to each other, as JSON in UTF-8. */
sealed interface Mail {
  TableId table();

  /** Asks the host for what it stores from now on, and again every while; told {@link Stands}. */
  record Follow(TableId table, NodeId by) implements Mail {}

  /** Where the host's table stands. */
  record Stands(TableId table, Seq seq) implements Mail {}

  /**
   * What one append stored.
   *
   * @param prev the hash before the first of them
   * @param hash that of the last
   */
  record Stored(TableId table, String prev, List<Commit> commits, String hash) implements Mail {
    public Stored {
      commits = List.copyOf(commits);
    }
  }

  /** The host lets go of its table. */
  record LetGo(TableId table, NodeId by) implements Mail {}

  /**
   * What a member asks of the host; told {@link Told}.
   *
   * @param known how far the asking node knows the table: it is decided on no less
   */
  record Asked(TableId table, Seq known, ParticipantId by, CommandId id, ByMember command)
      implements Mail {}

  /** What the server asks of the host for somebody who comes in; told {@link Told}. */
  record Joins(TableId table, Seq known, Join join) implements Mail {}

  /**
   * What became of it.
   *
   * @param at where the host's table stood when it told
   */
  record Told(TableId table, Seq at, Answer answer) implements Mail {}

  default byte[] written() {
    var json =
        JsonObject.with().field("is", getClass().getSimpleName()).field("table", table().value());
    switch (this) {
      case Follow(_, var by) -> json.field("by", by.value());
      case LetGo(_, var by) -> json.field("by", by.value());
      case Stands(_, var seq) -> json.field("seq", seq.value());
      case Stored(_, var prev, var commits, var hash) ->
          json.field("prev", prev)
              .field("commits", commits.stream().map(CommitJson::write).toList())
              .field("hash", hash);
      case Asked(_, var known, var by, var id, var command) ->
          json.field("known", known.value())
              .field("by", by.value())
              .field("id", id.toString())
              .field("command", CommandJson.write(command));
      case Joins(_, var known, var join) -> {
        json.field("known", known.value())
            .field("participant", join.participant().value())
            .field("role", join.role().word())
            .field("presence", join.presence().word());
        if (join.college() != null) {
          json.field("college", join.college().value());
        }
      }
      case Told(_, var at, var answer) -> {
        json.field("at", at.value()).field("answer", answer.getClass().getSimpleName());
        switch (answer) {
          case Answer.Stored(var seq) -> json.field("seq", seq.value());
          case Answer.Repeated(var seq) -> json.field("seq", seq.value());
          case Answer.HandedIn _ -> {}
          case Answer.Refused(var refusal) -> {
            var params = JsonObject.with();
            refusal.params().forEach(params::field);
            json.field("code", refusal.code().code()).field("params", params.build());
          }
        }
      }
    }
    return Json.writeUtf8(json.build());
  }

  /** Reads a letter; empty where it is of a kind that this release does not know. */
  static Optional<Mail> read(byte[] utf8) {
    try {
      return Optional.ofNullable(read(Json.readObject(utf8)));
    } catch (MalformedJsonException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static @Nullable Mail read(JsonObject json) {
    var table = new TableId(json.string("table"));
    return switch (json.string("is")) {
      case "Follow" -> new Follow(table, new NodeId(json.string("by")));
      case "LetGo" -> new LetGo(table, new NodeId(json.string("by")));
      case "Stands" -> new Stands(table, new Seq(json.number("seq")));
      case "Stored" ->
          new Stored(
              table,
              json.string("prev"),
              json.objects("commits").stream().map(CommitJson::read).toList(),
              json.string("hash"));
      case "Asked" ->
          new Asked(
              table,
              new Seq(json.number("known")),
              new ParticipantId(json.string("by")),
              CommandId.parse(json.string("id"))
                  .orElseThrow(() -> new MalformedJsonException("no command id")),
              CommandJson.readWritten(json.object("command")));
      case "Joins" ->
          new Joins(
              table,
              new Seq(json.number("known")),
              new Join(
                  new ParticipantId(json.string("participant")),
                  word(json, "role", Role.class),
                  json.field("college") instanceof JsonString(var college)
                      ? new CollegeId(college)
                      : null,
                  word(json, "presence", Presence.class)));
      case "Told" -> new Told(table, new Seq(json.number("at")), answer(json));
      default -> null;
    };
  }

  private static <E extends Enum<E> & Word> E word(JsonObject json, String name, Class<E> choices) {
    return Word.of(choices, json.string(name))
        .orElseThrow(() -> new MalformedJsonException("no such " + name));
  }

  private static Answer answer(JsonObject json) {
    return switch (json.string("answer")) {
      case "Stored" -> new Answer.Stored(new Seq(json.number("seq")));
      case "Repeated" -> new Answer.Repeated(new Seq(json.number("seq")));
      case "HandedIn" -> new Answer.HandedIn();
      case "Refused" -> {
        Map<String, String> params = new HashMap<>();
        json.object("params")
            .fields()
            .forEach((name, value) -> {
              if (value instanceof JsonString(var text)) {
                params.put(name, text);
              }
            });
        var code =
            RefusalCode.of(json.string("code"))
                .orElseThrow(() -> new MalformedJsonException("no refusal of this release"));
        yield new Answer.Refused(new Refusal(code, params));
      }
      default -> throw new MalformedJsonException("no answer");
    };
  }
}
