package org.tablee.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/** Copies a database that is in use, by SQLite's backup interface. */
final class Backup {
  /** One step for the whole: it sees one state, and writers cannot make it start again. */
  private static final int ALL_PAGES = -1;

  private static final int BUSY_PAUSE_MILLIS = 50;
  private static final int BUSY_TRIES = 100;

  private Backup() {}

  static void copy(Path file, Path to, Writer writer) throws IOException {
    if (Files.exists(to)) {
      throw new FileAlreadyExistsException(to.toString());
    }
    var part = to.resolveSibling(to.getFileName() + ".part");
    Files.deleteIfExists(part);
    DataFolder.makeFile(part);
    try {
      writer.beginLongRead();
      try {
        copyPages(file, part);
      } finally {
        writer.endLongRead();
      }
      check(part);
      try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
      DataFolder.syncNameOf(to);
    } catch (SQLException e) {
      throw new IOException("no backup of " + file + " was made: " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void copyPages(Path file, Path part) throws SQLException, IOException {
    try (var connection = Database.connect(file)) {
      int code =
          connection
              .unwrap(SQLiteConnection.class)
              .getDatabase()
              .backup("main", part.toString(), null, BUSY_PAUSE_MILLIS, BUSY_TRIES, ALL_PAGES);
      if (code != SQLiteErrorCode.SQLITE_OK.code) {
        throw new IOException("no backup of %s was made: code %d".formatted(file, code));
      }
    }
  }

  /** Makes it one file that needs no log beside it, and reads every page once. */
  private static void check(Path part) throws SQLException, IOException {
    try (var connection = Database.connectAsIs(part);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=DELETE");
      try (var row = statement.executeQuery("PRAGMA quick_check(1)")) {
        row.next();
        var verdict = row.getString(1);
        if (!verdict.equals("ok")) {
          throw new IOException("the backup is damaged: " + verdict);
        }
      }
    }
  }
}
