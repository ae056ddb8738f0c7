package org.tablee.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.session.World.ANA;
import static org.tablee.session.World.BEN;
import static org.tablee.session.World.NOON;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tablee.json.JsonObject;
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
  void L1_a_join_is_answered_by_the_whole_state() {
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

  private static Set<String> ids(JsonObject welcome) {
    return welcome.objects("people").stream()
        .map(person -> person.string("id"))
        .collect(Collectors.toSet());
  }
}
