package org.tablee.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.session.World.ANA;
import static org.tablee.session.World.BEN;
import static org.tablee.session.World.NOON;
import static org.tablee.session.World.TABLE;
import static org.tablee.session.World.eventually;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tablee.json.JsonObject;
import org.tablee.store.Store.Collection;
import org.tablee.table.ParticipantId;
import org.tablee.table.Seq;
import org.tablee.wire.StateJson;

@ExtendWith(VertxExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class JoiningTest {
  private World world;

  @BeforeEach
  void open(Vertx vertx) {
    world = new World(vertx);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void L1_a_join_is_answered_by_the_whole_state_and_the_names() {
    var ana = world.open(ANA);
    ana.send("{'type':'join','client':'ana-tab-1'}");

    var welcome = ana.next();
    var now = world.host().position();
    assertThat(welcome.string("type")).isEqualTo("welcome");
    assertThat(welcome.number("seq")).isEqualTo(now.seq().value());
    assertThat(welcome.string("hash")).isEqualTo(now.hash());
    assertThat(welcome.number("at")).isEqualTo(NOON.toEpochMilli());
    assertThat(welcome.object("state")).isEqualTo(StateJson.write(now.table()));
    assertThat(welcome.field("parted")).isNull();
    assertThat(ids(welcome)).isEqualTo(Set.of("ana", "ben"));
    assertThat(welcome.object("you").string("role")).isEqualTo("facilitator");
  }

  @Test
  void L2_what_one_does_reaches_everyone_once_and_acknowledges_it() {
    var ana = world.join(ANA);
    var ben = world.join(BEN);

    ana.addFinding("ana-tab-1-1", "f1");

    var mine = ana.next();
    assertThat(mine.string("type")).isEqualTo("commits");
    assertThat(mine.objects("commits")).hasSize(1);
    assertThat(mine.objects("commits").getFirst().string("id")).isEqualTo("ana-tab-1-1");
    assertThat(mine.string("hash")).isEqualTo(world.host().position().hash());
    assertThat(ben.next()).isEqualTo(mine);
    ana.hasNothingElse();
    ben.hasNothingElse();
  }

  @Test
  void L3_who_missed_a_few_commits_gets_just_these() {
    world.addFindings(5);
    var hash = world.history.hashOf(TABLE, new Seq(4)).orElseThrow();
    var ana = world.open(ANA);
    ana.send("{'type':'join','client':'ana-tab-1','since':4,'hash':'%s'}".formatted(hash));

    var welcome = ana.next();
    assertThat(welcome.field("state")).isNull();
    assertThat(welcome.number("seq")).isEqualTo(8);
    assertThat(welcome.string("hash")).isEqualTo(world.host().position().hash());
    assertThat(seqs(welcome)).containsExactly(5L, 6L, 7L, 8L);
    assertThat(ids(welcome)).isEqualTo(Set.of("ana", "ben"));
  }

  @Test
  void L3_who_missed_nothing_gets_no_commits() {
    var now = world.host().position();
    var ana = world.open(ANA);
    ana.send(
        "{'type':'join','client':'ana-tab-1','since':%d,'hash':'%s'}"
            .formatted(now.seq().value(), now.hash()));

    assertThat(ana.next().objects("commits")).isEmpty();
  }

  @Test
  void L3_who_missed_more_than_a_thousand_commits_gets_the_state() {
    var hash = world.history.hashOf(TABLE, new Seq(3)).orElseThrow();
    world.addFindings(1_001);
    var ana = world.open(ANA);
    ana.send("{'type':'join','client':'ana-tab-1','since':3,'hash':'%s'}".formatted(hash));

    var welcome = ana.next();
    assertThat(welcome.object("state").objects("findings")).hasSize(1_001);
    assertThat(welcome.field("parted")).isNull();
    assertThat(welcome.field("commits")).isNull();
  }

  @Test
  void L3_who_missed_more_than_a_mebibyte_gets_the_state() {
    world.addFindings(1);
    var hash = world.history.hashOf(TABLE, new Seq(4)).orElseThrow();
    world.editMuch("f0", 60, 45_000);
    var ana = world.open(ANA);
    ana.send("{'type':'join','client':'ana-tab-1','since':4,'hash':'%s'}".formatted(hash));

    var welcome = ana.next();
    assertThat(welcome.field("commits")).isNull();
    assertThat(welcome.object("state")).isNotNull();
  }

  @Test
  void L3_where_what_was_missed_is_damaged_the_state_comes_and_nobody_else_notices() {
    world.addFindings(5);
    var ben = world.join(BEN);
    var hash = world.history.hashOf(TABLE, new Seq(4)).orElseThrow();
    world.store.damage(Collection.COMMITS, "bench-table:0000000000000006");
    var ana = world.open(ANA);
    ana.send("{'type':'join','client':'ana-tab-1','since':4,'hash':'%s'}".formatted(hash));

    var welcome = ana.next();
    assertThat(welcome.object("state").objects("findings")).hasSize(5);
    assertThat(welcome.field("parted")).isNull();
    ben.hasNothingElse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'since':2,'hash':'00'", "'since':1000,'hash':'00'", "'since':1000"})
  void L4_who_holds_another_history_is_told_so(String held) {
    var ana = world.open(ANA);
    ana.send("{'type':'join','client':'ana-tab-1',%s}".formatted(held));

    var welcome = ana.next();
    assertThat(welcome.isTrue("parted")).isTrue();
    assertThat(welcome.object("state")).isEqualTo(StateJson.write(world.host().position().table()));
  }

  @Test
  void L4_a_commit_without_its_hash_proves_nothing_and_gets_the_state() {
    var ana = world.open(ANA);
    ana.send("{'type':'join','client':'ana-tab-1','since':2}");

    var welcome = ana.next();
    assertThat(welcome.field("parted")).isNull();
    assertThat(welcome.object("state")).isNotNull();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void L5_nothing_is_lost_or_doubled_behind_a_welcome_while_others_write(long seed) {
    var random = new SplittableRandom(seed);
    world.addFindings(50);
    var isOver = new AtomicBoolean();
    var writing =
        CompletableFuture.runAsync(() -> {
          for (int n = 0; !isOver.get(); n++) {
            world.rename("f" + n % 50, "Titre " + n, 1_000 + n);
            LockSupport.parkNanos(500_000);
          }
        });
    var visitors = new ArrayList<Browser>();
    for (int at = 0; at < 20; at++) {
      var visitor = world.open(new ParticipantId("o" + at));
      var now = world.host().position().seq().value();
      var since = new Seq(1 + random.nextLong(now));
      var hash = world.history.hashOf(TABLE, since).orElseThrow();
      visitor.send(
          random.nextInt(3) == 0
              ? "{'type':'join','client':'visitor-%d'}".formatted(at)
              : "{'type':'join','client':'visitor-%d','since':%d,'hash':'%s'}"
                  .formatted(at, since.value(), hash));
      visitors.add(visitor);
      if (visitors.size() > 4) {
        visitors.removeFirst().followsWithoutAGap(0);
      }
    }
    isOver.set(true);
    writing.join();
    var last = world.host().position().seq().value();
    visitors.forEach(visitor -> visitor.followsWithoutAGap(last));
  }

  @Test
  void L6_a_frame_before_the_join_is_answered_by_goodbye() {
    for (var frame :
        new String[] {
          "{'type':'ping','n':1}",
          "{'type':'here','base':1}",
          "{'type':'do','id':'ana-tab-1-1','command':{'type':'Nothing'}}",
          "{'type':'do','id':'ana-tab-1-1','command':{'type':'WithdrawFinding','finding':'f'}}"
        }) {
      var ana = world.open(ANA);
      ana.send(frame);

      var goodbye = ana.next();
      assertThat(goodbye.string("code")).isEqualTo("unjoined");
      assertThat(goodbye.field("retryInMs")).isNull();
      assertThat(ana.closeCode()).isEqualTo(1000);
    }
  }

  @Test
  void L6_a_broken_frame_before_the_join_leaves_the_connection_as_it_is() {
    var ana = world.open(ANA);
    ana.send("{'type':'join','client':'short'}");

    assertThat(ana.next().string("code")).isEqualTo("frame.invalid");
    ana.send("{'type':'join','client':'ana-tab-1'}");
    assertThat(ana.next().string("type")).isEqualTo("welcome");
  }

  @Test
  void L7_the_same_client_again_replaces_the_first_connection() {
    var first = world.join(ANA);
    var other = world.join(BEN);

    var second = world.join(ANA);

    var goodbye = first.next();
    assertThat(goodbye.string("code")).isEqualTo("replaced");
    assertThat(goodbye.field("retryInMs")).isNull();
    assertThat(first.closeCode()).isEqualTo(1000);
    second.addFinding("ana-tab-1-1", "f1");
    assertThat(second.next().string("type")).isEqualTo("commits");
    assertThat(other.next().string("type")).isEqualTo("commits");
  }

  @Test
  void L7_another_participant_may_use_the_same_client() {
    var ana = world.open(ANA);
    ana.send("{'type':'join','client':'the-same-tab'}");
    ana.take("welcome");
    var ben = world.open(BEN);
    ben.send("{'type':'join','client':'the-same-tab'}");
    ben.take("welcome");

    ana.addFinding("the-same-tab-1", "f1");
    ben.addFinding("the-same-tab-1", "f2");

    eventually(() -> world.host().position().table().diagnosis().findings().count() == 2);
    ana.take("commits");
    ben.take("commits");
  }

  @Test
  void L6_a_second_join_on_one_connection_is_a_broken_frame() {
    var ana = world.join(ANA);
    ana.send("{'type':'join','client':'ana-tab-2'}");

    assertThat(ana.next().string("code")).isEqualTo("frame.invalid");
    ana.hasNothingElse();
  }

  private static Iterable<Long> seqs(JsonObject welcome) {
    return welcome.objects("commits").stream().map(commit -> commit.number("seq")).toList();
  }

  private static Set<String> ids(JsonObject welcome) {
    return welcome.objects("people").stream()
        .map(person -> person.string("id"))
        .collect(Collectors.toSet());
  }
}
