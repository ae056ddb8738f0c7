package org.tablee.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.NOON;
import static org.tablee.table.ATable.YANN;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tablee.box.Boxes;
import org.tablee.history.ChainedCommit;
import org.tablee.history.History;
import org.tablee.store.CrashingStore;
import org.tablee.store.MemoryStore;
import org.tablee.store.MemoryStore.Lost;
import org.tablee.store.Store;
import org.tablee.store.Store.Collection;
import org.tablee.store.Store.Direction;
import org.tablee.table.ATable;
import org.tablee.table.BoxId;
import org.tablee.table.ClientId;
import org.tablee.table.CommandId;
import org.tablee.table.Commit;
import org.tablee.table.Decision;
import org.tablee.table.DeviceKey;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.FindingId;
import org.tablee.table.FindingKind;
import org.tablee.table.Given;
import org.tablee.table.Hand;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Role;
import org.tablee.table.RoundCommand.CloseRound;
import org.tablee.table.RoundCommand.DropRound;
import org.tablee.table.RoundCommand.HandIn;
import org.tablee.table.RoundCommand.OpenRound;
import org.tablee.table.RoundCommand.RevealRound;
import org.tablee.table.RoundEvent.Entry;
import org.tablee.table.RoundEvent.RoundClosed;
import org.tablee.table.RoundEvent.RoundRevealed;
import org.tablee.table.RoundEvent.SheetHandedIn;
import org.tablee.table.RoundId;
import org.tablee.table.RoundKind;
import org.tablee.table.Seq;
import org.tablee.table.Sheet;
import org.tablee.table.Slot;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableEvent;
import org.tablee.table.TableId;
import org.tablee.table.TableRules;
import org.tablee.table.round.Round;
import org.tablee.table.round.RoundState;

