package org.tablee.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.json.MalformedJsonException;
import org.tablee.store.DocumentText;
import org.tablee.store.Store;
import org.tablee.store.StoreDamagedException;
import org.tablee.store.StoreOpeningException;
import org.tablee.store.StoreOpeningException.Reason;
import org.tablee.store.sqlite.Readers.Found;
import org.tablee.store.sqlite.Write.Delete;
import org.tablee.store.sqlite.Write.Insert;
import org.tablee.store.sqlite.Write.Replace;
import org.tablee.store.sqlite.Write.Row;

/**
 * Documents in one SQLite file in a data folder, for one process at a time. A write is {@code DONE}
 * when it is synced to disk; what was replaced or deleted has by then left the files as well, or
 * leaves them as soon as no long read is in the way.
 */
public final class SqliteStore implements Store {
  private final DataFolder folder;
  private final Path file;
  private final Writer writer;
  private final Readers readers;

  private SqliteStore(DataFolder folder, Path file) throws SQLException {
    this.folder = folder;
    this.file = file;
    writer = new Writer(file);
    readers = new Readers(file);
  }

  /**
   * Opens the store of a data folder, which is made where there is none.
   *
   * @throws StoreOpeningException where another process has it, a newer release wrote it, it is
   *     damaged, or the folder cannot be used
   */
  public static SqliteStore open(Path dataFolder) {
    var folder = DataFolder.take(dataFolder);
    try {
      var file = folder.database();
      Database.prepare(file);
      return new SqliteStore(folder, file);
    } catch (IOException | SQLException e) {
      folder.close();
      throw new StoreOpeningException(
          Reason.UNUSABLE, "the database in " + dataFolder + " cannot be opened: " + e, e);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  @Override
  public Outcome insert(Collection collection, Entry entry) {
    return insertInOrder(collection, List.of(entry)).end();
  }

  @Override
  public Inserted insertInOrder(Collection collection, List<Entry> entries) {
    var rows = new ArrayList<Row>(entries.size());
    for (var entry : entries) {
      rows.add(row(entry.id(), entry.document()));
    }
    return writer.write(new Insert(collection, rows));
  }

  @Override
  public Optional<Versioned> read(Collection collection, String id) {
    return readers.one(collection, id).stream()
        .findFirst()
        .map(found -> new Versioned(document(collection, found), found.version()));
  }

  @Override
  public List<Entry> range(
      Collection collection, String from, String to, Direction direction, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit below zero: " + limit);
    }
    return readers.range(collection, from, to, direction, limit).stream()
        .map(found -> new Entry(found.id(), document(collection, found)))
        .toList();
  }

  @Override
  public Outcome replaceIfUnchanged(
      Collection collection, String id, Versioned read, JsonObject next) {
    return writer.write(new Replace(collection, row(id, next), read.version())).end();
  }

  @Override
  public Outcome delete(Collection collection, String id) {
    return writer.write(new Delete(collection, id)).end();
  }

  /**
   * Copies the store as it is now to a new file, while it is in use. The file is complete and
   * checked when it bears its name.
   *
   * @throws IOException where the file exists, cannot be written, or fails the check
   */
  public void backup(Path to) throws IOException {
    Backup.copy(file, to, writer);
  }

  @Override
  public void close() {
    writer.close();
    readers.close();
    folder.close();
  }

  private static Row row(String id, JsonObject document) {
    return new Row(id, DocumentText.utf8(document));
  }

  private static JsonObject document(Collection collection, Found found) {
    try {
      return Json.readObject(found.json());
    } catch (MalformedJsonException e) {
      throw StoreDamagedException.of(collection, found.id(), e);
    }
  }
}
