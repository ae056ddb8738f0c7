package org.tablee.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.tablee.store.Store.Collection;
import org.tablee.store.Store.Direction;
import org.tablee.store.StoreDamagedException;
import org.tablee.store.StoreUnavailableException;

/**
 * A few threads that read, each with a connection of its own. Threads of the platform, because a
 * native call holds on to its thread: on virtual ones, a few long ranges would stop everyone.
 */
final class Readers implements AutoCloseable {
  private static final int READERS = 4;

  /** A document as it stands in its row. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and nobody changes it.
  record Found(String id, long version, byte[] json) {}

  private final Path file;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(READERS, Thread.ofPlatform().name("store-reader-", 1).factory());

  /** Those not in use: never fewer than there are free threads. */
  private final ConcurrentLinkedQueue<Reader> free = new ConcurrentLinkedQueue<>();

  Readers(Path file) {
    this.file = file;
    for (int i = 0; i < READERS; i++) {
      free.add(new Reader());
    }
  }

  /** The document of an id, or nothing. */
  List<Found> one(Collection in, String id) {
    return read(reader -> {
      var statement =
          reader.prepared("SELECT id, version, document FROM " + in.storedName() + " WHERE id = ?");
      statement.setString(1, id);
      return found(statement);
    });
  }

  List<Found> range(Collection in, String from, String to, Direction direction, int limit) {
    return read(reader -> {
      var statement =
          reader.prepared(
              "SELECT id, version, document FROM "
                  + in.storedName()
                  + " WHERE id >= ? AND id < ? ORDER BY id "
                  + (direction == Direction.UP ? "ASC" : "DESC")
                  + " LIMIT ?");
      statement.setString(1, from);
      statement.setString(2, to);
      statement.setInt(3, limit);
      return found(statement);
    });
  }

  private static List<Found> found(PreparedStatement statement) throws SQLException {
    try (var rows = statement.executeQuery()) {
      var found = new ArrayList<Found>();
      while (rows.next()) {
        found.add(new Found(rows.getString(1), rows.getLong(2), rows.getBytes(3)));
      }
      return found;
    }
  }

  private interface Reading<T> {
    T with(Reader reader) throws SQLException;
  }

  private <T> T read(Reading<T> reading) {
    try {
      return CompletableFuture.supplyAsync(() -> readNow(reading), threads).join();
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the store is closed", e);
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw e;
    }
  }

  private <T> T readNow(Reading<T> reading) {
    var reader = free.remove();
    try {
      return reading.with(reader);
    } catch (SQLException e) {
      reader.close();
      if (Database.isDamage(e)) {
        throw new StoreDamagedException(file + " is damaged", e);
      }
      throw new StoreUnavailableException(file + " cannot be read", e);
    } finally {
      free.add(reader);
    }
  }

  /** Reads in flight end first. */
  @Override
  public void close() {
    threads.close();
    free.forEach(Reader::close);
  }

  /** A connection that opens when it is first needed, and anew after a fault. */
  private final class Reader {
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private @Nullable Connection connection;

    private PreparedStatement prepared(String sql) throws SQLException {
      var statement = statements.get(sql);
      if (statement == null) {
        statement = connected().prepareStatement(sql);
        statements.put(sql, statement);
      }
      return statement;
    }

    private Connection connected() throws SQLException {
      var open = connection;
      if (open == null) {
        open = Database.connect(file);
        connection = open;
      }
      return open;
    }

    private void close() {
      statements.clear();
      try (var _ = connection) {
        connection = null;
      } catch (SQLException e) {
        throw new IllegalStateException("a connection that reads was not closed", e);
      }
    }
  }
}