/** Rounds on their way through host, box and log: what is said, stored and never lost. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class SealingRoundsTest {
  private static final TableId TABLE = new TableId("aines");
  private static final RoundId ROUND = new RoundId("doubts");
  private static final ParticipantId KIM = new ParticipantId("kim");
  private static final ParticipantId NOE = new ParticipantId("noe");
  private static final List<ParticipantId> WRITERS = List.of(ANA, YANN, KIM, NOE);
  private static final Answer CLOSED = new Answer.Refused(new Refusal(RefusalCode.ROUND_CLOSED));

  private final MemoryStore store = new MemoryStore();
  private final Hosts hosts = hosts(store);
  private long number;

  private static Hosts hosts(Store store) {
    return new Hosts(new History(store), new Boxes(store), InstantSource.fixed(NOON));
  }

  static LongStream seeds() {
    var seed = Long.getLong("seed");
    return seed == null ? LongStream.range(0, 60) : LongStream.of(seed);
  }

  private static HostedTable withMembers(Hosts hosts) {
    var table = hosts.create(TABLE, ATable.create());
    for (var who : WRITERS) {
      table.act(new Join(who, Role.PARTICIPANT, ATable.USERS, Presence.ROOM));
    }
    table.act(new Join(LEA, Role.FACILITATOR, null, Presence.ROOM));
    return table;
  }

  private HostedTable withRound(boolean anonymous) throws Exception {
    var table = withMembers(hosts);
    assertThat(of(ask(table, LEA, open(anonymous)))).isInstanceOf(Answer.Stored.class);
    return table;
  }

  private static OpenRound open(boolean anonymous) {
    return new OpenRound(
        ROUND, RoundKind.DOUBTS, new Line("Qu’est-ce qui inquiète ?"), anonymous, 300);
  }

  private static HandIn handIn(ParticipantId by, String... lines) {
    return handIn(new DeviceKey("secret-of-the-device-of-" + by.value()), lines);
  }

  private static HandIn handIn(DeviceKey key, String... lines) {
    return new HandIn(ROUND, key, Stream.of(lines).map(Line::new).toList());
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

  private List<Commit> stored() {
    return new History(store)
        .read(TABLE, new Seq(1), 100_000).stream().map(ChainedCommit::commit).toList();
  }

  private List<TableEvent> events() {
    return stored().stream().flatMap(commit -> commit.events().stream()).toList();
  }

  private static Round round(HostedTable table) {
    return Objects.requireNonNull(table.position().table().rounds().find(ROUND));
  }

  private static List<String> told(Round round) {
    return round.entries().stream().map(Entry::text).map(Line::value).sorted().toList();
  }

  private String box() {
    return store
        .read(Collection.BOXES, "aines:doubts")
        .map(read -> read.document().toString())
        .orElse("");
  }

  @Test
  void SB1_a_sheet_is_handed_in_then_marked_and_answered_without_a_number() throws Exception {
    var table = withRound(true);
    var listener = new Listener();
    table.enter(listener);

    assertThat(of(ask(table, ANA, handIn(ANA, "Le dimanche")))).isEqualTo(new Answer.HandedIn());

    var mark = stored().getLast();
    assertThat(mark.by()).isEqualTo(ParticipantId.SYSTEM);
    assertThat(mark.events()).isEqualTo(List.of(new SheetHandedIn(ROUND, ANA)));
    assertThat(mark.id().client().value()).startsWith("server-");
    assertThat(listener.heard()).isEqualTo(List.of(mark));
    assertThat(box()).contains("Le dimanche");
  }

  @Test
  void SB2_a_sheet_that_is_changed_or_handed_in_again_leaves_no_second_mark() throws Exception {
    var table = withRound(true);
    of(ask(table, ANA, id(ANA, 7), handIn(ANA, "Le dimanche")));
    var seq = table.position().seq();

    for (int times = 0; times < 2; times++) {
      assertThat(of(ask(table, ANA, id(ANA, 7), handIn(ANA, "Le dimanche"))))
          .isEqualTo(new Answer.HandedIn());
      assertThat(of(ask(table, ANA, id(ANA, 9), handIn(ANA, "Le samedi"))))
          .isEqualTo(new Answer.HandedIn());
    }

    assertThat(table.position().seq()).isEqualTo(seq);
    assertThat(box()).contains("Le samedi").doesNotContain("Le dimanche");
  }

  @Test
  void SB3_another_device_of_the_same_member_changes_nothing() throws Exception {
    var table = withRound(true);
    of(ask(table, ANA, handIn(ANA, "Le dimanche")));
    var other = new DeviceKey("secret-of-the-phone-of-ana");

    assertThat(of(ask(table, ANA, handIn(other, "Le samedi"))))
        .isEqualTo(new Answer.Refused(new Refusal(RefusalCode.BOX_OTHER)));
    assertThat(of(ask(table, YANN, handIn(ANA, "À sa place"))))
        .isEqualTo(new Answer.Refused(Refusal.ofField("/key")));
    assertThat(box()).contains("Le dimanche").doesNotContain("Le samedi", "place");
  }

  @Test
  void SB3_in_a_named_round_any_device_of_the_member_does() throws Exception {
    var table = withRound(false);
    of(ask(table, ANA, handIn(ANA, "Le dimanche")));

    of(ask(table, ANA, handIn(new DeviceKey("secret-of-the-phone-of-ana"), "Le samedi")));
    of(ask(table, LEA, new RevealRound(ROUND)));

    var entries = round(table).entries();
    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst().by()).isEqualTo(ANA);
    assertThat(entries.getFirst().text()).isEqualTo(new Line("Le samedi"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void SB5_a_host_that_does_not_know_of_the_closing_puts_nothing_in(boolean isRevealed)
      throws Exception {
    var table = withRound(false);
    of(ask(table, ANA, handIn(ANA, "Le dimanche")));
    var asleep = hosts(store).host(TABLE);
    of(ask(table, LEA, isRevealed ? new RevealRound(ROUND) : new CloseRound(ROUND)));
    // Answered after the box was tidied up.
    of(ask(table, ANA, add("f1")));
    var before = box();

    assertThat(of(ask(asleep, YANN, handIn(YANN, "Trop tard")))).isEqualTo(CLOSED);
    assertThat(of(ask(asleep, ANA, handIn(ANA, "Trop tard")))).isEqualTo(CLOSED);
    assertThat(box()).isEqualTo(before);
    assertThat(asleep.position().seq()).isEqualTo(table.position().seq());
  }

  @Test
  void SB5_nothing_comes_in_while_a_closing_is_on_its_way_into_the_log() throws Exception {
    var table = withRound(false);
    of(ask(table, ANA, handIn(ANA, "Le dimanche")));
    var other = hosts(store).host(TABLE);
    var hold = store.holdNextInsert();
    var closing = ask(table, LEA, new CloseRound(ROUND));
    hold.awaitArrival();

    // Not the last word: the closing may yet come to nothing.
    assertThat(of(ask(other, YANN, handIn(YANN, "Trop tard"))))
        .isEqualTo(new Answer.Refused(new Refusal(RefusalCode.STORE_UNAVAILABLE)));
    hold.release();

    assertThat(of(closing)).isInstanceOf(Answer.Stored.class);
    assertThat(of(ask(other, YANN, handIn(YANN, "Trop tard")))).isEqualTo(CLOSED);
  }

  @Test
  void SB6_marks_that_were_left_out_stand_before_the_closing() throws Exception {
    var table = withRound(false);
    // As a host leaves it that ends between the box and the log.
    for (var who : List.of(YANN, ANA)) {
      var given = new org.tablee.table.Given(who, org.tablee.table.Slot.ONLY);
      new Boxes(store)
          .put(
              TABLE,
              new BoxId("doubts"),
              id(who, 1),
              new org.tablee.table.Hand.Signed(given),
              new org.tablee.table.Sheet(List.of(new Line("Le dimanche"))),
              () -> {});
    }

    of(ask(table, LEA, new RevealRound(ROUND)));

    var last = stored().subList(stored().size() - 2, stored().size());
    assertThat(last.getFirst().by()).isEqualTo(ParticipantId.SYSTEM);
    assertThat(last.getFirst().events())
        .isEqualTo(List.of(new SheetHandedIn(ROUND, ANA), new SheetHandedIn(ROUND, YANN)));
    assertThat(last.getLast().by()).isEqualTo(LEA);
    assertThat(round(table).entries()).hasSize(2);
  }

  @Test
  void SB7_a_box_is_emptied_once_what_was_in_it_is_told_or_dropped() throws Exception {
    for (var end : List.<ByMember>of(new RevealRound(ROUND), new DropRound(ROUND))) {
      var fresh = new MemoryStore();
      var table = withMembers(hosts(fresh));
      of(ask(table, LEA, open(false)));
      of(ask(table, ANA, handIn(ANA, "Le dimanche")));
      assertThat(of(ask(table, LEA, end))).isInstanceOf(Answer.Stored.class);
      // Tidied up after everybody was answered; what is asked next comes after that.
      of(ask(table, ANA, add("f1")));

      var box = fresh.read(Collection.BOXES, "aines:doubts").orElseThrow().document();
      assertThat(box.toString()).doesNotContain("Le dimanche");
      assertThat(box.isTrue("emptied")).isTrue();
    }
  }

  private static AddFinding add(String id) {
    return new AddFinding(new FindingId(id), FindingKind.NEED, new Line("La navette"));
  }

  @Test
  void SB7_what_another_host_told_is_emptied_by_whoever_hears_of_it() throws Exception {
    var table = withRound(false);
    of(ask(table, ANA, handIn(ANA, "Le dimanche")));
    var history = new History(store);
    var position = history.open(TABLE).position();
    var told = List.<TableEvent>of(new RoundRevealed(ROUND, List.of()));
    history.append(
        TABLE,
        position,
        List.of(new Commit(position.seq().next(), NOON, LEA, id(LEA, 99), told)),
        () -> {});
    of(ask(table, ANA, add("f1")));
    of(ask(table, ANA, add("f2")));

    assertThat(box()).doesNotContain("Le dimanche");
  }

  @Test
  void SB8_while_the_store_is_silent_everyone_reads_that_it_is_saving() throws Exception {
    var table = withRound(true);
    var listener = new Listener();
    table.enter(listener);
    of(ask(table, ANA, handIn(ANA, "Le dimanche")));
    store.loseNextWrites(2, Lost.REQUEST);

    var answer = ask(table, ANA, handIn(ANA, "Le samedi"));
    listener.awaitSaving();

    assertThat(of(answer)).isEqualTo(new Answer.HandedIn());
    assertThat(box()).contains("Le samedi");
  }

  @Test
  void SB9_a_closing_that_a_newer_state_refuses_leaves_the_box_open() throws Exception {
    var table = withRound(false);
    of(ask(table, ANA, handIn(ANA, "Le dimanche")));
    // The same command, stored by another host that did not close this box: it is not asked again.
    var history = new History(store);
    var position = history.open(TABLE).position();
    history.append(
        TABLE,
        position,
        List.of(
            new Commit(
                position.seq().next(),
                NOON,
                LEA,
                id(LEA, 50),
                List.of(
                    new org.tablee.table.FrameEvent.ListOpened(
                        org.tablee.table.ListName.FINDINGS)))),
        () -> {});

    assertThat(of(ask(table, LEA, id(LEA, 50), new CloseRound(ROUND))))
        .isInstanceOf(Answer.Repeated.class);

    assertThat(of(ask(table, YANN, handIn(YANN, "Le bus")))).isEqualTo(new Answer.HandedIn());
  }

  @Test
  void SB10_a_box_that_cannot_be_read_is_refused_and_the_table_goes_on() throws Exception {
    var table = withRound(true);
    of(ask(table, ANA, handIn(ANA, "Le dimanche")));
    store.damage(Collection.BOXES, "aines:doubts");

    for (var again : List.of(table, hosts(store).host(TABLE))) {
      assertThat(of(ask(again, YANN, handIn(YANN, "Le bus"))))
          .isEqualTo(new Answer.Refused(new Refusal(RefusalCode.SERVER_FAULT)));
      assertThat(of(ask(again, ANA, add("f" + number)))).isInstanceOf(Answer.Stored.class);
    }
  }

  /** A host whose rules decide a command that they would otherwise refuse as if by a bug. */
  private HostedTable failing(Class<? extends ByMember> on, Decision decision) {
    return new Hosts(
            new History(store),
            new Boxes(store),
            InstantSource.fixed(NOON),
            (table, by, id, command) ->
                on.isInstance(command) ? decision : TableRules.decide(table, by, id, command))
        .host(TABLE);
  }

  private static void assertGoesOn(HostedTable table, CompletableFuture<Answer> failed)
      throws Exception {
    assertThat(of(failed)).isEqualTo(new Answer.Refused(new Refusal(RefusalCode.SERVER_FAULT)));
    assertThat(of(ask(table, YANN, id(YANN, 90), handIn(YANN, "Le bus"))))
        .isEqualTo(new Answer.HandedIn());
    assertThat(of(ask(table, ANA, id(ANA, 90), add("f90")))).isInstanceOf(Answer.Stored.class);
  }

  @Test
  void SB11_a_handing_in_that_our_own_code_fails_on_is_refused_and_the_table_goes_on()
      throws Exception {
    withRound(true);
    var sheet = handIn(ANA, "Le dimanche");
    var hand = new Hand.Unsigned(new Given(ANA, Slot.ONLY), sheet.key());
    // No state knows this box, so that no mark of it can be made.
    var nowhere = new BoxId("nowhere");
    var table =
        failing(
            CloseRound.class,
            new Decision.PutIn(
                nowhere, hand, new Sheet(sheet.entries()), RefusalCode.ROUND_CLOSED));
    var listener = new Listener();
    table.enter(listener);

    assertGoesOn(table, ask(table, ANA, new CloseRound(ROUND)));
    assertThat(listener.isLetGo()).isFalse();
  }

  @Test
  void SB11_a_closing_that_our_own_code_fails_on_leaves_the_box_open() throws Exception {
    of(ask(withRound(true), ANA, handIn(ANA, "Le dimanche")));
    var unknown = new RoundClosed(new RoundId("nowhere"));
    var table =
        failing(DropRound.class, new Decision.CloseBox(new BoxId(ROUND.value()), List.of(unknown)));
    var listener = new Listener();
    table.enter(listener);

    assertGoesOn(table, ask(table, LEA, new DropRound(ROUND)));
    assertThat(listener.isLetGo()).isFalse();
    assertThat(events()).doesNotContain(unknown);
  }

  @Test
  void SB11_a_box_that_our_own_code_fails_on_at_opening_leaves_the_table_open() throws Exception {
    of(ask(withRound(true), ANA, handIn(ANA, "Le dimanche")));
    // A box like any other, under an id that is none.
    var sound = store.read(Collection.BOXES, TABLE.value() + ":" + ROUND.value()).orElseThrow();
    store.insert(Collection.BOXES, new Store.Entry(TABLE.value() + ":", sound.document()));

    var table = hosts(store).host(TABLE);

    assertThat(of(ask(table, YANN, handIn(YANN, "Le bus")))).isEqualTo(new Answer.HandedIn());
  }

  @Test
  void SB11_where_the_log_is_in_doubt_the_table_is_let_go() throws Exception {
    var table = withRound(true);
    var listener = new Listener();
    table.enter(listener);
    // Another host was first, and what it stored cannot be read.
    of(ask(hosts(store).host(TABLE), ANA, id(ANA, 80), add("f80")));
    var last = store.range(Collection.COMMITS, " ", "~", Direction.DOWN, 1).getFirst().id();
    store.damage(Collection.COMMITS, last);

    assertThat(of(ask(table, ANA, id(ANA, 90), handIn(ANA, "Le dimanche"))))
        .isEqualTo(new Answer.Refused(new Refusal(RefusalCode.STORE_UNAVAILABLE)));

    listener.awaitLettingGo();
    assertThat(box()).contains("Le dimanche");
  }

  @Test
  void what_stands_before_a_handing_in_is_stored_first_and_what_follows_after() throws Exception {
    var table = withRound(true);
    var hold = store.holdNextInsert();
    var first = ask(table, ANA, add("f0"));
    hold.awaitArrival();
    var answers = new ArrayList<CompletableFuture<Answer>>();
    answers.add(ask(table, ANA, add("f1")));
    answers.add(ask(table, ANA, handIn(ANA, "Le dimanche")));
    answers.add(ask(table, ANA, add("f2")));
    answers.add(ask(table, YANN, handIn(YANN, "Le bus")));
    hold.release();

    of(first);
    for (var answer : answers) {
      of(answer);
    }
    assertThat(events().subList(events().size() - 5, events().size()))
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "FindingAdded", "FindingAdded", "SheetHandedIn", "FindingAdded", "SheetHandedIn");
  }

  static Stream<String> crashes() {
    return IntStream.range(0, 30)
        .boxed()
        .flatMap(writes -> Stream.of("before", "after").map(when -> when + " write " + writes));
  }

  /**
   * A process that ends just before or just after any one write, from the opening of a round to its
   * end; then another one goes on, and everyone who got no answer asks again.
   */
  @ParameterizedTest
  @MethodSource("crashes")
  void SB1_SB2_SB6_SB7_a_crash_between_any_two_steps_loses_no_sheet_and_doubles_none(String when)
      throws Exception {
    withMembers(hosts).act(new Join(LEA, Role.FACILITATOR, null, Presence.ROOM));
    hosts.close();
    var steps = new LinkedHashMap<CommandId, Map.Entry<ParticipantId, ByMember>>();
    steps.put(id(LEA, 1), Map.entry(LEA, open(true)));
    for (var who : WRITERS) {
      steps.put(id(who, 1), Map.entry(who, handIn(who, "Premier de " + who.value())));
    }
    steps.put(id(ANA, 2), Map.entry(ANA, handIn(ANA, "Second de ana", "Et encore")));
    steps.put(id(LEA, 2), Map.entry(LEA, new CloseRound(ROUND)));
    steps.put(id(LEA, 3), Map.entry(LEA, new RevealRound(ROUND)));
    var writes = Integer.parseInt(when.substring(when.lastIndexOf(' ') + 1));
    var crashing = new CrashingStore(store, writes, when.startsWith("after"));

    var answered = goThrough(hosts(crashing).host(TABLE), steps);
    if (crashing.isOver()) {
      assertThat(answered).hasSizeLessThan(steps.size() + 1);
    }
    steps.keySet().removeAll(answered);
    var next = hosts(store);
    assertThat(goThrough(next.host(TABLE), steps)).containsExactlyElementsOf(steps.keySet());
    next.close();

    var again = hosts(store).host(TABLE);
    assertThat(told(round(again)))
        .containsExactly(
            "Et encore", "Premier de kim", "Premier de noe", "Premier de yann", "Second de ana");
    assertThat(round(again).handed()).containsExactlyInAnyOrderElementsOf(WRITERS);
    of(ask(again, ANA, add("f1")));
    assertThat(box()).doesNotContain("Premier").contains("emptied");
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

  /** What one member did, one after the other. */
  private static final class Writer {
    private final ParticipantId who;
    private long number;
    private @Nullable CompletableFuture<Answer> asked;
    private String words = "";
    private String last = "";

    private Writer(ParticipantId who) {
      this.who = who;
    }

    /** Learns what became of the last sheet. */
    private void hear() throws Exception {
      if (asked == null) {
        return;
      }
      var answer = of(asked);
      if (answer instanceof Answer.HandedIn) {
        last = words;
      } else {
        assertThat(answer).isEqualTo(CLOSED);
      }
      asked = null;
    }
  }

  /**
   * Two hosts of one table at once; members who change their sheets, ask both and ask again where
   * they got no answer that counts; a round that is closed in between; a store that loses requests
   * and answers and fails to read.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void SB1_SB2_SB5_SB8_two_hosts_at_once_lose_no_sheet_double_none_and_take_none_after_closing(
      long seed) throws Exception {
    var random = new SplittableRandom(seed);
    withRound(random.nextBoolean());
    var nodes = List.of(hosts, hosts(store));
    var writers = WRITERS.stream().map(Writer::new).toList();
    for (var writer : writers) {
      writer.words = "Le premier de " + writer.who.value();
      writer.asked = until(nodes, random, writer.who, ++writer.number, writer.words);
    }
    var closesAt = 20 + random.nextInt(30);
    CompletableFuture<Answer> closing = null;
    for (int turn = 0; turn < 60; turn++) {
      if (random.nextInt(5) == 0) {
        store.loseNextWrites(
            1 + random.nextInt(2), random.nextBoolean() ? Lost.REQUEST : Lost.ANSWER);
      }
      if (random.nextInt(3) == 0) {
        var end = random.nextBoolean() ? new CloseRound(ROUND) : new RevealRound(ROUND);
        if (turn >= closesAt && closing == null) {
          for (var writer : writers.subList(0, 3)) {
            writer.hear();
          }
          closing = untilAnswered(nodes, random, LEA, id(LEA, 1_000), end);
        }
      }
      var writer = writers.get(random.nextInt(writers.size()));
      writer.hear();
      writer.words = "Ligne %d de %s".formatted(turn, writer.who.value());
      writer.asked = until(nodes, random, writer.who, ++writer.number, writer.words);
    }
    if (closing != null) {
      assertThat(of(closing)).isNotInstanceOf(Answer.Refused.class);
    }
    for (var writer : writers) {
      writer.hear();
    }
    var revealing = of(untilAnswered(nodes, random, LEA, id(LEA, 1_001), new RevealRound(ROUND)));
    var last = new Seq(stored().size());
    assertThat(revealing).isIn(CLOSED, new Answer.Stored(last), new Answer.Repeated(last));

    var told =
        events().stream()
            .filter(RoundRevealed.class::isInstance)
            .map(RoundRevealed.class::cast)
            .toList();
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().entries().stream().map(entry -> entry.text().value()))
        .containsExactlyInAnyOrderElementsOf(writers.stream().map(one -> one.last).toList());
    assertThat(events().stream().filter(SheetHandedIn.class::isInstance))
        .hasSameSizeAs(writers)
        .doesNotHaveDuplicates();
    var order =
        events().stream()
            .filter(event -> event instanceof SheetHandedIn || event instanceof RoundClosed)
            .toList();
    assertThat(order.indexOf(new RoundClosed(ROUND))).isIn(-1, order.size() - 1);
    nodes.forEach(Hosts::close);
    assertThat(box()).contains("emptied").doesNotContain("Ligne");
  }

  private static CompletableFuture<Answer> until(
      List<Hosts> nodes, SplittableRandom random, ParticipantId who, long number, String words) {
    return untilAnswered(nodes, random, who, id(who, number), handIn(who, words));
  }

  /** Asks one of the hosts, and now and then both, again and again until the answer is final. */
  private static CompletableFuture<Answer> untilAnswered(
      List<Hosts> nodes, SplittableRandom random, ParticipantId by, CommandId id, ByMember what) {
    var seed = random.nextLong();
    return CompletableFuture.supplyAsync(
        () -> {
          var own = new SplittableRandom(seed);
          while (true) {
            var first = nodes.get(own.nextInt(nodes.size())).host(TABLE);
            var answers = new ArrayList<CompletableFuture<Answer>>();
            answers.add(ask(first, by, id, what));
            if (own.nextInt(3) == 0) {
              answers.add(ask(nodes.get(own.nextInt(nodes.size())).host(TABLE), by, id, what));
            }
            var counts =
                answers.stream()
                    .map(CompletableFuture::join)
                    .filter(answer ->
                        !(answer instanceof Answer.Refused(var refusal))
                            || refusal.code().isFinal())
                    .distinct()
                    .toList();
            if (!counts.isEmpty()) {
              // Two answers must agree on whether it is in.
              assertThat(counts.stream().map(Answer::getClass).map(SealingRoundsTest::kind))
                  .containsOnly(kind(counts.getFirst().getClass()));
              return counts.getFirst();
            }
          }
        },
        runnable -> Thread.ofVirtual().start(runnable));
  }

  private static boolean kind(Class<? extends Answer> answer) {
    return answer == Answer.Refused.class;
  }

  @Test
  void RO5_of_two_closings_one_is_stored_and_the_other_refused() throws Exception {
    var table = withRound(false);
    var other = hosts(store).host(TABLE);
    Map<String, Answer> answers = new HashMap<>();
    answers.put("first", of(ask(table, LEA, new CloseRound(ROUND))));
    answers.put("second", of(ask(other, LEA, new CloseRound(ROUND))));

    assertThat(answers.get("first")).isInstanceOf(Answer.Stored.class);
    assertThat(answers.get("second")).isEqualTo(CLOSED);
    assertThat(round(other).state()).isEqualTo(RoundState.CLOSED);
  }
}
