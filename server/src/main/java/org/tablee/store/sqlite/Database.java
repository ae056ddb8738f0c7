package org.tablee.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import org.tablee.store.Store.Collection;
import org.tablee.store.StoreOpeningException;
import org.tablee.store.StoreOpeningException.Reason;

/**
 * The file and its shape: a table for each collection, the document as JSON text that any SQLite
 * shell can show. {@code WITHOUT ROWID} keeps documents in the order of their ids, so that a range
 * is read from neighbouring pages (measured: decisions/0002-stores.md).
 */
final class Database {
  /** The shape of the tables. Raised with each change that an older release cannot read. */
  static final int SHAPE = 1;

  /** How long a statement waits for a lock, which only a foreign program can hold for long. */
  static final int LOCK_WAIT_MILLIS = 5_000;

  private static final List<String> SETTINGS =
      List.of(
          // Each commit is in the log and synced before it is done, and before anyone can read it.
          "journal_mode=WAL",
          "synchronous=FULL",
          // A sync on macOS reaches the disk only when asked in this way.
          "fullfsync=ON",
          "checkpoint_fullfsync=ON",
          // What was masked or deleted is overwritten.
          "secure_delete=ON",
          "cell_size_check=ON",
          "trusted_schema=OFF",
          "busy_timeout=" + LOCK_WAIT_MILLIS,
          // KiB, a connection.
          "cache_size=-8192");

  private Database() {}

  static Connection connect(Path file) throws SQLException {
    var connection = connectAsIs(file);
    try (var statement = connection.createStatement()) {
      for (var setting : SETTINGS) {
        statement.execute("PRAGMA " + setting);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Without our settings, some of which are written into the file. */
  static Connection connectAsIs(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  /** Makes the tables in an empty file; knows its own and refuses any other. */
  static void prepare(Path file) {
    if (file.toString().contains("?")) {
      throw new StoreOpeningException(
          Reason.UNUSABLE, "the path of the database may hold no question mark: " + file, null);
    }
    try {
      boolean isEmpty = checkShape(file);
      try (var connection = connect(file)) {
        if (isEmpty) {
          makeTables(connection);
        }
        for (var collection : Collection.values()) {
          connection.prepareStatement("SELECT document FROM " + collection.storedName()).close();
        }
      }
    } catch (SQLException e) {
      throw isDamage(e)
          ? new StoreOpeningException(Reason.DAMAGED, file + " is damaged: " + e.getMessage(), e)
          : new StoreOpeningException(
              Reason.UNUSABLE, file + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /** Whether the file is still empty; refuses what is not ours before anything is written. */
  private static boolean checkShape(Path file) throws SQLException {
    try (var connection = connectAsIs(file)) {
      int shape = (int) number(connection, "PRAGMA user_version");
      if (shape > SHAPE) {
        throw new StoreOpeningException(
            Reason.NEWER,
            "%s was written by a newer release (its shape is %d, this release knows up to %d)"
                .formatted(file, shape, SHAPE),
            null);
      }
      if (shape == 0 && number(connection, "SELECT count(*) FROM sqlite_schema") != 0) {
        throw new StoreOpeningException(
            Reason.DAMAGED, file + " is a database, but not one of this program", null);
      }
      return shape == 0;
    }
  }

  private static void makeTables(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      for (var collection : Collection.values()) {
        statement.execute(
            """
            CREATE TABLE %s (
              id TEXT NOT NULL PRIMARY KEY,
              version INTEGER NOT NULL,
              document TEXT NOT NULL
            ) STRICT, WITHOUT ROWID\
            """
                .formatted(collection.storedName()));
      }
      statement.execute("PRAGMA user_version=" + SHAPE);
      connection.commit();
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Whether the file itself is broken, so that trying again cannot help. */
  static boolean isDamage(SQLException e) {
    int code = e.getErrorCode() & 0xff;
    return code == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code == SQLiteErrorCode.SQLITE_NOTADB.code
        // A table that should be there is not: the only way our own statements can be wrong.
        || code == SQLiteErrorCode.SQLITE_ERROR.code;
  }
}
