package org.tablee.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tablee.hosting.Answer;
import org.tablee.people.Invitation;
import org.tablee.people.Seated;
import org.tablee.people.TableCard;
import org.tablee.store.MemoryStore;
import org.tablee.store.Store;
import org.tablee.table.ClientId;
import org.tablee.table.CommandId;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.FindingId;
import org.tablee.table.FindingKind;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.Role;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableId;
import org.tablee.wire.StateJson;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpeningTheExampleTest {
  private final Script script = Script.ofResource("bien-vieillir.json");
  private final MemoryStore store = new MemoryStore();

  @Test
  void X1_what_each_of_them_asks_is_stored_in_order_under_their_own_ids() {
    try (var server = new Installation(store, 1)) {
      server.example.open();

      var asked = script.steps().stream().map(step -> step.by().value() + " " + step.id()).toList();
      assertThat(server.commits())
          .extracting(commit -> commit.by().value() + " " + commit.id())
          .hasSize(1 + script.guests().size() + asked.size())
          .endsWith(asked.toArray(String[]::new));
    }
  }

  @Test
  void X1_everyone_at_the_table_is_registered_by_name() {
    try (var server = new Installation(store, 1)) {
      server.example.open();

      for (var member : server.table().members().inOrder()) {
        assertThat(server.register.find(ExampleTable.ID, member.id()))
            .hasValueSatisfying(seated -> assertThat(seated.name()).isNotNull())
            .get()
            .extracting(Seated::role, Seated::college, Seated::presence)
            .containsExactly(member.role(), member.college(), member.presence());
      }
    }
  }

  @Test
  void X1_a_command_that_is_refused_ends_the_opening_with_its_code() {
    try (var server = new Installation(store, 1)) {
      var table = server.hosts.create(ExampleTable.ID, script.table());
      var bruno = new ParticipantId("bruno");
      table.act(new Join(bruno, Role.PARTICIPANT, null, Presence.ROOM));
      var taken = new CompletableFuture<Answer>();
      table.ask(
          bruno,
          new CommandId(new ClientId("elsewhere"), 1),
          new AddFinding(new FindingId("repas-du-soir"), FindingKind.NEED, new Line("Taken")),
          taken::complete);
      assertThat(taken.join()).isInstanceOf(Answer.Stored.class);

      assertThatThrownBy(server.example::open)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("example: example-bruno-7 is refused: command.invalid");
      assertThat(server.example.find()).isEmpty();
    }
  }

  @Test
  void X2_opening_again_changes_nothing() {
    try (var server = new Installation(store, 1)) {
      assertThat(server.example.find()).isEmpty();
      var first = server.example.open();
      var seq = server.table().seq();
      var listed = server.tables.newest();

      assertThat(server.example.open()).isEqualTo(first).isEqualTo(ExampleTable.ID);
      assertThat(server.example.find()).contains(ExampleTable.ID);
      assertThat(server.table().seq()).isEqualTo(seq);
      assertThat(server.tables.newest())
          .isEqualTo(listed)
          .extracting(TableCard::id)
          .containsExactly(ExampleTable.ID);
    }
  }

  @Test
  void X2_opened_many_times_at_once_on_several_servers_it_is_one_table() throws Exception {
    try (var first = new Installation(store, 1);
        var second = new Installation(store, 2);
        var people = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<TableId> here = first.example::open;
      Callable<TableId> there = second.example::open;
      for (var opened : people.invokeAll(List.of(here, there, here, there))) {
        assertThat(opened.get()).isEqualTo(ExampleTable.ID);
      }
    }

    assertIsWhole();
  }

  @Test
  void X2_it_stands_in_the_list_at_the_time_it_was_made() {
    var later = InstantSource.fixed(Installation.CLOCK.instant().plusSeconds(1));
    var earlier = InstantSource.fixed(Installation.CLOCK.instant().minusSeconds(1));
    try (var before = new Installation(store, 1, earlier);
        var server = new Installation(store, 2);
        var after = new Installation(store, 3, later)) {
      var first = before.tables.create(script.table()).table().id();
      server.example.open();
      var last = after.tables.create(script.table()).table().id();

      assertThat(server.tables.newest())
          .extracting(TableCard::id)
          .containsExactly(last, ExampleTable.ID, first);
    }
  }

  @ParameterizedTest(name = "after {0} writes")
  @MethodSource("everyStage")
  void X3_an_opening_that_was_cut_off_is_found_by_nobody_and_completed_by_the_next(int writes) {
    try (var server = new Installation(new StoppingStore(store, writes), 1)) {
      assertThatThrownBy(server.example::open).isInstanceOf(RuntimeException.class);
      assertThat(server.tables.newest()).isEmpty();
    }

    try (var server = new Installation(store, 2)) {
      server.example.open();
    }

    assertIsWhole();
  }

  static IntStream everyStage() {
    int all = writesOfAll();
    return IntStream.concat(
        IntStream.of(0, 1, 2, 3, 28, 29, 30, all - 8, all - 7, all - 2, all - 1),
        IntStream.iterate(47, writes -> writes < all - 8, writes -> writes + 83));
  }

  private static int writesOfAll() {
    var counting = new StoppingStore(new MemoryStore(), Integer.MAX_VALUE);
    try (var server = new Installation(counting, 1)) {
      server.example.open();
    }
    return counting.writes();
  }

  /** The table and its list entry are those of an opening that nothing disturbed. */
  private void assertIsWhole() {
    try (var server = new Installation(store, 3);
        var other = new Installation(opened(), 4)) {
      var expected = other.table();
      assertThat(StateJson.write(server.table())).isEqualTo(StateJson.write(expected));
      assertThat(server.table().seq()).isEqualTo(expected.seq());
      assertThat(server.tables.newest()).extracting(TableCard::id).containsOnly(ExampleTable.ID);
      var invitations = server.tables.invitationsTo(server.tables.newest().getFirst());
      assertThat(invitations)
          .extracting(Invitation::role)
          .containsExactly(
              Role.FACILITATOR,
              Role.OBSERVER,
              Role.PARTICIPANT,
              Role.PARTICIPANT,
              Role.PARTICIPANT,
              Role.PARTICIPANT);
    }
  }

  private static Store opened() {
    var elsewhere = new MemoryStore();
    try (var server = new Installation(elsewhere, 5)) {
      server.example.open();
    }
    return elsewhere;
  }
}
