package org.tablee.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.NOON;
import static org.tablee.table.ATable.YANN;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tablee.box.Boxes;
import org.tablee.history.ChainedCommit;
import org.tablee.history.History;
import org.tablee.store.CrashingStore;
import org.tablee.store.MemoryStore;
import org.tablee.store.Store;
import org.tablee.store.Store.Collection;
import org.tablee.table.ATable;
import org.tablee.table.ChallengeCommand.AddChallenge;
import org.tablee.table.ChallengeCommand.CloseRating;
import org.tablee.table.ChallengeCommand.OpenRating;
import org.tablee.table.ChallengeCommand.RateChallenge;
import org.tablee.table.ChallengeEvent.RatingClosed;
import org.tablee.table.ChallengeEvent.RatingGiven;
import org.tablee.table.ChallengeEvent.RatingValue;
import org.tablee.table.ChallengeId;
import org.tablee.table.ClientId;
import org.tablee.table.CommandId;
import org.tablee.table.Commit;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.RatingId;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Role;
import org.tablee.table.Score;
import org.tablee.table.Seq;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableEvent;
import org.tablee.table.TableId;
import org.tablee.table.challenge.Challenge;
import org.tablee.table.challenge.Rated;
import org.tablee.wire.StateJson;

/** Hidden ratings on their way through host, box and log: what is said, stored and never lost. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class SealingRatingsTest {
  private static final TableId TABLE = new TableId("aines");
  private static final RatingId RATING = new RatingId("first-notes");
  private static final ChallengeId BUS = new ChallengeId("bus");
  private static final ChallengeId COMPANY = new ChallengeId("company");
  private static final Answer CLOSED = new Answer.Refused(new Refusal(RefusalCode.RATING_CLOSED));

  private final MemoryStore store = new MemoryStore();
  private final Hosts hosts = hosts(store);
  private long number = 100;

  private static Hosts hosts(Store store) {
    return new Hosts(new History(store), new Boxes(store), InstantSource.fixed(NOON));
  }

  private static HostedTable withChallenges(Hosts hosts) throws Exception {
    var table = hosts.create(TABLE, ATable.create());
    for (var who : List.of(ANA, YANN)) {
      table.act(new Join(who, Role.PARTICIPANT, ATable.USERS, Presence.ROOM));
    }
    table.act(new Join(LEA, Role.FACILITATOR, null, Presence.ROOM));
    of(ask(table, ANA, id(ANA, 50), new AddChallenge(BUS, new Line("Sortir sans voiture"))));
    of(ask(table, ANA, id(ANA, 51), new AddChallenge(COMPANY, new Line("Voir du monde"))));
    return table;
  }

  private HostedTable withRating() throws Exception {
    var table = withChallenges(hosts);
    of(ask(table, LEA, new OpenRating(RATING, true)));
    return table;
  }

  private static RateChallenge rate(ChallengeId challenge, int value) {
    return new RateChallenge(RATING, challenge, new Score(value));
  }

  private CompletableFuture<Answer> ask(HostedTable table, ParticipantId by, ByMember command) {
    return ask(table, by, id(by, ++number), command);
  }

  private static CommandId id(ParticipantId by, long number) {
    return new CommandId(new ClientId(by.value() + "-tab-0001"), number);
  }

  private static CompletableFuture<Answer> ask(
      HostedTable table, ParticipantId by, CommandId id, ByMember command) {
    var answer = new CompletableFuture<Answer>();
    table.ask(by, id, command, answer::complete);
    return answer;
  }

  private static <T> T of(CompletableFuture<T> future) throws Exception {
    return future.get(20, TimeUnit.SECONDS);
  }

  private static List<Commit> stored(Store store) {
    return new History(store)
        .read(TABLE, new Seq(1), 100_000).stream().map(ChainedCommit::commit).toList();
  }

  private List<TableEvent> events() {
    return stored(store).stream().flatMap(commit -> commit.events().stream()).toList();
  }

  private List<RatingGiven> given() {
    return events().stream()
        .filter(RatingGiven.class::isInstance)
        .map(RatingGiven.class::cast)
        .toList();
  }

  private static Challenge find(HostedTable table, ChallengeId id) {
    return Objects.requireNonNull(table.position().table().challenges().find(id));
  }

  private String box() {
    return store
        .read(Collection.BOXES, "aines:first-notes")
        .map(read -> read.document().toString())
        .orElse("");
  }

  /** As anybody does it who has the log alone: the contract says how. */
  private static String commitment(RatingValue told) throws Exception {
    var value = told.value();
    var content =
        value == null
            ? "{\"type\":\"SealedScore\"}"
            : "{\"type\":\"SealedScore\",\"value\":%d}".formatted(value.value());
    var json =
        "{\"by\":\"%s\",\"content\":%s,\"salt\":\"%s\",\"slot\":\"%s\"}"
            .formatted(told.participant().value(), content, told.salt(), told.challenge().value());
    var digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void CH8_a_hidden_rating_tells_who_rated_and_not_what() throws Exception {
    var table = withRating();
    var listener = new Listener();
    table.enter(listener);

    assertThat(of(ask(table, ANA, rate(BUS, 7)))).isEqualTo(new Answer.HandedIn());

    var mark = stored(store).getLast();
    assertThat(mark.by()).isEqualTo(ParticipantId.SYSTEM);
    assertThat(given()).hasSize(1);
    assertThat(given().getFirst().challenge()).isEqualTo(BUS);
    assertThat(given().getFirst().participant()).isEqualTo(ANA);
    assertThat(given().getFirst().commitment()).matches("[0-9a-f]{64}");
    assertThat(listener.heard()).isEqualTo(List.of(mark));
    assertThat(find(table, BUS).ratings()).isEmpty();
    assertThat(box()).contains("\"value\":7");
  }

  @Test
  void CH8_nothing_that_can_be_read_depends_on_what_was_said() throws Exception {
    assertThat(readableAfter(1)).isEqualTo(readableAfter(10)).contains("RatingGiven");
  }

  /** All that is told and stored beside the box after a rating, what is random blotted out. */
  private static String readableAfter(int value) throws Exception {
    var store = new MemoryStore();
    var hosts = hosts(store);
    var table = withChallenges(hosts);
    of(ask(table, LEA, id(LEA, 1), new OpenRating(RATING, true)));
    var listener = new Listener();
    table.enter(listener);
    var command = rate(BUS, value);
    var answer = of(ask(table, ANA, id(ANA, 60), command));
    var state = StateJson.write(table.position().table());
    hosts.close();
    return Stream.of(command, answer, state, stored(store), listener.heard())
        .map(Object::toString)
        .reduce("", String::concat)
        .replaceAll("[0-9a-f]{64}|server-[0-9a-f]{16}", "#");
  }

  @Test
  void CH9_the_closing_tells_all_that_was_said_and_the_commitments_prove_it() throws Exception {
    var table = withRating();
    of(ask(table, ANA, rate(BUS, 7)));
    of(ask(table, YANN, rate(BUS, 2)));
    of(ask(table, YANN, new RateChallenge(RATING, COMPANY, null)));
    of(ask(table, ANA, rate(BUS, 9)));
    assertThat(given()).hasSize(4);

    assertThat(of(ask(table, LEA, new CloseRating(RATING)))).isInstanceOf(Answer.Stored.class);

    assertThat(find(table, BUS).ratings())
        .containsExactly(new Rated(ANA, new Score(9), NOON), new Rated(YANN, new Score(2), NOON));
    assertThat(find(table, COMPANY).ratings()).containsExactly(new Rated(YANN, null, NOON));
    var closed = (RatingClosed) events().getLast();
    for (var told : Objects.requireNonNull(closed.values())) {
      var last =
          given().stream()
              .filter(mark ->
                  mark.challenge().equals(told.challenge())
                      && mark.participant().equals(told.participant()))
              .toList()
              .getLast();
      assertThat(last.commitment()).isEqualTo(commitment(told));
    }
    // Tidied up after everybody was answered; what is asked next comes after that.
    of(ask(table, ANA, new AddChallenge(new ChallengeId("c3"), new Line("Un autre"))));
    assertThat(box()).doesNotContain("value").contains("emptied");
  }

  @Test
  void CH9_a_hidden_rating_nobody_took_part_in_is_closed_with_nothing_to_tell() throws Exception {
    var table = withRating();

    of(ask(table, LEA, new CloseRating(RATING)));

    assertThat(events().getLast()).isEqualTo(new RatingClosed(RATING, List.of()));
    assertThat(of(ask(table, ANA, rate(BUS, 7)))).isEqualTo(CLOSED);
  }

  @Test
  void CH10_what_is_asked_again_after_the_closing_is_answered_as_before() throws Exception {
    var table = withRating();
    of(ask(table, ANA, id(ANA, 207), rate(BUS, 7)));
    of(ask(table, LEA, new CloseRating(RATING)));

    assertThat(of(ask(table, ANA, id(ANA, 207), rate(BUS, 7)))).isEqualTo(new Answer.HandedIn());
    assertThat(of(ask(table, ANA, id(ANA, 208), rate(BUS, 1)))).isEqualTo(CLOSED);
    assertThat(of(ask(table, YANN, rate(BUS, 1)))).isEqualTo(CLOSED);
    assertThat(find(table, BUS).ratings()).containsExactly(new Rated(ANA, new Score(7), NOON));
  }

  static Stream<String> crashes() {
    return IntStream.range(0, 16)
        .boxed()
        .flatMap(writes -> Stream.of("before", "after").map(when -> when + " write " + writes));
  }

  /**
   * A process that ends just before or just after any one write, from the opening of a rating to
   * its end; then another one goes on, and everyone who got no answer asks again.
   */
  @ParameterizedTest
  @MethodSource("crashes")
  void CH9_SB1_SB6_a_crash_between_any_two_steps_loses_no_rating_and_doubles_none(String when)
      throws Exception {
    var _ = withChallenges(hosts);
    hosts.close();
    var steps = new LinkedHashMap<CommandId, Map.Entry<ParticipantId, ByMember>>();
    steps.put(id(LEA, 1), Map.entry(LEA, new OpenRating(RATING, true)));
    steps.put(id(ANA, 61), Map.entry(ANA, rate(BUS, 7)));
    steps.put(id(YANN, 1), Map.entry(YANN, rate(BUS, 2)));
    steps.put(id(ANA, 62), Map.entry(ANA, rate(BUS, 9)));
    steps.put(id(LEA, 2), Map.entry(LEA, new CloseRating(RATING)));
    var writes = Integer.parseInt(when.substring(when.lastIndexOf(' ') + 1));
    var crashing = new CrashingStore(store, writes, when.startsWith("after"));

    steps.keySet().removeAll(goThrough(hosts(crashing).host(TABLE), steps));
    var next = hosts(store);
    assertThat(goThrough(next.host(TABLE), steps)).containsExactlyElementsOf(steps.keySet());
    next.close();

    var again = hosts(store).host(TABLE);
    assertThat(find(again, BUS).ratings())
        .containsExactlyInAnyOrder(
            new Rated(ANA, new Score(9), NOON), new Rated(YANN, new Score(2), NOON));
    assertThat(events().stream().filter(RatingClosed.class::isInstance)).hasSize(1);
  }

  /** Asks each after the other, until one gets no answer that counts. */
  private static List<CommandId> goThrough(
      HostedTable table, Map<CommandId, Map.Entry<ParticipantId, ByMember>> steps)
      throws Exception {
    var answered = new ArrayList<CommandId>();
    for (var step : steps.entrySet()) {
      var asked = step.getValue();
      var answer = of(ask(table, asked.getKey(), step.getKey(), asked.getValue()));
      if (answer instanceof Answer.Refused(var refusal)) {
        assertThat(refusal.code()).isEqualTo(RefusalCode.STORE_UNAVAILABLE);
        return answered;
      }
      answered.add(step.getKey());
    }
    return answered;
  }

  @Test
  void C6_a_state_with_a_hidden_rating_is_written_and_read_as_it_is() throws Exception {
    var table = withRating();
    of(ask(table, ANA, rate(BUS, 7)));
    of(ask(table, YANN, rate(COMPANY, 2)));
    var state = table.position().table();

    var read =
        StateJson.read(
            StateJson.write(state), state.seq(), state.at(), state.texts(), state.memory());

    assertThat(StateJson.write(read)).isEqualTo(StateJson.write(state));
    assertThat(read.challenges().rating()).isEqualTo(state.challenges().rating());
  }
}
