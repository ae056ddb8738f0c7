package org.tablee.wire;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonNull;
import org.tablee.table.CommandId;
import org.tablee.table.Commit;
import org.tablee.table.ParticipantId;
import org.tablee.table.Refusal;
import org.tablee.table.Seq;

/** The frames that the server sends. */
public final class ServerFrames {
  private ServerFrames() {}

  /** A name beside the log; {@code null} where it was erased. */
  public record Person(ParticipantId id, @Nullable String name, @Nullable String organisation) {}

  /** Where somebody is, in the text after the frame's base. */
  public record Here(
      ParticipantId participant, @Nullable String text, int index, int length, boolean isTyping) {}

  /** How many are here. */
  public record Count(int room, int remote, int observers) {}

  /** The whole state; {@code parted} where the client's own copy is another history. */
  public static JsonObject welcome(
      Seq seq,
      String hash,
      Instant at,
      JsonObject you,
      Collection<Person> people,
      JsonObject state,
      boolean parted) {
    var json = welcome(seq, hash, at, you, people).field("state", state);
    return (parted ? json.field("parted", true) : json).build();
  }

  /** What was missed. */
  public static JsonObject welcome(
      Seq seq,
      String hash,
      Instant at,
      JsonObject you,
      Collection<Person> people,
      List<Commit> commits) {
    return welcome(seq, hash, at, you, people).field("commits", write(commits)).build();
  }

  private static JsonObject.Builder welcome(
      Seq seq, String hash, Instant at, JsonObject you, Collection<Person> people) {
    return JsonObject.with()
        .field("type", "welcome")
        .field("seq", seq.value())
        .field("hash", hash)
        .field("at", at.toEpochMilli())
        .field("you", you)
        .field("people", people.stream().map(ServerFrames::write).toList());
  }

  /** Commits that were stored, and the last one's hash. */
  public static JsonObject commits(List<Commit> commits, String hash) {
    return JsonObject.with()
        .field("type", "commits")
        .field("commits", write(commits))
        .field("hash", hash)
        .build();
  }

  /** {@code seq} is {@code null} where it was handed in to a sealed box. */
  public static JsonObject done(CommandId id, @Nullable Seq seq) {
    var json = JsonObject.with().field("type", "done").field("id", id.toString());
    return (seq == null ? json : json.field("seq", seq.value())).build();
  }

  /** {@code id} is {@code null} where it could not be read. */
  public static JsonObject refused(@Nullable CommandId id, Refusal refusal, String message) {
    var json = JsonObject.with().field("type", "refused");
    if (id == null) {
      json.field("id", JsonNull.NULL);
    } else {
      json.field("id", id.toString());
    }
    return json.field("code", refusal.code().code())
        .field("message", message)
        .field("params", params(refusal))
        .build();
  }

  /** The params of a refusal; those that name a number are sent as one. */
  public static JsonObject params(Refusal refusal) {
    var params = JsonObject.with();
    refusal
        .params()
        .forEach((name, value) -> {
          if (name.endsWith("InMs")) {
            params.field(name, Long.parseLong(value));
          } else {
            params.field(name, value);
          }
        });
    return params.build();
  }

  public static JsonObject people(Collection<Person> people) {
    return JsonObject.with()
        .field("type", "people")
        .field("people", people.stream().map(ServerFrames::write).toList())
        .build();
  }

  public static JsonObject presence(
      Seq base, List<Here> here, Collection<ParticipantId> left, Count count) {
    return JsonObject.with()
        .field("type", "presence")
        .field("base", base.value())
        .field("here", here.stream().map(ServerFrames::write).toList())
        .field(
            "left",
            left.stream().map(id -> new org.tablee.json.JsonValue.JsonString(id.value())).toList())
        .field(
            "count",
            JsonObject.with()
                .field("room", count.room())
                .field("remote", count.remote())
                .field("observers", count.observers())
                .build())
        .build();
  }

  public static JsonObject pong(long n, Instant at) {
    return JsonObject.with()
        .field("type", "pong")
        .field("n", n)
        .field("at", at.toEpochMilli())
        .build();
  }

  /** {@code retryInMs} is {@code null} where the client is not to come back by itself. */
  public static JsonObject goodbye(Goodbye code, @Nullable Long retryInMs) {
    var json = JsonObject.with().field("type", "goodbye").field("code", code.word());
    return (retryInMs == null ? json : json.field("retryInMs", retryInMs)).build();
  }

  private static List<JsonObject> write(List<Commit> commits) {
    return commits.stream().map(CommitJson::write).toList();
  }

  private static JsonObject write(Person person) {
    var json = JsonObject.with().field("id", person.id().value());
    if (person.name() == null) {
      json.field("name", JsonNull.NULL);
    } else {
      json.field("name", person.name());
    }
    return json.field("organisation", person.organisation()).build();
  }

  private static JsonObject write(Here here) {
    var json = JsonObject.with().field("participant", here.participant().value());
    if (here.text() != null) {
      json.field("text", here.text()).field("index", here.index()).field("length", here.length());
    }
    return (here.isTyping() ? json.field("typing", true) : json).build();
  }
}
