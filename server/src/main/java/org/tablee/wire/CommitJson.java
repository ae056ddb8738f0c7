package org.tablee.wire;

import java.time.Instant;
import org.tablee.json.JsonObject;
import org.tablee.json.MalformedJsonException;
import org.tablee.table.CommandId;
import org.tablee.table.Commit;
import org.tablee.table.ParticipantId;
import org.tablee.table.Seq;

/** A commit as it is sent to everyone at its table. */
public final class CommitJson {
  private CommitJson() {}

  public static JsonObject write(Commit commit) {
    return JsonObject.with()
        .field("seq", commit.seq().value())
        .field("at", commit.at().toEpochMilli())
        .field("by", commit.by().value())
        .field("id", commit.id().toString())
        .field("events", commit.events().stream().map(EventJson::write).toList())
        .build();
  }

  /**
   * Reads a commit that our own code wrote; fields it does not know are left alone.
   *
   * @throws MalformedJsonException where it is none
   */
  public static Commit read(JsonObject json) {
    return new Commit(
        new Seq(json.number("seq")),
        Instant.ofEpochMilli(json.number("at")),
        new ParticipantId(json.string("by")),
        CommandId.parse(json.string("id"))
            .orElseThrow(() -> new MalformedJsonException("no command id")),
        json.objects("events").stream().map(EventJson::read).toList());
  }
}
