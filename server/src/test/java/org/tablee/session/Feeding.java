package org.tablee.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.session.World.ANA;
import static org.tablee.session.World.BEN;
import static org.tablee.session.World.OLGA;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import org.tablee.hosting.Hosts;
import org.tablee.json.JsonObject;

/** Ana feeds a table whatever comes to mind, and Ben watches. */
final class Feeding implements AutoCloseable {
  /** What stands in the text {@code f0}: its units 3 and 4 are one character. */
  static final String WORDS = "un 🙂\n";

  final World world;
  private final Browser ana;
  private final Browser ben;
  private long number;

  Feeding(Vertx vertx) {
    this.world = new World(vertx, new SessionLimits(0, 0, 0, 0, 0, SessionLimits.Times.USUAL));
    world.addFindings(1);
    world.insert("f0", 0, WORDS.strip());
    this.ana = world.join(ANA);
    this.ben = world.join(BEN);
  }

  /** An edit of {@code f0} as it stands now. */
  String edit(String ops) {
    return "{'type':'EditText','text':'f0','base':%d,'delta':{'ops':[%s]}}"
        .formatted(world.host().position().seq().value(), ops);
  }

  /** Ana's next id. */
  String nextId() {
    return "ana-tab-1-" + ++number;
  }

  /** Sends a command that is refused: the line stays, nothing is stored, nobody is told. */
  JsonObject refused(String command) {
    var id = nextId();
    var refused = refusedFrame("{'type':'do','id':'%s','command':%s}".formatted(id, command));
    assertThat(refused.string("id")).isEqualTo(id);
    return refused;
  }

  /** As {@link #refused}, of a whole frame. */
  JsonObject refusedFrame(String frame) {
    return refusedFrame(ana, frame);
  }

  JsonObject refusedFrame(Browser who, String frame) {
    var before = world.host().position();
    int writes = world.store.writes();

    who.send(frame);

    var refused = who.next();
    assertThat(refused.string("type")).as(refused.toString()).isEqualTo("refused");
    who.hasNothingElse();
    ben.hasNothingElse();
    assertThat(world.host().position()).isEqualTo(before);
    assertThat(world.store.writes()).isEqualTo(writes);
    return refused;
  }

  /** Sends a command that is stored, and tells its event as Ben hears it. */
  JsonObject stored(String command) {
    var id = nextId();
    ana.command(id, command);
    var commit = ana.next().objects("commits").getFirst();
    assertThat(commit.string("id")).isEqualTo(id);
    assertThat(ben.next().objects("commits")).containsExactly(commit);
    return commit.objects("events").getFirst();
  }

  /** Ana's connection. */
  Browser ana() {
    return ana;
  }

  /** The whole state, as a newcomer gets it. */
  JsonObject stateOfNewcomer() {
    var olga = world.open(OLGA);
    olga.send("{'type':'join','client':'olga-tab-1'}");
    var state = olga.take("welcome").object("state");
    World.await(olga.socket.close());
    return state;
  }

  /** The table can be opened from the store alone, and is the one that was told. */
  @Override
  public void close() {
    stateOfNewcomer();
    try (var again = new Hosts(world.history, world.boxes, InstantSource.fixed(World.NOON))) {
      assertThat(again.host(World.TABLE).position().hash())
          .isEqualTo(world.host().position().hash());
    }
    world.close();
  }
}
