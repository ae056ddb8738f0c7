package org.tablee.store.sqlite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tablee.store.StoreOpeningException;
import org.tablee.store.StoreOpeningException.Reason;

/**
 * The folder that holds the database, and the lock of the operating system that lets one process at
 * a time have it: SQLite alone would let a second one write. The lock ends with its process,
 * however that ends.
 */
final class DataFolder implements AutoCloseable {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  /**
   * The folders this process holds. The one state of the whole process here, because the lock is
   * one: POSIX drops it as soon as the process closes any descriptor of the file, so a second try
   * from within must not even open it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private DataFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Makes the folder where there is none, and takes its lock.
   *
   * @throws StoreOpeningException where another has it, or it cannot be used
   */
  static DataFolder take(Path folder) {
    try {
      make(folder);
      var real = folder.toRealPath();
      if (!HELD.add(real)) {
        throw inUse(real, "this process");
      }
      try {
        return lock(real);
      } catch (IOException | RuntimeException e) {
        HELD.remove(real);
        throw e;
      }
    } catch (IOException e) {
      throw new StoreOpeningException(
          Reason.UNUSABLE, "the data folder " + folder + " cannot be used: " + e, e);
    }
  }

  private static void make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder, ownerOnly("rwx------"));
    syncNameOf(folder);
  }

  private static DataFolder lock(Path real) throws IOException {
    var file = real.resolve("tablee.lock");
    makeFile(file);
    var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw inUse(real, "process " + readHolder(channel));
      }
      var holder = US_ASCII.encode(ProcessHandle.current().pid() + "\n");
      channel.truncate(0).write(holder, 0);
      return new DataFolder(real, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static String readHolder(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(32);
    channel.read(bytes, 0);
    return US_ASCII.decode(bytes.flip()).toString().strip();
  }

  private static StoreOpeningException inUse(Path folder, String holder) {
    return new StoreOpeningException(
        Reason.IN_USE,
        "the data folder %s is in use by a running server (%s): stop that one, or use another folder"
            .formatted(folder, holder),
        null);
  }

  /** The database, which is there from now on, readable by its owner alone. */
  Path database() throws IOException {
    var file = folder.resolve("tablee.sqlite");
    makeFile(file);
    return file;
  }

  /** Makes an empty file for its owner alone, where there is none. */
  static void makeFile(Path file) throws IOException {
    if (!Files.exists(file)) {
      try {
        Files.createFile(file, ownerOnly("rw-------"));
      } catch (FileAlreadyExistsException _) {
        // Another process was faster; the lock tells who goes on.
      }
    }
  }

  /** Makes the name of a new file or folder durable; only POSIX knows how. */
  static void syncNameOf(Path made) throws IOException {
    var folder = made.toAbsolutePath().getParent();
    if (POSIX && folder != null) {
      try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lock of " + folder + " was not let go", e);
    } finally {
      HELD.remove(folder);
    }
  }
}
