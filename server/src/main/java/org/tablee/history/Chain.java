package org.tablee.history;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.tablee.json.CanonicalJson;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.table.Commit;
import org.tablee.table.TableId;

/**
 * The hash chain of a table: SHA-256 over RFC 8785 canonical JSON, so that anyone can check it with
 * the exported commits alone. Each event has a salted leaf of its own, so that one can be masked
 * later and the rest still proves itself.
 */
public final class Chain {
  /** Of the events that this release stores. */
  public static final int FORMAT = 1;

  private Chain() {}

  /** The leaf of an event. */
  public static String leaf(String salt, JsonObject event) {
    return digest(JsonObject.with().field("salt", salt).field("event", event).build());
  }

  /** The hash of a commit. */
  public static String hash(
      TableId table, Commit commit, int format, List<String> leaves, String prev) {
    return digest(
        JsonObject.with()
            .field("table", table.value())
            .field("seq", commit.seq().value())
            .field("at", commit.at().toEpochMilli())
            .field("by", commit.by().value())
            .field("id", commit.id().toString())
            .field("format", format)
            .field("leaves", leaves.stream().map(JsonString::new).toList())
            .field("prev", prev)
            .build());
  }

  private static String digest(JsonValue value) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(CanonicalJson.utf8(value)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
