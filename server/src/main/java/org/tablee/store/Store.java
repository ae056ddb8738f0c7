package org.tablee.store;

import java.util.List;
import java.util.Optional;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;

/**
 * Documents in named collections, ordered by id (by code unit; ids are ASCII). Calls block; they
 * are made from virtual threads. What is {@code DONE} is durable: synced to disk, or in the journal
 * of a majority; and what a read shows is durable as well. The id is the only uniqueness there is.
 *
 * <p>Any field names and any text come back code unit by code unit. Refused with {@link
 * IllegalArgumentException}, before anything is written: a document over {@link
 * #DOCUMENT_BYTES_MAX} or nested deeper than {@link Json#NESTING_MAX}, a field's name longer than
 * {@link Json#NAME_MAX}, and a lone surrogate. A closed store answers every call with {@link
 * IllegalStateException}.
 */
public interface Store extends AutoCloseable {
  /** The size of a document as JSON in UTF-8, at most. Twice the largest part of a snapshot. */
  int DOCUMENT_BYTES_MAX = 8 << 20;

  /** The collections, each with what its ids look like. */
  enum Collection {
    /** {@code TABLE:SEQ}, the number padded with zeros to 16 digits. */
    COMMITS("commits"),
    /** {@code TABLE:SEQ:PART}. */
    SNAPSHOTS("snapshots"),
    /** {@code TABLE}. */
    TABLES("tables"),
    /** {@code TABLE:PARTICIPANT}. */
    PARTICIPANTS("participants"),
    /** The SHA-256 of the secret, in hex. */
    INVITATIONS("invitations"),
    /** The SHA-256 of the token, in hex. */
    TOKENS("tokens"),
    /** Sealed boxes: {@code TABLE:BOX}. */
    BOXES("boxes"),
    /** What a node writes to learn whether the store writes; of no other use to anyone. */
    PROBES("probes");

    private final String storedName;

    Collection(String storedName) {
      this.storedName = storedName;
    }

    /** What it is called in a database, for ever. */
    public String storedName() {
      return storedName;
    }
  }

  /** What a write knows of its outcome. */
  enum Outcome {
    DONE,
    /** The id was taken, or the document had changed or was gone: nothing was written. */
    TAKEN,
    /**
     * The store did not answer, or could not say: it may have been written or not, and may yet be.
     * Also what a full or failing disk comes to.
     */
    UNKNOWN
  }

  enum Direction {
    UP,
    DOWN
  }

  /** A document under its id, which is ASCII without control characters. */
  record Entry(String id, JsonObject document) {
    public Entry {
      if (id.isEmpty() || !id.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
        throw new IllegalArgumentException("not an id: " + id);
      }
    }
  }

  /**
   * How far an ordered list of inserts came: the first {@code stored} are {@code DONE}; {@code end}
   * is {@code DONE} where that is all of them, else what became of the next one. What follows that
   * one was not tried (after {@code TAKEN}) or is unknown as well (after {@code UNKNOWN}).
   */
  record Inserted(int stored, Outcome end) {}

  /**
   * A document as read, with the mark that tells whether it has changed since. A document that was
   * deleted and inserted anew has changed, even to the same content.
   */
  record Versioned(JsonObject document, long version) {}

  /** Inserts unless the id is taken. */
  Outcome insert(Collection collection, Entry entry);

  /** Inserts in order and stops at the first that is taken. Never atomic together. */
  Inserted insertInOrder(Collection collection, List<Entry> entries);

  /**
   * Reads one document.
   *
   * @throws StoreUnavailableException where the store does not answer
   * @throws StoreDamagedException where what is stored cannot be read as a document
   */
  Optional<Versioned> read(Collection collection, String id);

  /**
   * Reads at most {@code limit} documents with {@code from <= id < to}, in the direction asked.
   *
   * @throws StoreUnavailableException where the store does not answer
   * @throws StoreDamagedException where one of them cannot be read as a document
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
