package org.tablee.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.session.World.ANA;
import static org.tablee.session.World.BEN;
import static org.tablee.session.World.eventually;
import static org.tablee.session.World.limits;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tablee.session.SessionLimits.Times;

@ExtendWith(VertxExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlowConnectionsTest {
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

  private static Times times(Duration join, Duration ping, Duration silence, Duration transit) {
    var usual = Times.USUAL;
    return new Times(
        join, ping, silence, transit, Duration.ofMillis(200), usual.presenceEvery(), usual.retry());
  }

  @Test
  void L6_who_does_not_join_in_time_is_sent_away() {
    limited(
        limits(t -> times(Duration.ofMillis(100), t.pingEvery(), t.silence(), t.welcomeTransit())));
    var ana = world.open(ANA);

    assertThat(ana.next().string("code")).isEqualTo("unjoined");
    assertThat(ana.closeCode()).isEqualTo(1000);
  }

  @Test
  void L6_who_joined_is_not_sent_away() {
    limited(
        limits(t -> times(Duration.ofMillis(300), t.pingEvery(), t.silence(), t.welcomeTransit())));
    var ana = world.join(ANA);
    var late = world.open(BEN);

    assertThat(late.next().string("code")).isEqualTo("unjoined");
    ana.hasNothingElse();
  }

  @Test
  void L18_one_who_does_not_read_is_cut_off_and_the_others_go_on() {
    limited(
        new SessionLimits(
            0,
            0,
            0,
            0,
            0,
            times(
                Times.USUAL.joinWithin(),
                Times.USUAL.pingEvery(),
                Times.USUAL.silence(),
                Times.USUAL.welcomeTransit())));
    world.addFindings(1);
    var ana = world.join(ANA);
    var slow = world.join(BEN);
    slow.stopReading();

    for (int n = 0; n < 80; n++) {
      world.editMuch("f0", 1, 45_000);
      ana.take("commits");
    }

    eventually(() -> world.live.counts().closedAsSlow() == 1);
    eventually(() -> world.live.counts().connections() == 1);
    assertThat(ana.isClosed()).isFalse();
  }

  @Test
  void L19_a_welcome_that_does_not_arrive_is_given_up() {
    limited(
        limits(t ->
            times(t.joinWithin(), Duration.ofMillis(200), t.silence(), Duration.ofMillis(300))));
    world.addFindings(60);
    for (int n = 0; n < 60; n++) {
      world.editMuch("f" + n, 1, 45_000);
    }
    var slow = world.open(BEN);
    slow.stopReading();
    slow.send("{'type':'join','client':'ben-tab-1'}");

    eventually(() -> world.live.counts().closedAsSlow() == 1);
    eventually(() -> world.live.counts().connections() == 0);
  }

  @Test
  void L19_a_large_welcome_does_not_count_as_waiting() {
    world.addFindings(60);
    for (int n = 0; n < 60; n++) {
      world.editMuch("f" + n, 1, 45_000);
    }

    var ana = world.join(ANA);

    ana.addFinding("ana-tab-1-1", "g1");
    assertThat(ana.take("commits").objects("commits")).hasSize(1);
  }

  @Test
  void L20_one_who_is_silent_is_given_up_and_one_who_answers_pings_is_not() {
    limited(
        limits(t ->
            times(
                t.joinWithin(),
                Duration.ofMillis(200),
                Duration.ofMillis(800),
                t.welcomeTransit())));
    var ana = world.join(ANA);
    var dead = world.join(BEN);
    dead.stopReading();

    eventually(() -> world.live.counts().connections() == 1);
    ana.hasNothingElse();
    assertThat(ana.isClosed()).isFalse();
  }
}
