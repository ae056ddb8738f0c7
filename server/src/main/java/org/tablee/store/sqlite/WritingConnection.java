package org.tablee.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.tablee.store.Store.Collection;
import org.tablee.store.Store.Inserted;
import org.tablee.store.Store.Outcome;
import org.tablee.store.sqlite.Write.Delete;
import org.tablee.store.sqlite.Write.Insert;
import org.tablee.store.sqlite.Write.Replace;
import org.tablee.store.sqlite.Write.Row;

/** The connection that writes, with its statements kept open. Used by one thread. */
final class WritingConnection implements AutoCloseable {
  /** Versions start anywhere, so that a document that came anew is not taken for the old one. */
  private static final long FIRST_VERSIONS = 1L << 46;

  /** How long taking the log into the database may wait for readers. */
  private static final int SCRUB_WAIT_MILLIS = 200;

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  WritingConnection(Path file) throws SQLException {
    connection = Database.connect(file);
    connection.setAutoCommit(false);
  }

  /** Does one write in the transaction that is open; what it says holds once that is committed. */
  Inserted apply(Write write) throws SQLException {
    return switch (write) {
      case Insert(var into, var rows) -> {
        int stored = 0;
        while (stored < rows.size() && insert(into, rows.get(stored))) {
          stored++;
        }
        yield new Inserted(stored, stored == rows.size() ? Outcome.DONE : Outcome.TAKEN);
      }
      case Replace(var in, var row, var version) ->
          new Inserted(0, replace(in, row, version) ? Outcome.DONE : Outcome.TAKEN);
      case Delete(var from, var id) -> {
        var statement = prepared("DELETE FROM " + from.storedName() + " WHERE id = ?");
        statement.setString(1, id);
        statement.executeUpdate();
        yield new Inserted(0, Outcome.DONE);
      }
    };
  }

  private boolean insert(Collection into, Row row) throws SQLException {
    var statement =
        prepared(
            "INSERT INTO "
                + into.storedName()
                + " (id, version, document) VALUES (?, ?, CAST(? AS TEXT)) ON CONFLICT DO NOTHING");
    statement.setString(1, row.id());
    statement.setLong(2, ThreadLocalRandom.current().nextLong(FIRST_VERSIONS));
    statement.setBytes(3, row.json());
    return statement.executeUpdate() == 1;
  }

  private boolean replace(Collection in, Row row, long version) throws SQLException {
    var statement =
        prepared(
            "UPDATE "
                + in.storedName()
                + " SET document = CAST(? AS TEXT), version = version + 1"
                + " WHERE id = ? AND version = ?");
    statement.setBytes(1, row.json());
    statement.setString(2, row.id());
    statement.setLong(3, version);
    return statement.executeUpdate() == 1;
  }

  /** Returns when what was applied is synced to disk. */
  void commit() throws SQLException {
    connection.commit();
  }

  /**
   * Takes the whole log into the database and empties it, so that it neither grows for ever nor
   * holds what was erased. Says whether it could: readers may be in the way.
   */
  boolean scrub() throws SQLException {
    connection.setAutoCommit(true);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout=" + SCRUB_WAIT_MILLIS);
      try (var row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
        return row.next() && row.getInt(1) == 0;
      } finally {
        statement.execute("PRAGMA busy_timeout=" + Database.LOCK_WAIT_MILLIS);
        connection.setAutoCommit(false);
      }
    }
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    var statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }

  /** What was not committed is rolled back. */
  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
