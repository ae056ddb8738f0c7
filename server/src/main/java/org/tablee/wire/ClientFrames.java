package org.tablee.wire;

import org.jspecify.annotations.Nullable;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.json.MalformedJsonException;
import org.tablee.table.ClientId;
import org.tablee.table.CommandId;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Seq;
import org.tablee.table.TextId;
import org.tablee.wire.ClientFrame.Do;
import org.tablee.wire.ClientFrame.Here;
import org.tablee.wire.ClientFrame.Join;
import org.tablee.wire.ClientFrame.Ping;

/** Reads a client's frames. Whatever the bytes, the answer is a {@link ReadFrame}. */
public final class ClientFrames {
  /** Bytes of a frame from a client, at most. */
  public static final int BYTES_MAX = 64 * 1024;

  private static final int HASH_LENGTH = 64;

  private ClientFrames() {}

  /** Reads one frame. */
  public static ReadFrame read(String text) {
    JsonObject json;
    try {
      json = Json.readObject(text);
    } catch (MalformedJsonException _) {
      return broken(null);
    }
    var id = id(json);
    try {
      var fields = new Fields(json);
      return switch (fields.string("type")) {
        case "join" -> fine(join(fields), fields);
        case "do" -> id == null ? broken(null) : readDo(id, fields);
        case "here" -> fine(here(fields), fields);
        case "ping" -> fine(new Ping(fields.count("n")), fields);
        default -> broken(id);
      };
    } catch (InvalidFieldException _) {
      return broken(id);
    }
  }

  private static ReadFrame fine(ClientFrame frame, Fields fields) {
    fields.end();
    return new ReadFrame.Fine(frame);
  }

  private static ReadFrame broken(@Nullable CommandId id) {
    return new ReadFrame.Bad(id, new Refusal(RefusalCode.FRAME_INVALID));
  }

  private static @Nullable CommandId id(JsonObject json) {
    return json.field("id") instanceof JsonString(var id) ? CommandId.parse(id).orElse(null) : null;
  }

  private static ReadFrame readDo(CommandId id, Fields fields) {
    var command = fields.object("command");
    var _ = fields.string("id");
    fields.end();
    try {
      return new ReadFrame.Fine(new Do(id, CommandJson.read(command)));
    } catch (InvalidFieldException e) {
      return new ReadFrame.Bad(id, e.refusal());
    }
  }

  private static Join join(Fields fields) {
    var since = fields.has("since") ? new Seq(fields.count("since")) : null;
    var hash = fields.has("hash") ? fields.string("hash") : null;
    if (hash != null && hash.length() > HASH_LENGTH) {
      throw fields.unfit("hash");
    }
    return new Join(fields.checked("client", ClientId::new), since, hash);
  }

  private static Here here(Fields fields) {
    return new Here(
        new Seq(fields.count("base")),
        fields.checkedOrNull("text", TextId::new),
        position(fields, "index"),
        position(fields, "length"),
        fields.value("typing") != null && isTrue(fields));
  }

  private static boolean isTrue(Fields fields) {
    if (fields.value("typing") instanceof org.tablee.json.JsonValue.JsonBoolean(var typing)) {
      return typing;
    }
    throw fields.unfit("typing");
  }

  /** A position outside the text is clamped later, one outside every text already here. */
  private static int position(Fields fields, String name) {
    return fields.has(name) ? (int) Math.min(fields.count(name), Integer.MAX_VALUE / 2) : 0;
  }
}
