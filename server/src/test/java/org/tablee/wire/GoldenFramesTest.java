package org.tablee.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.table.ClientId;
import org.tablee.table.CommandId;
import org.tablee.table.Commit;
import org.tablee.table.DiagnosisEvent.FindingWithdrawn;
import org.tablee.table.FindingId;
import org.tablee.table.Leaves;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableEvent;
import org.tablee.table.TableEvent.TextEdited;
import org.tablee.table.TextId;
import org.tablee.text.AttributeValue;
import org.tablee.text.Attributes;
import org.tablee.text.Delta;
import org.tablee.wire.ClientFrame.Do;
import org.tablee.wire.ClientFrame.Here;
import org.tablee.wire.ClientFrame.Join;
import org.tablee.wire.ClientFrame.Ping;
import org.tablee.wire.ServerFrames.Count;
import org.tablee.wire.ServerFrames.Person;

/**
 * Holds the code to one file a frame, command and event in {@code resources/wire/}, which the web
 * client's tests read as well.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenFramesTest {
  private static final String HASH =
      "4be2f1c6a3d08d5c2a7b9e01f64c8d3772a5e1b09c4d8f6e3a1b7c5d9e0f2a46";
  private static final Instant AT = Instant.ofEpochMilli(1_772_452_800_000L);
  private static final ParticipantId ANA = new ParticipantId("ana");
  private static final ParticipantId BEN = new ParticipantId("ben");
  private static final ClientId TAB = new ClientId("ana-tab-1");
  private static final FindingId F1 = new FindingId("f1");
  private static final FindingId F2 = new FindingId("f2");
  private static final TextId TEXT = new TextId("f1");
  private static final Line TITLE = new Line("Un banc à l’ombre près de l’arrêt");
  private static final Line RENAMED = new Line("Des bancs à l’ombre");
  private static final Line SOURCE = new Line("Visite du quartier, mars");
  private static final Line REASON = new Line("Le diagnostic est partagé");
  private static final Attributes BOLD = Attributes.of("bold", AttributeValue.TRUE);

  private static final List<ByMember> COMMANDS =
      Stream.of(
              GoldenTexts.COMMANDS,
              GoldenFrame.COMMANDS,
              GoldenDiagnosis.COMMANDS,
              GoldenChallenges.COMMANDS,
              GoldenRounds.COMMANDS,
              GoldenVotes.COMMANDS,
              GoldenTalk.COMMANDS,
              GoldenProposals.COMMANDS)
          .<ByMember>flatMap(List::stream)
          .toList();

  private static final List<TableEvent> EVENTS =
      Stream.of(
              GoldenMembers.EVENTS,
              GoldenTexts.EVENTS,
              GoldenFrame.EVENTS,
              GoldenDiagnosis.EVENTS,
              GoldenChallenges.EVENTS,
              GoldenRounds.EVENTS,
              GoldenVotes.EVENTS,
              GoldenTalk.EVENTS,
              GoldenProposals.EVENTS)
          .<TableEvent>flatMap(List::stream)
          .toList();

  private static final List<Person> PEOPLE =
      List.of(new Person(ANA, "Ana", "Association des usagers"), new Person(BEN, null, null));

  private static final JsonObject YOU =
      JsonObject.with()
          .field("id", "ana")
          .field("name", "Ana")
          .field("role", "facilitator")
          .field("college", "users")
          .field("table", "village")
          .build();

  @Test
  void a_join_is_read_as_the_contract_writes_it() {
    assertThat(readClient("client-join")).isEqualTo(new Join(TAB, new Seq(41), HASH));
  }

  @Test
  void where_somebody_is_is_read_as_the_contract_writes_it() {
    assertThat(readClient("client-here")).isEqualTo(new Here(new Seq(41), TEXT, 12, 3, true));
  }

  @Test
  void a_ping_is_read_as_the_contract_writes_it() {
    assertThat(readClient("client-ping")).isEqualTo(new Ping(7));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_is_read_as_the_contract_writes_it(ByMember command) {
    var frame = (Do) readClient("client-do-" + command.getClass().getSimpleName());

    assertThat(frame).isEqualTo(new Do(new CommandId(TAB, frame.id().number()), command));
  }

  @Test
  void no_command_event_or_client_frame_is_without_its_file() {
    assertThat(classes(COMMANDS)).containsExactlyInAnyOrder(subtypes(ByMember.class));
    assertThat(classes(EVENTS)).containsExactlyInAnyOrder(subtypes(TableEvent.class));
    assertThat(List.<Class<?>>of(Join.class, Do.class, Here.class, Ping.class))
        .containsExactlyInAnyOrder(subtypes(ClientFrame.class));
  }

  @ParameterizedTest
  @MethodSource("events")
  void every_event_is_written_and_read_as_the_contract_writes_it(TableEvent event) {
    var golden = golden("event-" + event.getClass().getSimpleName());

    assertThat(EventJson.write(event)).isEqualTo(golden);
    assertThat(EventJson.read(golden)).isEqualTo(event);
  }

  @Test
  void a_welcome_with_the_state_is_as_the_contract_writes_it() {
    assertThat(ServerFrames.welcome(new Seq(6), HASH, AT, YOU, PEOPLE, state(), false))
        .isEqualTo(golden("server-welcome-state"));
  }

  @Test
  void a_welcome_to_another_history_is_as_the_contract_writes_it() {
    assertThat(ServerFrames.welcome(new Seq(6), HASH, AT, YOU, PEOPLE, state(), true))
        .isEqualTo(golden("server-welcome-parted"));
  }

  @Test
  void a_welcome_with_commits_is_as_the_contract_writes_it() {
    assertThat(ServerFrames.welcome(new Seq(6), HASH, AT, YOU, PEOPLE, missed()))
        .isEqualTo(golden("server-welcome-commits"));
  }

  @Test
  void every_other_frame_of_the_server_is_as_the_contract_writes_it() {
    var id = new CommandId(TAB, 3);
    var refusal = new Refusal(RefusalCode.RATE_LIMITED, Map.of("retryInMs", "250"));

    assertThat(ServerFrames.commits(missed(), HASH)).isEqualTo(golden("server-commits"));
    assertThat(ServerFrames.done(id, new Seq(5))).isEqualTo(golden("server-done"));
    assertThat(ServerFrames.done(new CommandId(TAB, 71), null))
        .isEqualTo(golden("server-done-handed-in"));
    assertThat(ServerFrames.refused(id, refusal, Messages.of(refusal, Locale.FRENCH)))
        .isEqualTo(golden("server-refused"));
    assertThat(ServerFrames.people(PEOPLE)).isEqualTo(golden("server-people"));
    assertThat(
            ServerFrames.presence(
                new Seq(41),
                List.of(
                    new ServerFrames.Here(ANA, "f1", 12, 3, true),
                    new ServerFrames.Here(BEN, null, 0, 0, false)),
                List.of(new ParticipantId("cleo")),
                new Count(1, 1, 3)))
        .isEqualTo(golden("server-presence"));
    assertThat(ServerFrames.pong(7, AT)).isEqualTo(golden("server-pong"));
    assertThat(ServerFrames.goodbye(Goodbye.SLOW, 1_000L)).isEqualTo(golden("server-goodbye"));
  }

  private static List<Commit> missed() {
    return List.of(
        new Commit(
            new Seq(5),
            AT,
            ANA,
            new CommandId(TAB, 3),
            List.of(new TextEdited(TEXT, Delta.builder().insert("Près de l’arrêt.").build()))),
        new Commit(
            new Seq(6),
            AT.plusMillis(1),
            ANA,
            new CommandId(TAB, 4),
            List.of(new FindingWithdrawn(F1))));
  }

  private static JsonObject state() {
    var table = Table.EMPTY;
    var first =
        List.of(
            GoldenMembers.EVENTS.get(0),
            GoldenMembers.EVENTS.get(1),
            GoldenDiagnosis.EVENTS.get(0),
            GoldenDiagnosis.EVENTS.get(3));
    for (int at = 0; at < first.size(); at++) {
      var id = new CommandId(new ClientId("server-0"), at + 1);
      table = table.after(new Commit(new Seq(at + 1), AT, ANA, id, List.of(first.get(at))));
    }
    for (var commit : missed()) {
      table = table.after(commit);
    }
    return StateJson.write(table);
  }

  private static Stream<ByMember> commands() {
    return COMMANDS.stream();
  }

  private static Stream<TableEvent> events() {
    return EVENTS.stream();
  }

  private static List<Class<?>> classes(List<?> values) {
    Function<Object, Class<?>> type = Object::getClass;
    return values.stream().map(type).collect(Collectors.toList());
  }

  private static Class<?>[] subtypes(Class<?> sealed) {
    return Leaves.of(sealed).toArray(Class<?>[]::new);
  }

  private static ClientFrame readClient(String name) {
    return switch (ClientFrames.read(text(name))) {
      case ReadFrame.Fine(var frame) -> frame;
      case ReadFrame.Bad bad -> throw new AssertionError(name + ": " + bad);
    };
  }

  private static JsonObject golden(String name) {
    return Json.readObject(text(name));
  }

  private static String text(String name) {
    try (var file = GoldenFramesTest.class.getResourceAsStream("/wire/" + name + ".json")) {
      if (file == null) {
        throw new AssertionError("no file for " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
