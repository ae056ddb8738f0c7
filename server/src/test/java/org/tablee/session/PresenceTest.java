package org.tablee.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.session.World.ANA;
import static org.tablee.session.World.BEN;
import static org.tablee.session.World.CLEO;
import static org.tablee.session.World.OLGA;
import static org.tablee.session.World.await;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tablee.json.JsonObject;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.Role;

@ExtendWith(VertxExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PresenceTest {
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

  private long seq() {
    return world.host().position().seq().value();
  }

  private static void here(Browser who, long base, String text, int index, int length) {
    who.send(
        "{'type':'here','base':%d,'text':'%s','index':%d,'length':%d,'typing':true}"
            .formatted(base, text, index, length));
  }

  private static JsonObject entry(String id) {
    return JsonObject.with().field("participant", id).build();
  }

  private static JsonObject entry(String id, String text, int index, int length) {
    return JsonObject.with()
        .field("participant", id)
        .field("text", text)
        .field("index", index)
        .field("length", length)
        .field("typing", true)
        .build();
  }

  private static JsonObject count(int room, int remote, int observers) {
    return JsonObject.with()
        .field("room", room)
        .field("remote", remote)
        .field("observers", observers)
        .build();
  }

  @Test
  void L26_a_newcomer_learns_who_is_here_and_the_others_learn_of_the_newcomer() {
    var ana = world.join(ANA);
    assertThat(ana.take("presence").object("count")).isEqualTo(count(1, 0, 0));

    var ben = world.join(BEN);

    var all = ben.take("presence");
    assertThat(all.objects("here")).containsExactlyInAnyOrder(entry("ana"), entry("ben"));
    assertThat(all.object("count")).isEqualTo(count(1, 1, 0));
    var change = ana.take("presence");
    assertThat(change.objects("here")).containsExactly(entry("ben"));
    assertThat(change.object("count")).isEqualTo(count(1, 1, 0));
    assertThat(change.number("base")).isEqualTo(seq());
  }

  @Test
  void L26_observers_are_counted_and_not_shown() {
    var ana = world.join(ANA);
    ana.take("presence");
    var olga = world.join(OLGA);

    var change = ana.take("presence");
    assertThat(change.objects("here")).isEmpty();
    assertThat(change.object("count")).isEqualTo(count(1, 0, 1));
    olga.take("presence");
    here(olga, seq(), "f0", 0, 0);
    olga.hasNothingElse();
    olga.send("{'type':'here','base':1}");
    var cleo = world.join(CLEO);
    assertThat(cleo.take("presence").objects("here")).containsExactly(entry("ana"));
  }

  @Test
  void L26_one_leaves_with_the_last_connection_and_is_counted_once() {
    var ana = world.join(ANA);
    ana.take("presence");
    var one = world.join(BEN);
    assertThat(ana.take("presence").object("count")).isEqualTo(count(1, 1, 0));
    var two = world.open(BEN);
    two.send("{'type':'join','client':'ben-tab-2'}");
    assertThat(two.take("presence").object("count")).isEqualTo(count(1, 1, 0));

    await(one.socket.close());
    await(two.socket.close());

    var left = ana.take("presence");
    assertThat(left.array("left")).hasSize(1);
    assertThat(left.object("count")).isEqualTo(count(1, 0, 0));
  }

  @Test
  void L23_the_latest_place_is_told_and_only_where_something_changed() {
    world.addFindings(1);
    world.editMuch("f0", 1, 100);
    var ana = world.join(ANA);
    var ben = world.join(BEN);
    ana.take("presence");
    ben.take("presence");

    here(ben, seq(), "f0", 5, 0);
    here(ben, seq(), "f0", 7, 2);

    JsonObject told;
    do {
      told = ana.take("presence");
    } while (!told.objects("here").equals(List.of(entry("ben", "f0", 7, 2))));
    ana.hasNothingElse();
    assertThat(ana.presenceFrames()).isZero();
  }

  @Test
  void L24_a_place_is_carried_over_the_commits_its_person_did_not_know() {
    world.addFindings(1);
    world.editMuch("f0", 1, 100);
    var base = seq();
    world.insert("f0", 0, "abc");
    world.insert("f0", 50, "defg");
    var ana = world.join(ANA);
    var ben = world.join(BEN);
    ana.take("presence");
    ben.take("presence");

    here(ben, base, "f0", 10, 60);

    var told = ana.takePresenceOf("ben", "f0");
    assertThat(told.objects("here")).containsExactly(entry("ben", "f0", 13, 64));
    assertThat(told.number("base")).isEqualTo(seq());
  }

  @Test
  void L24_a_place_outside_the_text_is_clamped() {
    world.addFindings(1);
    world.editMuch("f0", 1, 10);
    var ana = world.join(ANA);
    var ben = world.join(BEN);

    here(ben, seq(), "f0", 9_999, 9_999);

    assertThat(ana.takePresenceOf("ben", "f0").objects("here")).contains(entry("ben", "f0", 10, 0));
  }

  @Test
  void L24_a_place_at_a_commit_or_in_a_text_that_is_not_known_is_dropped() {
    world.addFindings(2);
    var ana = world.join(ANA);
    var ben = world.join(BEN);
    ana.take("presence");

    here(ben, seq() + 10, "f0", 0, 0);
    ben.hasNothingElse();
    here(ben, seq(), "f9", 0, 0);
    ben.hasNothingElse();
    here(ben, 1, "f0", 0, 0);
    ben.hasNothingElse();
    here(ben, seq(), "f1", 0, 0);

    var told = ana.takePresenceOf("ben");
    while (told.objects("here").equals(List.of(entry("ben")))) {
      told = ana.takePresenceOf("ben");
    }
    assertThat(told.objects("here")).containsExactly(entry("ben", "f1", 0, 0));
  }

  @Test
  void L24_a_newcomer_sees_a_place_where_it_is_by_now() {
    world.addFindings(1);
    world.editMuch("f0", 1, 100);
    var ana = world.join(ANA);
    var ben = world.join(BEN);
    here(ben, seq(), "f0", 10, 0);
    ana.takePresenceOf("ben", "f0");
    world.insert("f0", 0, "abc");
    ana.take("commits");

    var olga = world.join(OLGA);

    assertThat(olga.take("presence").objects("here")).contains(entry("ben", "f0", 13, 0));
  }

  @Test
  void L25_above_fifty_members_only_those_who_write_are_told() {
    var browsers = new ArrayList<Browser>();
    var ids = new ArrayList<ParticipantId>();
    world.addFindings(1);
    for (int n = 0; n < 51; n++) {
      var id = new ParticipantId("member" + n);
      world.seat(id, Role.PARTICIPANT, Presence.ROOM);
      ids.add(id);
    }
    for (var id : ids) {
      browsers.add(world.join(id));
    }
    var last = world.join(ANA);

    var all = last.take("presence");
    assertThat(all.object("count")).isEqualTo(count(52, 0, 0));
    assertThat(names(all)).doesNotContain("ana");
    here(browsers.getFirst(), seq(), "f0", 0, 0);
    assertThat(last.takePresenceOf("member0", "f0").objects("here"))
        .containsExactly(entry("member0", "f0", 0, 0));
    browsers.getFirst().send("{'type':'here','base':%d,'text':'f0','index':0}".formatted(seq()));
    assertThat(last.takePresenceOf("member0").objects("here")).containsExactly(entry("member0"));
  }

  private static Set<String> names(JsonObject presence) {
    var names = new HashSet<String>();
    presence.objects("here").forEach(here -> names.add(here.string("participant")));
    return names;
  }
}
