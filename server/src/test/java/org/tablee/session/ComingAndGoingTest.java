package org.tablee.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.session.World.ANA;
import static org.tablee.session.World.BEN;
import static org.tablee.session.World.CLEO;
import static org.tablee.session.World.NOON;
import static org.tablee.session.World.TABLE;
import static org.tablee.session.World.await;
import static org.tablee.session.World.eventually;
import static org.tablee.session.World.limits;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tablee.history.History;
import org.tablee.hosting.Hosts;
import org.tablee.json.JsonValue.JsonNull;
import org.tablee.session.SessionLimits.Times;
import org.tablee.store.MemoryStore;
import org.tablee.store.Store.Collection;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.Role;
import org.tablee.wire.ServerFrames.Person;

@ExtendWith(VertxExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComingAndGoingTest {
  private World world;
  private Vertx vertx;

  @BeforeEach
  void open(Vertx vertx) {
    this.vertx = vertx;
    world = new World(vertx);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void limited(SessionLimits limits) {
    world.close();
    world = new World(vertx, limits);
  }

  @Test
  void L16_a_sixth_connection_of_a_participant_is_turned_away() {
    for (int n = 1; n <= 5; n++) {
      var one = world.open(ANA);
      one.send("{'type':'join','client':'ana-tab-%d'}".formatted(n));
      one.take("welcome");
    }
    var sixth = world.open(ANA);
    sixth.send("{'type':'join','client':'ana-tab-6'}");

    var refused = sixth.next();
    assertThat(refused.string("code")).isEqualTo("rate.limited");
    assertThat(refused.object("params").number("retryInMs")).isPositive();
    assertThat(sixth.closeCode()).isEqualTo(1013);
    var again = world.open(ANA);
    again.send("{'type':'join','client':'ana-tab-5'}");
    assertThat(again.next().string("type")).isEqualTo("welcome");
  }

  @Test
  void L16_two_hundred_sockets_of_one_session_leave_those_inside_alone() {
    var ana = world.join(ANA);
    var ben = world.join(BEN);
    int turnedAway = 0;
    for (int n = 0; n < 200; n++) {
      var one = world.open(BEN);
      one.send("{'type':'join','client':'ben-more-%d'}".formatted(n));
      var answer = one.next();
      if (answer.string("type").equals("refused")) {
        assertThat(answer.string("code")).isEqualTo("rate.limited");
        turnedAway++;
      }
    }

    assertThat(turnedAway).isEqualTo(196);
    ben.addFinding("ben-tab-1-1", "f1");
    assertThat(ana.take("commits").objects("commits")).hasSize(1);
    eventually(() -> world.live.counts().connections() == 6);
  }

  @Test
  void L16_sockets_that_never_join_are_bounded_as_well() {
    for (int n = 0; n < 10; n++) {
      world.open(ANA);
    }

    assertThat(world.open(ANA).next().string("code")).isEqualTo("rate.limited");
  }

  @Test
  void L17_an_observer_too_many_finds_the_table_full_and_a_member_does_not() {
    limited(new SessionLimits(20, 60, 200, 2, 5, Times.USUAL));
    world.join(new ParticipantId("watcher1"));
    world.join(new ParticipantId("watcher2"));
    var third = world.open(new ParticipantId("watcher3"));
    third.send("{'type':'join','client':'watcher-3'}");

    var refused = third.next();
    assertThat(refused.string("code")).isEqualTo("table.full");
    assertThat(refused.object("params").number("retryInMs")).isPositive();
    assertThat(third.closeCode()).isEqualTo(1013);
    world.join(ANA);
    var second = world.open(new ParticipantId("watcher1"));
    second.send("{'type':'join','client':'watcher-1-again'}");
    assertThat(second.next().string("type")).isEqualTo("welcome");
  }

  @Test
  void L27_the_name_of_a_new_member_follows_the_commit() {
    var ana = world.join(ANA);
    world.seat(CLEO, Role.PARTICIPANT, Presence.ROOM);

    assertThat(ana.next().string("type")).isEqualTo("commits");
    var people = ana.next();
    assertThat(people.string("type")).isEqualTo("people");
    assertThat(people.objects("people").getFirst().string("id")).isEqualTo("cleo");
    assertThat(people.objects("people").getFirst().string("name")).isEqualTo("CLEO");
  }

  @Test
  void L27_a_changed_or_erased_name_is_told_and_later_welcomes_have_it() {
    var ana = world.join(ANA);
    world.names.put(BEN, "Benoît");
    world.live.named(TABLE, List.of(new Person(BEN, "Benoît", null)));

    var people = ana.next();
    assertThat(people.objects("people").getFirst().string("name")).isEqualTo("Benoît");
    var cleo = world.open(CLEO);
    cleo.send("{'type':'join','client':'cleo-tab-1'}");
    assertThat(cleo.next().objects("people").getLast().string("name")).isEqualTo("Benoît");
  }

  @Test
  void L28_an_ended_session_loses_its_connections_and_no_others() {
    var ana = world.join(ANA);
    var ben = world.join(BEN);

    world.live.endSession("session-ben");

    var goodbye = ben.next();
    assertThat(goodbye.string("code")).isEqualTo("expired");
    assertThat(goodbye.field("retryInMs")).isNull();
    assertThat(ben.closeCode()).isEqualTo(1000);
    ana.hasNothingElse();
  }

  @Test
  void L28_a_session_that_ended_before_the_join_is_not_let_in() {
    var ben = world.open(BEN);
    world.endedSessions.add("session-ben");
    ben.send("{'type':'join','client':'ben-tab-1'}");

    assertThat(ben.next().string("code")).isEqualTo("expired");
  }

  @Test
  void L28_a_removed_participant_loses_its_connections() {
    var ana = world.join(ANA);
    var ben = world.join(BEN);

    world.live.remove(TABLE, BEN);

    assertThat(ben.next().string("code")).isEqualTo("removed");
    assertThat(ben.closeCode()).isEqualTo(1000);
    ana.hasNothingElse();
  }

  @Test
  void L29_a_node_that_stops_says_goodbye_and_spreads_the_return() {
    var ana = world.join(ANA);
    var ben = world.join(BEN);

    await(world.live.shutdown(false));

    var times = new HashSet<Long>();
    for (var one : List.of(ana, ben)) {
      var goodbye = one.next();
      assertThat(goodbye.string("code")).isEqualTo("shutdown");
      times.add(goodbye.number("retryInMs"));
      assertThat(one.closeCode()).isEqualTo(1000);
    }
    assertThat(times).hasSize(2).allMatch(millis -> millis >= 500 && millis <= 2_500);
    assertThat(world.live.counts().connections()).isZero();
  }

  @Test
  void L30_a_table_that_is_let_go_is_entered_again_and_nobody_notices() {
    var ana = world.join(ANA);
    ana.addFinding("ana-tab-1-1", "f1");
    ana.take("commits");

    world.hostElsewhere(world.history);
    ana.addFindingUntilStored("ana-tab-1-2", "f2");
  }

  @Test
  void L30_what_another_host_stored_meanwhile_is_caught_up_with() {
    var ana = world.join(ANA);
    var others = new Hosts(world.history, world.boxes, InstantSource.fixed(NOON));
    var first = world.hosts;
    world.hosts = others;
    world.addFindings(450);
    first.close();

    long seen = World.FIRST_SEQ;
    while (seen < World.FIRST_SEQ + 450) {
      for (var commit : ana.take("commits").objects("commits")) {
        assertThat(commit.number("seq")).isEqualTo(seen + 1);
        seen++;
      }
    }
    ana.addFindingUntilStored("ana-tab-1-1", "g1");
  }

  @Test
  void L30_a_store_that_is_away_keeps_newcomers_waiting() {
    world.store.failNextReads(3);
    world.hostElsewhere(world.history);
    var ana = world.open(ANA);
    ana.send("{'type':'join','client':'ana-tab-1'}");

    assertThat(ana.next().string("type")).isEqualTo("welcome");
  }

  @Test
  void L32_who_comes_to_a_damaged_table_is_told_so_and_sent_away() {
    var ana = world.join(ANA);
    world.store.damage(Collection.COMMITS, "bench-table:0000000000000002");
    world.hostElsewhere(world.history);
    var ben = world.open(BEN);
    ben.send("{'type':'join','client':'ben-tab-1'}");

    for (var one : List.of(ana, ben)) {
      var refused = one.take("refused");
      assertThat(refused.field("id")).isEqualTo(JsonNull.NULL);
      assertThat(refused.string("code")).isEqualTo("table.readonly");
      assertThat(refused.object("params").string("seq")).isEqualTo("2");
      assertThat(one.closeCode()).isEqualTo(1011);
    }
  }

  @Test
  void L30_who_was_told_another_history_comes_back_and_learns_it() {
    world.addFindings(5);
    var ana = world.join(ANA);
    var hash = world.host().position().hash();
    var restored = new History(new MemoryStore());
    world.hostElsewhere(restored);

    var goodbye = ana.take("goodbye");
    assertThat(goodbye.string("code")).isEqualTo("moved");
    assertThat(goodbye.number("retryInMs")).isPositive();
    var again = world.open(ANA);
    again.send("{'type':'join','client':'ana-tab-1','since':8,'hash':'%s'}".formatted(hash));
    assertThat(again.next().isTrue("parted")).isTrue();
  }
}
