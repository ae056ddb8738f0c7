package org.tablee.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tablee.history.History;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonArray;
import org.tablee.json.JsonValue.JsonBoolean;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.session.SessionLimits.Times;
import org.tablee.table.CollegeId;
import org.tablee.table.Commit;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.RandomCommands;
import org.tablee.table.RandomRounds;
import org.tablee.table.RandomVotes;
import org.tablee.table.Role;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.wire.CommandJson;
import org.tablee.wire.CommitJson;
import org.tablee.wire.StateJson;

/**
 * Eight members of four colleges ask for everything there is to ask for, in and out of season,
 * rightly and wrongly, on lines that break.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(60)
class DeliberatingTest {
  private static final int TURNS = 200;
  private static final SessionLimits WITHOUT_PACE =
      new SessionLimits(0, 0, 0, 20_000, 5, Times.USUAL);
  private static final List<Map.Entry<Role, String>> SEATS =
      List.of(
          entry(Role.FACILITATOR, "administration"),
          entry(Role.FACILITATOR, "inhabitants"),
          entry(Role.SCRIBE, "services"),
          entry(Role.PARTICIPANT, "services"),
          entry(Role.PARTICIPANT, "users"),
          entry(Role.PARTICIPANT, "users"),
          entry(Role.PARTICIPANT, "inhabitants"),
          entry(Role.OBSERVER, "administration"));

  private final Vertx vertx = Vertx.vertx();
  private final Set<String> done = new HashSet<>();
  private final Set<String> refused = new HashSet<>();
  private PageFold pageFold;

  /** Two hundred, or the one that {@code -Dseed=} names. */
  static LongStream seeds() {
    var one = Long.getLong("seed");
    return one == null ? LongStream.range(0, 200) : LongStream.of(one);
  }

  @BeforeAll
  void start() throws IOException {
    pageFold = PageFold.start();
  }

  /** A kind of command that is added later is not forgotten here: the test fails without it. */
  @AfterAll
  void stop() {
    pageFold.close();
    World.await(vertx.close());
    if (Long.getLong("seed") == null) {
      var every = kinds(ByMember.class).toList();
      assertThat(done).as("kinds that were accepted").containsAll(every);
      assertThat(refused).as("kinds that were refused").containsAll(every);
    }
  }

  private static Stream<String> kinds(Class<?> kind) {
    return kind.isSealed()
        ? Stream.of(kind.getPermittedSubclasses()).flatMap(DeliberatingTest::kinds)
        : Stream.of(kind.getSimpleName());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void L34_whatever_eight_members_ask_all_end_with_the_same_table(long seed) {
    try (var world = new World(vertx, WITHOUT_PACE)) {
      var members = seated(world);
      live(seed, members);
      members.forEach(Replica::hear);
      var last = settle(world, members);

      var state = StateJson.write(last);
      var stored = stored(world.history);
      for (var member : members) {
        assertThat(member.hash()).isEqualTo(world.host().position().hash());
        assertThat(StateJson.write(member.table())).as(member.who.value()).isEqualTo(state);
      }
      assertThat(StateJson.write(folded(stored))).as("the fold of the history").isEqualTo(state);
      foldAsThePageDoes(stored, members, state);
      answeredOnce(stored, members);
      for (var member : members) {
        member.acknowledged.keySet().forEach(id -> done.add(member.kindOf(id)));
        member.handedIn.forEach(id -> done.add(member.kindOf(id)));
        member.refused.keySet().forEach(id -> refused.add(member.kindOf(id)));
      }
    }
  }

  private static List<Replica> seated(World world) {
    var members = new ArrayList<Replica>();
    for (int place = 0; place < SEATS.size(); place++) {
      var who = new ParticipantId("member" + place);
      var seat = SEATS.get(place);
      world.seat(who, seat.getKey(), new CollegeId(seat.getValue()), Presence.ROOM);
      var member = new Replica(world, who);
      member.join(false);
      members.add(member);
    }
    return members;
  }

  private static void live(long seed, List<Replica> members) {
    var random = new SplittableRandom(seed);
    var commands = new ArrayList<RandomCommands>();
    var rounds = new ArrayList<RandomRounds>();
    var votes = new ArrayList<RandomVotes>();
    for (var member : members) {
      commands.add(new RandomCommands(random.nextLong()));
      rounds.add(new RandomRounds(random.nextLong(), member.who.value()));
      votes.add(new RandomVotes(random.split(), member.who.value()));
    }
    for (int turn = 0; turn < TURNS; turn++) {
      // What only facilitators may ask is to come about as well.
      int place = random.nextInt(3) == 0 ? random.nextInt(2) : random.nextInt(members.size());
      var member = members.get(place);
      if (member.isHere()) {
        if (random.nextInt(3) > 0) {
          member.hear();
        }
        if (random.nextInt(12) == 0) {
          member.cut();
        }
      } else if (random.nextBoolean()) {
        member.join(random.nextInt(4) > 0);
      }
      var seen = member.table();
      var command =
          switch (random.nextInt(12)) {
            case 0, 1 -> rounds.get(place).next(seen);
            case 2 -> votes.get(place).next(seen);
            default -> commands.get(place).next(seen);
          };
      var json = CommandJson.write(command);
      var kind = command.getClass().getSimpleName();
      member.ask(kind, random.nextInt(12) == 0 ? spoilt(json, random) : json);
    }
    for (var member : members) {
      if (!member.isHere()) {
        member.join(true);
      }
    }
  }

  /** The same command with something wrong about it, as a faulty or a hostile client sends it. */
  private static JsonObject spoilt(JsonObject command, SplittableRandom random) {
    var names = List.copyOf(command.fields().keySet());
    var name = names.get(random.nextInt(names.size()));
    var wrong =
        List.<JsonValue>of(
            new JsonString("\u0000"),
            new JsonString("x".repeat(3_000)),
            new JsonNumber(-1),
            new JsonBoolean(true),
            new JsonArray(List.of(new JsonNumber(1))),
            JsonObject.EMPTY);
    return switch (random.nextInt(3)) {
      case 0 -> command.without(name);
      case 1 -> command.and("unheard", new JsonNumber(1));
      default -> command.without(name).and(name, wrong.get(random.nextInt(wrong.size())));
    };
  }

  /** Until nobody has anything to hear; answers to some may be commits for others. */
  private static Table settle(World world, List<Replica> members) {
    members.forEach(member -> member.settle(Seq.NONE));
    var last = world.host().position().table();
    members.forEach(member -> member.settle(last.seq()));
    return last;
  }

  private static List<Commit> stored(History history) {
    var stored = new ArrayList<Commit>();
    var next = Seq.NONE.next();
    while (true) {
      var page = history.read(World.TABLE, next, History.PAGE_MAX);
      if (page.isEmpty()) {
        return stored;
      }
      page.forEach(chained -> stored.add(chained.commit()));
      next = stored.getLast().seq().next();
    }
  }

  private static Table folded(List<Commit> commits) {
    var table = Table.EMPTY;
    for (var commit : commits) {
      table = table.after(commit);
    }
    return table;
  }

  /** The client folds by code of its own: from the beginning, and from wherever members began. */
  private void foldAsThePageDoes(List<Commit> stored, List<Replica> members, JsonObject state) {
    var all = stored.stream().map(CommitJson::write).toList();
    assertThat(pageFold.fold(new Replica.Heard(null, all))).as("the page's fold").isEqualTo(state);
    for (var member : members) {
      assertThat(pageFold.fold(member.heard())).as(member.who.value()).isEqualTo(state);
    }
  }

  private static void answeredOnce(List<Commit> stored, List<Replica> members) {
    var seqs = new HashMap<String, Long>();
    for (var commit : stored) {
      if (!commit.by().equals(ParticipantId.SYSTEM)) {
        var seq = commit.seq().value();
        assertThat(seqs.put(commit.id().toString(), seq)).as("stored twice").isNull();
      }
    }
    var acknowledged = new TreeMap<String, Long>();
    var untraced = new HashSet<String>();
    for (var member : members) {
      acknowledged.putAll(member.acknowledged);
      untraced.addAll(member.refused.keySet());
      untraced.addAll(member.handedIn);
    }
    assertThat(acknowledged).isEqualTo(new TreeMap<>(seqs));
    assertThat(untraced).doesNotContainAnyElementsOf(seqs.keySet());
  }

  /** The fold of the web client, in a process of its own. */
  private record PageFold(Process process, BufferedReader answers) implements AutoCloseable {
    static PageFold start() throws IOException {
      var script = Path.of("..", "web-client", "scripts", "fold.mjs").toAbsolutePath().normalize();
      var process =
          new ProcessBuilder("node", script.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return new PageFold(process, process.inputReader(UTF_8));
    }

    JsonObject fold(Replica.Heard heard) {
      var json =
          JsonObject.with().field("state", heard.state()).field("commits", heard.commits()).build();
      try {
        process.getOutputStream().write((Json.write(json) + "\n").getBytes(UTF_8));
        process.getOutputStream().flush();
        var answer = answers.readLine();
        if (answer == null) {
          throw new AssertionError("the page's fold ended");
        }
        return Json.readObject(answer);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
