package org.tablee.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.session.World.ANA;
import static org.tablee.session.World.BEN;
import static org.tablee.session.World.NOON;
import static org.tablee.session.World.OLGA;
import static org.tablee.session.World.eventually;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tablee.table.Presence;
import org.tablee.table.Role;

@ExtendWith(VertxExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AskingTest {
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

  private void limited(int perSecond, int burst, int table) {
    world.close();
    world =
        new World(
            vertx, new SessionLimits(perSecond, burst, table, 0, 0, SessionLimits.Times.USUAL));
  }

  @Test
  void L8_a_command_that_was_stored_before_is_done() {
    var ana = world.join(ANA);
    ana.addFinding("ana-tab-1-1", "f1");
    var seq = ana.take("commits").objects("commits").getFirst().number("seq");

    ana.addFinding("ana-tab-1-1", "f2");

    var done = ana.next();
    assertThat(done.string("type")).isEqualTo("done");
    assertThat(done.string("id")).isEqualTo("ana-tab-1-1");
    assertThat(done.number("seq")).isEqualTo(seq);
    assertThat(world.host().position().seq().value()).isEqualTo(seq);
  }

  @Test
  void L8_an_answer_never_overtakes_the_commits_it_rests_on() {
    var ana = world.join(ANA);
    for (int n = 1; n <= 20; n++) {
      ana.addFinding("ana-tab-1-" + n, "f" + n);
      // Refused, or done, because of the command just before.
      ana.addFinding("ana-tab-1-" + (n + 100), "f" + n);
      ana.addFinding("ana-tab-1-" + n, "f" + n);
    }

    long seen = 0;
    int answers = 0;
    while (answers < 40) {
      var frame = ana.next();
      switch (frame.string("type")) {
        case "commits" -> seen = frame.objects("commits").getLast().number("seq") - World.FIRST_SEQ;
        case "done" -> {
          answers++;
          assertThat(frame.number("seq") - World.FIRST_SEQ).isLessThanOrEqualTo(seen);
        }
        case "refused" -> {
          answers++;
          var number = Long.parseLong(frame.string("id").substring("ana-tab-1-".length()));
          assertThat(frame.string("code")).isEqualTo("command.invalid");
          assertThat(number - 100).isLessThanOrEqualTo(seen);
        }
        default -> throw new AssertionError(frame.toString());
      }
    }
  }

  @Test
  void L9_a_refusal_reaches_only_the_one_who_asked_in_its_language() {
    var ana = world.join(ANA);
    var ben = world.join(BEN);

    ben.command("ben-tab-1-1", "{'type':'MovePhase','phase':'debate'}");

    var refused = ben.next();
    assertThat(refused.string("type")).isEqualTo("refused");
    assertThat(refused.string("id")).isEqualTo("ben-tab-1-1");
    assertThat(refused.string("code")).isEqualTo("rights.role");
    assertThat(refused.string("message")).isEqualTo("Your role at this table does not allow this.");
    ana.hasNothingElse();
    assertThat(world.host().position().seq().value()).isEqualTo(World.FIRST_SEQ);
  }

  @Test
  void L10_a_command_under_another_client_is_a_broken_frame() {
    var ana = world.join(ANA);

    ana.addFinding("ben-tab-1-1", "f1");

    var refused = ana.next();
    assertThat(refused.string("code")).isEqualTo("frame.invalid");
    assertThat(refused.string("id")).isEqualTo("ben-tab-1-1");
    assertThat(world.host().position().seq().value()).isEqualTo(World.FIRST_SEQ);
  }

  @Test
  void L10_a_leap_in_the_numbers_is_accepted() {
    var ana = world.join(ANA);
    ana.addFinding("ana-tab-1-9007199254740991", "f1");

    assertThat(ana.next().string("type")).isEqualTo("commits");
  }

  @Test
  void L10_commands_sent_before_the_welcome_wait_for_it() {
    var ana = world.open(ANA);
    ana.send("{'type':'join','client':'ana-tab-1'}");
    ana.addFinding("ana-tab-1-1", "f1");

    assertThat(ana.next().number("seq")).isEqualTo(World.FIRST_SEQ);
    assertThat(ana.next().string("type")).isEqualTo("commits");
  }

  @Test
  void L14_a_participant_is_limited_over_all_its_connections() {
    limited(1, 3, 0);
    var one = world.join(BEN);
    var two = world.open(BEN);
    two.send("{'type':'join','client':'ben-tab-2'}");
    two.take("welcome");
    var ana = world.join(ANA);
    for (int n = 1; n <= 3; n++) {
      one.addFinding("ben-tab-1-" + n, "f" + n);
      one.take("commits");
    }

    two.addFinding("ben-tab-2-1", "g1");

    var refused = two.take("refused");
    assertThat(refused.string("code")).isEqualTo("rate.limited");
    assertThat(refused.string("id")).isEqualTo("ben-tab-2-1");
    assertThat(refused.object("params").number("retryInMs")).isBetween(1L, 1_000L);
    ana.addFinding("ana-tab-1-1", "h1");
    eventually(() -> world.host().position().seq().value() == World.FIRST_SEQ + 4);
  }

  @Test
  void L14_who_comes_back_at_once_goes_on_with_what_was_left() {
    limited(1, 30, 0);
    var ben = world.join(BEN);
    for (int n = 1; n <= 30; n++) {
      ben.addFinding("ben-tab-1-" + n, "f" + n);
      ben.take("commits");
    }
    World.await(ben.socket.close());
    eventually(() -> world.live.counts().connections() == 0);

    var again = world.join(BEN);
    for (int n = 31; n <= 60; n++) {
      again.addFinding("ben-tab-1-" + n, "f" + n);
    }

    assertThat(again.take("refused").string("code")).isEqualTo("rate.limited");
  }

  @Test
  void L33_a_late_edit_is_taken_and_counts_as_many_commands_as_it_costs() {
    limited(1, 3, 0);
    world.addFindings(1);
    var base = world.host().position().seq().value();
    for (int n = 0; n < 1_500; n++) {
      world.insert("f0", 0, n % 2 == 0 ? "a" : "b");
    }
    var ben = world.join(BEN);
    ben.command("ben-tab-1-1", late(base, "{'insert':'x'}"));
    ben.take("commits");

    // A thousand ops over 1,500 changes: fifteen commands' worth, besides itself.
    var ops = "{'insert':'x'},{'insert':'y','attributes':{'bold':true}},".repeat(500);
    ben.command("ben-tab-1-2", late(base, ops.substring(0, ops.length() - 1)));
    ben.take("commits");
    ben.addFinding("ben-tab-1-3", "g1");

    var refused = ben.take("refused");
    assertThat(refused.string("id")).isEqualTo("ben-tab-1-3");
    assertThat(refused.string("code")).isEqualTo("rate.limited");
    assertThat(refused.object("params").number("retryInMs")).isBetween(2_000L, 16_000L);
    var ana = world.join(ANA);
    ana.addFinding("ana-tab-1-1", "h1");
    ana.take("commits");
  }

  private static String late(long base, String ops) {
    return "{'type':'EditText','text':'f0','base':%d,'delta':{'ops':[%s]}}".formatted(base, ops);
  }

  @Test
  void L15_a_table_is_limited_over_all_its_participants() {
    limited(0, 0, 2);
    var ana = world.join(ANA);
    var ben = world.join(BEN);
    ana.addFinding("ana-tab-1-1", "f1");
    ana.take("commits");
    ana.addFinding("ana-tab-1-2", "f2");
    ana.take("commits");

    ben.addFinding("ben-tab-1-1", "f3");

    assertThat(ben.take("refused").string("code")).isEqualTo("rate.limited");
  }

  @Test
  void L21_a_ping_is_answered_with_the_time() {
    var ana = world.join(ANA);
    ana.send("{'type':'ping','n':42}");

    var pong = ana.next();
    assertThat(pong.number("n")).isEqualTo(42);
    assertThat(pong.number("at")).isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void L22_an_observer_sees_everything_does_nothing_and_is_no_commit() {
    var olga = world.join(OLGA);
    var ana = world.join(ANA);

    olga.addFinding("olga-tab-1-1", "f1");
    assertThat(olga.next().string("code")).isEqualTo("rights.role");
    ana.addFinding("ana-tab-1-1", "f1");

    assertThat(olga.next().objects("commits").getFirst().number("seq"))
        .isEqualTo(World.FIRST_SEQ + 1);
  }

  @Test
  void L22_a_role_that_was_raised_holds_from_the_next_command() {
    var ben = world.join(BEN);
    ben.command("ben-tab-1-1", "{'type':'MovePhase','phase':'debate'}");
    assertThat(ben.next().string("code")).isEqualTo("rights.role");

    world.seat(BEN, Role.FACILITATOR, Presence.REMOTE);
    ben.take("commits");
    ben.command("ben-tab-1-2", "{'type':'MovePhase','phase':'debate','reason':'On avance'}");

    assertThat(ben.take("commits").objects("commits").getFirst().string("id"))
        .isEqualTo("ben-tab-1-2");
  }

  @Test
  void L22_the_author_is_the_connections_participant() {
    var ben = world.join(BEN);
    ben.send(
        "{'type':'do','id':'ben-tab-1-1','by':'ana',"
            + "'command':{'type':'WithdrawFinding','finding':'f1'}}");
    assertThat(ben.next().string("code")).isEqualTo("frame.invalid");
    ben.command(
        "ben-tab-1-2",
        "{'type':'AddFinding','finding':'f1','kind':'need','title':'x','author':'ana'}");
    var refused = ben.next();
    assertThat(refused.string("code")).isEqualTo("command.invalid");
    assertThat(refused.object("params").string("field")).isEqualTo("/author");
    ben.addFinding("ben-tab-1-3", "f1");

    assertThat(ben.next().objects("commits").getFirst().string("by")).isEqualTo("ben");
  }
}
