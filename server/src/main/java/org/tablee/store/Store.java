package org.tablee.store;

import java.util.List;
import java.util.Optional;
import org.tablee.json.JsonObject;

/**
 * Documents in named collections, ordered by id (by code unit; ids are ASCII). Calls block; they
 * are made from virtual threads. What is {@code DONE} is durable: synced to disk, or in the journal
 * of a majority. The id is the only uniqueness there is.
 */
public interface Store extends AutoCloseable {
  /** The collections, each with what its ids look like. */
  enum Collection {
    /** {@code TABLE:SEQ}, the number padded with zeros to 16 digits. */
    COMMITS,
    /** {@code TABLE:SEQ:PART}. */
    SNAPSHOTS,
    /** {@code TABLE}. */
    TABLES,
    /** {@code TABLE:PARTICIPANT}. */
    PARTICIPANTS,
    /** The SHA-256 of the secret, in hex. */
    INVITATIONS,
    /** The SHA-256 of the token, in hex. */
    TOKENS,
    /** Sealed boxes, under random ids. */
    BOXES
  }

  /** What a write knows of its outcome. */
  enum Outcome {
    DONE,
    /** The id was taken, or the document had changed or was gone: nothing was written. */
    TAKEN,
    /** The store did not answer: it may have been written or not. */
    UNKNOWN
  }

  enum Direction {
    UP,
    DOWN
  }

  /** A document under its id. */
  record Entry(String id, JsonObject document) {}

  /**
   * How far an ordered list of inserts came: the first {@code stored} are {@code DONE}; {@code end}
   * is {@code DONE} where that is all of them, else what became of the next one. What follows that
   * one was not tried (after {@code TAKEN}) or is unknown as well (after {@code UNKNOWN}).
   */
  record Inserted(int stored, Outcome end) {}

  /** A document as read, with the mark that tells whether it has changed since. */
  record Versioned(JsonObject document, long version) {}

  /** Inserts unless the id is taken. */
  Outcome insert(Collection collection, Entry entry);

  /** Inserts in order and stops at the first that is taken. Never atomic together. */
  Inserted insertInOrder(Collection collection, List<Entry> entries);

  /**
   * Reads one document.
   *
   * @throws StoreUnavailableException where the store does not answer
   */
  Optional<Versioned> read(Collection collection, String id);

  /**
   * Reads at most {@code limit} documents with {@code from <= id < to}, in the direction asked.
   *
   * @throws StoreUnavailableException where the store does not answer
   */
  List<Entry> range(Collection collection, String from, String to, Direction direction, int limit);

  /** Replaces a document that is still the one that was read. */
  Outcome replaceIfUnchanged(Collection collection, String id, Versioned read, JsonObject next);

  /** Deletes a document; {@code DONE} as well where there was none. */
  Outcome delete(Collection collection, String id);

  /** Lets go of files, locks and connections; calls in flight end first. */
  @Override
  void close();
}
