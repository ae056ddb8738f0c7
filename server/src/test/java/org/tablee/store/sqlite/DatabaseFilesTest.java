package org.tablee.store.sqlite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tablee.store.Store.Collection.COMMITS;
import static org.tablee.store.Store.Collection.PARTICIPANTS;
import static org.tablee.store.Store.Collection.TABLES;
import static org.tablee.store.Store.Outcome.DONE;
import static org.tablee.store.Store.Outcome.TAKEN;
import static org.tablee.store.Store.Outcome.UNKNOWN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tablee.json.JsonObject;
import org.tablee.store.Store.Direction;
import org.tablee.store.Store.Entry;
import org.tablee.store.StoreDamagedException;
import org.tablee.store.StoreOpeningException;
import org.tablee.store.StoreOpeningException.Reason;

/** What stands in the data folder, and what happens to who finds it otherwise. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseFilesTest {
  private static final Entry A = new Entry("a", JsonObject.with().field("text", "a").build());
  private static final Entry B = new Entry("b", JsonObject.with().field("text", "b").build());

  @TempDir Path folder;

  @Test
  void S1_what_was_done_is_there_when_the_store_is_opened_again() {
    try (var store = open()) {
      store.insert(TABLES, A);
    }
    try (var store = open()) {
      assertThat(store.read(TABLES, "a").orElseThrow().document()).isEqualTo(A.document());
      assertThat(store.insert(TABLES, A)).isEqualTo(TAKEN);
    }
  }

  @Test
  void S14_one_process_at_a_time_has_the_folder_and_the_next_is_told_who_does() throws Exception {
    try (var _ = open()) {
      assertOpeningFails(Reason.IN_USE, "this process");
      // After that try from within, the lock still holds against others.
      var other = run(List.of(), SteadyWriter.class);

      assertThat(other)
          .contains("in use by a running server (process " + ProcessHandle.current().pid() + ")")
          .doesNotContain("open\n");
    }
    open().close();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void S14_the_files_are_their_owners_alone() throws IOException {
    try (var store = open()) {
      store.insert(TABLES, A);

      assertThat(permissionsOf(data())).isEqualTo("rwx------");
      try (var files = Files.list(data())) {
        assertThat(files).hasSizeGreaterThan(2).allMatch(file -> is("rw-------", file));
      }
    }
  }

  @Test
  void S15_a_database_of_a_newer_release_is_left_alone() throws SQLException {
    open().close();
    execute("PRAGMA user_version=2");

    assertOpeningFails(Reason.NEWER, "newer release");
    execute("PRAGMA user_version=1");
    open().close();
  }

  @Test
  void S15_a_file_that_is_no_database_of_ours_is_refused() throws Exception {
    open().close();
    Files.writeString(database(), "not a database at all".repeat(1_000));
    assertOpeningFails(Reason.DAMAGED, "tablee.sqlite");

    Files.delete(database());
    execute("CREATE TABLE notes (text TEXT)");
    var before = Files.readAllBytes(database());
    assertOpeningFails(Reason.DAMAGED, "not one of this program");
    assertThat(database()).hasBinaryContent(before);

    execute("PRAGMA user_version=1");
    assertOpeningFails(Reason.DAMAGED, "no such table");
  }

  @Test
  void S15_a_folder_that_cannot_be_one_is_refused() throws IOException {
    Files.writeString(folder.resolve("data"), "a file");

    assertOpeningFails(Reason.UNUSABLE, "data folder");
  }

  @Test
  void S16_a_damaged_document_is_named_and_harms_no_other() throws SQLException {
    try (var store = open()) {
      store.insertInOrder(COMMITS, List.of(A, B));
    }
    execute("UPDATE commits SET document = '{\"text\":' WHERE id = 'a'");

    try (var store = open()) {
      assertThatThrownBy(() -> store.read(COMMITS, "a"))
          .isInstanceOf(StoreDamagedException.class)
          .hasMessage("damaged: a in commits");
      assertThatThrownBy(() -> store.range(COMMITS, "a", "c", Direction.UP, 2))
          .isInstanceOf(StoreDamagedException.class);
      assertThat(store.range(COMMITS, "b", "c", Direction.UP, 2)).containsExactly(B);
    }
  }

  @Test
  void S16_a_damaged_page_is_told_from_a_store_that_does_not_answer() throws Exception {
    var many = new ArrayList<Entry>();
    for (int seq = 1; seq <= 1_000; seq++) {
      many.add(FillingWriter.commit(seq));
    }
    try (var store = open()) {
      store.insert(TABLES, A);
      store.insertInOrder(COMMITS, many);
    }
    overwrite(Files.size(database()) / 4, new byte[(int) (Files.size(database()) / 2)]);

    try (var store = open()) {
      assertThatThrownBy(() -> store.range(COMMITS, "t:", "t;", Direction.UP, 1_000))
          .isInstanceOf(StoreDamagedException.class);
      assertThat(store.range(TABLES, "a", "b", Direction.UP, 9)).containsExactly(A);
    }
  }

  @Test
  void S17_what_was_replaced_or_deleted_is_in_no_file_when_that_is_done() throws IOException {
    try (var store = open()) {
      store.insert(COMMITS, new Entry("a", JsonObject.with().field("t", "Marguerite").build()));
      store.insert(PARTICIPANTS, new Entry("a", JsonObject.with().field("t", "Anatole").build()));
      assertThat(filesHold("Marguerite")).isTrue();
      assertThat(filesHold("Anatole")).isTrue();

      var read = store.read(COMMITS, "a").orElseThrow();
      store.replaceIfUnchanged(COMMITS, "a", read, JsonObject.EMPTY);
      store.delete(PARTICIPANTS, "a");

      assertThat(filesHold("Marguerite")).isFalse();
      assertThat(filesHold("Anatole")).isFalse();
    }
  }

  @Test
  void S18_a_backup_taken_while_others_write_is_a_state_that_was_once_there() throws Exception {
    var stop = new AtomicBoolean();
    var some = new CountDownLatch(200);
    int written;
    try (var store = open();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing =
          threads.submit(() -> {
            int seq = 0;
            while (!stop.get()) {
              assertThat(store.insert(COMMITS, FillingWriter.commit(++seq))).isEqualTo(DONE);
              some.countDown();
            }
            return seq;
          });
      assertThat(some.await(60, TimeUnit.SECONDS)).isTrue();
      Files.createDirectory(folder.resolve("restored"));
      store.backup(folder.resolve("restored/tablee.sqlite"));
      stop.set(true);
      written = writing.get(30, TimeUnit.SECONDS);
      assertThatThrownBy(() -> store.backup(folder.resolve("restored/tablee.sqlite")))
          .isInstanceOf(FileAlreadyExistsException.class);
    }

    try (var names = Files.list(folder.resolve("restored"))) {
      assertThat(names).containsExactly(folder.resolve("restored/tablee.sqlite"));
    }
    try (var restored = SqliteStore.open(folder.resolve("restored"))) {
      var commits = restored.range(COMMITS, "t:", "t;", Direction.UP, 1_000_000);
      assertThat(commits).hasSizeBetween(200, written);
      for (int i = 0; i < commits.size(); i++) {
        assertThat(commits.get(i)).isEqualTo(FillingWriter.commit(i + 1));
      }
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void S19_without_room_writes_are_unknown_reads_go_on_and_nothing_done_is_lost() throws Exception {
    // A bound of the shell on the size of a file stands in for the full disk: some 2 MiB.
    var said = run(List.of("sh", "-c", "ulimit -f 4096; exec \"$@\"", "sh"), FillingWriter.class);
    assertThat(said).matches("(?s)\\d+ done, \\d+ read\n");
    int done = Integer.parseInt(said.substring(0, said.indexOf(' ')));
    assertThat(said).isEqualTo(done + " done, " + done + " read\n");

    try (var store = open()) {
      var commits = store.range(COMMITS, "t:", "t;", Direction.UP, 100_000);
      assertThat(commits).hasSizeBetween(Math.max(done, 10), done + 1);
      for (int i = 0; i < commits.size(); i++) {
        assertThat(commits.get(i)).isEqualTo(FillingWriter.commit(i + 1));
      }
      assertThat(store.insert(COMMITS, FillingWriter.commit(commits.size() + 1))).isEqualTo(DONE);
    }
  }

  @Test
  void S19_while_a_foreign_program_holds_the_database_writes_are_unknown_and_then_done()
      throws SQLException {
    try (var store = open();
        var foreign = DriverManager.getConnection("jdbc:sqlite:" + database());
        var statement = foreign.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThat(store.insert(TABLES, A)).isEqualTo(UNKNOWN);
      assertThat(store.read(TABLES, "a")).isEmpty();

      statement.execute("ROLLBACK");
      assertThat(store.insert(TABLES, A)).isEqualTo(DONE);
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path database() {
    return data().resolve("tablee.sqlite");
  }

  private SqliteStore open() {
    return SqliteStore.open(data());
  }

  private void assertOpeningFails(Reason reason, String message) {
    assertThatThrownBy(this::open)
        .asInstanceOf(InstanceOfAssertFactories.type(StoreOpeningException.class))
        .satisfies(refused -> {
          assertThat(refused.reason()).isEqualTo(reason);
          assertThat(refused).hasMessageContaining(message);
          assertThat(refused.getMessage()).doesNotContain("\n");
        });
  }

  private void execute(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void overwrite(long at, byte[] bytes) throws IOException {
    try (var channel = FileChannel.open(database(), StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes), at);
    }
  }

  private boolean filesHold(String text) throws IOException {
    try (var files = Files.list(data())) {
      for (var file : files.toList()) {
        if (new String(Files.readAllBytes(file), ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String permissionsOf(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static boolean is(String permissions, Path path) {
    try {
      return permissionsOf(path).equals(permissions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a main class of the test tree over the data folder; what it printed, errors included. */
  private String run(List<String> front, Class<?> main) throws Exception {
    var command = new ArrayList<>(front);
    command.addAll(
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            data().toString()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      return new String(process.getInputStream().readAllBytes(), UTF_8);
    } finally {
      process.destroyForcibly();
    }
  }
}
