package org.tablee.history;

import java.util.ArrayList;
import java.util.List;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonNull;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.json.MalformedJsonException;
import org.tablee.store.Store.Entry;
import org.tablee.table.Commit;
import org.tablee.table.Seq;
import org.tablee.table.TableId;
import org.tablee.wire.CommitJson;
import org.tablee.wire.EventJson;

/**
 * A commit as a document. What can be derived is not stored: neither {@code prev} nor the leaves,
 * save the leaf of a masked event, whose salt is gone.
 */
final class CommitDocument {
  private static final int SEQ_DIGITS = 16;

  private CommitDocument() {}

  static String id(TableId table, Seq seq) {
    return table.value() + ":" + padded(seq);
  }

  static String padded(Seq seq) {
    var digits = Long.toString(seq.value());
    return "0".repeat(SEQ_DIGITS - digits.length()) + digits;
  }

  /** The first id behind everything of a table: {@code ;} follows {@code :}. */
  static String end(TableId table) {
    return table.value() + ";";
  }

  static Seq seq(String id) {
    return new Seq(Long.parseLong(id.substring(id.lastIndexOf(':') + 1)));
  }

  static Entry write(TableId table, ChainedCommit chained) {
    var commit = chained.commit();
    return new Entry(
        id(table, commit.seq()),
        JsonObject.with()
            .field("at", commit.at().toEpochMilli())
            .field("by", commit.by().value())
            .field("id", commit.id().toString())
            .field("format", chained.format())
            .field("events", commit.events().stream().map(EventJson::write).toList())
            .field("salts", chained.salts().stream().map(JsonString::new).toList())
            .field("hash", chained.hash())
            .build());
  }

  /**
   * Reads a commit and proves it against the one before.
   *
   * @throws DamagedHistoryException where it does not verify or cannot be read
   */
  static ChainedCommit read(TableId table, Entry entry, String prev) {
    var seq = seq(entry.id());
    try {
      return proven(table, seq, entry.document(), prev);
    } catch (MalformedJsonException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new DamagedHistoryException(table, seq, e);
    }
  }

  private static ChainedCommit proven(TableId table, Seq seq, JsonObject document, String prev) {
    var commit = commit(seq, document);
    var events = document.objects("events");
    var salts = new ArrayList<String>();
    var leaves = new ArrayList<String>();
    var redacted = new ArrayList<Integer>();
    for (int at = 0; at < events.size(); at++) {
      if (document.array("salts").get(at) instanceof JsonString(var salt)) {
        salts.add(salt);
        leaves.add(Chain.leaf(salt, events.get(at)));
      } else {
        salts.add("");
        leaves.add(keptLeaf(document, at));
        redacted.add(at);
      }
    }
    int format = (int) document.number("format");
    var hash = Chain.hash(table, commit, format, leaves, prev);
    if (!hash.equals(document.string("hash"))) {
      throw new DamagedHistoryException(table, seq, "its hash does not fit");
    }
    return new ChainedCommit(commit, format, salts, leaves, prev, hash, redacted);
  }

  private static String keptLeaf(JsonObject document, int at) {
    if (document.array("leaves").get(at) instanceof JsonString(var leaf)) {
      return leaf;
    }
    throw new MalformedJsonException("a masked event without its leaf");
  }

  private static Commit commit(Seq seq, JsonObject document) {
    return CommitJson.read(document.and("seq", new JsonNumber(seq.value())));
  }

  /**
   * Whether a document in the slot is the one that this writer sent, perhaps without an answer. The
   * hash tells: it is over salts that this writer drew, so no other writer has it.
   */
  static boolean isSame(JsonObject stored, JsonObject sent) {
    return stored.string("hash").equals(sent.string("hash"));
  }

  /** A commit as served from the past: as sent live, and what proves it (protocol §5). */
  static JsonObject served(ChainedCommit chained) {
    var json =
        JsonObject.with()
            .fields(CommitJson.write(chained.commit()).fields())
            .field("format", chained.format())
            .field("salts", chained.salts().stream().map(CommitDocument::salt).toList())
            .field("leaves", chained.leaves().stream().map(JsonString::new).toList())
            .field("prev", chained.prev())
            .field("hash", chained.hash());
    if (!chained.redacted().isEmpty()) {
      json.field(
          "redacted", List.copyOf(chained.redacted().stream().map(JsonNumber::new).toList()));
    }
    return json.build();
  }

  private static JsonValue salt(String salt) {
    return salt.isEmpty() ? JsonNull.NULL : new JsonString(salt);
  }
}
