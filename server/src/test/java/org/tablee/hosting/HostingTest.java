package org.tablee.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.NOON;
import static org.tablee.table.ATable.YANN;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.tablee.box.Boxes;
import org.tablee.history.ChainedCommit;
import org.tablee.history.DamagedHistoryException;
import org.tablee.history.History;
import org.tablee.store.MemoryStore;
import org.tablee.store.MemoryStore.Lost;
import org.tablee.store.Store.Collection;
import org.tablee.table.ATable;
import org.tablee.table.ClientId;
import org.tablee.table.CommandId;
import org.tablee.table.Commit;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.FindingId;
import org.tablee.table.FindingKind;
import org.tablee.table.FrameCommand.MovePhase;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Phase;
import org.tablee.table.Presence;
import org.tablee.table.RandomCommands;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Role;
import org.tablee.table.Seq;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableId;
import org.tablee.table.TableRules;
import org.tablee.table.TextId;
import org.tablee.text.Delta;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class HostingTest {
  private static final TableId TABLE = new TableId("aines");
  private final MemoryStore store = new MemoryStore();
  private final Hosts hosts = hosts(InstantSource.fixed(NOON));
  private long number;

  private Hosts hosts(InstantSource clock) {
    return new Hosts(new History(store), new Boxes(store), clock);
  }

  static LongStream seeds() {
    var seed = Long.getLong("seed");
    return seed == null ? LongStream.range(0, 60) : LongStream.of(seed);
  }

  private HostedTable withMembers() {
    var table = hosts.create(TABLE, ATable.create());
    for (var who : List.of(ANA, YANN)) {
      table.act(new Join(who, Role.PARTICIPANT, ATable.USERS, Presence.ROOM));
    }
    table.act(new Join(LEA, Role.FACILITATOR, null, Presence.ROOM));
    return table;
  }

  private CommandId nextId() {
    return new CommandId(ATable.TAB, ++number);
  }

  private static AddFinding add(String id) {
    return new AddFinding(new FindingId(id), FindingKind.NEED, new Line("La navette"));
  }

  private CompletableFuture<Answer> ask(HostedTable table, ParticipantId by, ByMember command) {
    return ask(table, by, nextId(), command);
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

  @Test
  void O1_nothing_is_announced_or_answered_before_it_is_stored() throws Exception {
    var table = withMembers();
    var listener = new Listener();
    table.enter(listener);
    var hold = store.holdNextInsert();

    var answer = ask(table, ANA, add("f1"));
    hold.awaitArrival();
    assertThat(answer).isNotDone();
    assertThat(listener.heard()).isEmpty();
    assertThat(table.position().seq()).isEqualTo(new Seq(4));
    hold.release();

    assertThat(of(answer)).isEqualTo(new Answer.Stored(new Seq(5)));
    assertThat(listener.heard()).isEqualTo(stored().subList(4, 5));
  }

  @Test
  void O2_what_waits_meanwhile_is_stored_and_announced_together() throws Exception {
    var table = withMembers();
    var listener = new Listener();
    table.enter(listener);
    var writes = store.writes();
    var hold = store.holdNextInsert();
    var first = ask(table, ANA, add("f0"));
    hold.awaitArrival();
    var answers = new ArrayList<CompletableFuture<Answer>>();
    for (int i = 1; i <= 20; i++) {
      answers.add(ask(table, YANN, add("f" + i)));
    }
    hold.release();

    of(first);
    for (int i = 0; i < answers.size(); i++) {
      assertThat(of(answers.get(i))).isEqualTo(new Answer.Stored(new Seq(6 + i)));
    }
    assertThat(store.writes() - writes).isEqualTo(2);
    assertThat(listener.faults()).isEmpty();
    assertThat(listener.heard()).isEqualTo(stored().subList(4, 25));
  }

  @Test
  void O3_a_host_that_loses_a_slot_reads_what_took_it_and_decides_again() throws Exception {
    var table = withMembers();
    of(ask(table, ANA, add("f1")));
    var other = hosts(InstantSource.fixed(NOON)).host(TABLE);
    of(ask(table, ANA, edit(table.position().seq(), 0, "abc")));
    var listener = new Listener();
    other.enter(listener);

    // The other host still stands before the edit; both its edit and its taken id are judged anew.
    var late = ask(other, YANN, edit(new Seq(5), 0, "x"));
    var taken = ask(other, YANN, add("f1"));

    assertThat(of(late)).isEqualTo(new Answer.Stored(new Seq(7)));
    assertThat(of(taken)).isEqualTo(new Answer.Refused(Refusal.ofField("/finding")));
    assertThat(listener.faults()).isEmpty();
    assertThat(listener.heard()).isEqualTo(stored().subList(5, 7));
    assertThat(words(other)).isEqualTo("abcx\n");
  }

  private static EditText edit(Seq base, int at, String words) {
    var delta = Delta.builder();
    if (at > 0) {
      delta.retain(at);
    }
    return new EditText(new TextId("f1"), base, delta.insert(words).build());
  }

  private static String words(HostedTable table) {
    var text = table.position().table().texts().find(new TextId("f1"));
    return text == null ? "" : org.tablee.text.RichText.plainText(text.document());
  }

  @Test
  void O4_a_refusal_changes_nothing() throws Exception {
    var table = withMembers();
    var listener = new Listener();
    table.enter(listener);

    var answer = ask(table, ANA, new MovePhase(Phase.DEBATE, null));

    assertThat(of(answer)).isEqualTo(new Answer.Refused(new Refusal(RefusalCode.RIGHTS_ROLE)));
    assertThat(stored()).hasSize(4);
    assertThat(listener.heard()).isEmpty();
  }

  @Test
  void O4_a_refusal_that_rests_on_an_unstored_commit_waits_for_it() throws Exception {
    var table = withMembers();
    var hold = store.holdNextInsert();
    var first = ask(table, ANA, add("f0"));
    hold.awaitArrival();
    var second = ask(table, ANA, add("f1"));
    var taken = ask(table, YANN, add("f1"));
    assertThat(taken).isNotDone();
    hold.release();

    of(first);
    assertThat(of(taken)).isEqualTo(new Answer.Refused(Refusal.ofField("/finding")));
    assertThat(second).isDone();
  }

  @Test
  void O5_a_clock_that_runs_backwards_does_not_show() throws Exception {
    var now = new AtomicReference<>(NOON);
    var table = hosts(now::get).create(TABLE, ATable.create());
    table.act(new Join(ANA, Role.PARTICIPANT, ATable.USERS, Presence.ROOM));
    now.set(NOON.minusSeconds(3_600));
    of(ask(table, ANA, add("f1")));
    now.set(NOON.plusMillis(5).plusNanos(999_999));
    of(ask(table, ANA, add("f2")));

    assertThat(stored().stream().map(Commit::at))
        .containsExactly(NOON, NOON, NOON, NOON.plusMillis(5));
  }

  @Test
  void O6_while_the_store_is_silent_what_is_asked_waits_within_a_bound() throws Exception {
    var table = withMembers();
    var listener = new Listener();
    table.enter(listener);
    store.loseNextWrites(3, Lost.REQUEST);
    var waiting = ask(table, ANA, add("f0"));
    listener.awaitSaving();
    assertThat(of(waiting)).isEqualTo(new Answer.Stored(new Seq(5)));

    var hold = store.holdNextInsert();
    var held = ask(table, ANA, add("f1"));
    hold.awaitArrival();
    var answers = new ArrayList<CompletableFuture<Answer>>();
    for (int i = 0; i < TableHost.QUEUE_MAX + 1; i++) {
      answers.add(ask(table, ANA, new MovePhase(Phase.DEBATE, null)));
    }
    assertThat(of(answers.getLast()))
        .isEqualTo(new Answer.Refused(new Refusal(RefusalCode.STORE_UNAVAILABLE)));
    assertThat(answers.getFirst()).isNotDone();
    hold.release();
    of(held);
    assertThat(of(answers.getFirst()))
        .isEqualTo(new Answer.Refused(new Refusal(RefusalCode.RIGHTS_ROLE)));
  }

  @Test
  void O7_a_table_that_ends_answers_everything_that_waits() throws Exception {
    var table = withMembers();
    var listener = new Listener();
    table.enter(listener);
    of(ask(table, ANA, add("f1")));

    hosts.close();

    assertThat(listener.isLetGo()).isTrue();
    assertThat(of(ask(table, ANA, add("f2"))))
        .isEqualTo(new Answer.Refused(new Refusal(RefusalCode.STORE_UNAVAILABLE)));
    var late = new Listener();
    table.enter(late);
    assertThat(late.isLetGo()).isTrue();
    assertThat(stored()).hasSize(5);
  }

  @Test
  void O7_a_table_ends_within_its_time_though_the_store_never_answers() throws Exception {
    var table = withMembers();
    var hold = store.holdNextInsert();
    var held = ask(table, ANA, add("f1"));
    hold.awaitArrival();

    hosts.close(Duration.ofMillis(20));

    assertThat(held).isNotDone();
    hold.release();
    of(held);
  }

  @Test
  void O8_a_table_opens_again_as_it_was_and_knows_its_past() throws Exception {
    var table = withMembers();
    of(ask(table, ANA, add("f1")));
    var base = table.position().seq();
    for (int i = 0; i < SnapshotKeeper.EVERY + 10; i++) {
      of(ask(table, YANN, edit(table.position().seq(), 0, "x")));
    }
    hosts.close();
    // The snapshot is written beside the loop; a host that opens without it must know the past too.
    new History(store).keepSnapshot(TABLE, new History(store).open(TABLE).position());

    var again = hosts(InstantSource.fixed(NOON)).host(TABLE);
    assertThat(words(again)).isEqualTo(words(table));
    assertThat(of(ask(again, ANA, edit(base, 0, "Z")))).isInstanceOf(Answer.Stored.class);
    assertThat(words(again)).isEqualTo("x".repeat(SnapshotKeeper.EVERY + 10) + "Z\n");
  }

  @Test
  void O9_a_late_edit_that_needs_a_damaged_past_is_refused_and_the_table_goes_on()
      throws Exception {
    var table = withMembers();
    of(ask(table, ANA, add("f1")));
    var base = table.position().seq();
    of(ask(table, YANN, edit(base, 0, "x")));
    of(ask(table, YANN, edit(table.position().seq(), 1, "z")));
    hosts.close();
    var history = new History(store);
    history.keepSnapshot(TABLE, history.open(TABLE).position());
    store.damage(Collection.COMMITS, "aines:0000000000000006");

    var again = hosts(InstantSource.fixed(NOON)).host(TABLE);
    for (int times = 0; times < 2; times++) {
      assertThat(of(ask(again, ANA, edit(base, 0, "Z"))))
          .isEqualTo(new Answer.Refused(new Refusal(RefusalCode.TEXT_BASE)));
    }
    assertThat(of(ask(again, ANA, edit(again.position().seq(), 1, "y"))))
        .isInstanceOf(Answer.Stored.class);
    assertThat(words(again)).isEqualTo("xyz\n");
  }

  @Test
  void O10_a_damaged_table_is_read_once_in_a_while_however_many_ask_for_it() throws Exception {
    of(ask(withMembers(), ANA, add("f1")));
    hosts.close();
    var others = hosts(InstantSource.fixed(NOON));
    var other = others.create(new TableId("other"), ATable.create());
    store.damage(Collection.COMMITS, "aines:0000000000000003");

    assertThatThrownBy(() -> others.host(TABLE))
        .isInstanceOfSatisfying(
            DamagedHistoryException.class,
            damaged -> assertThat(damaged.seq()).isEqualTo(new Seq(3)));
    // Whoever read now would hear of this.
    store.failNextReads(1);
    assertThatThrownBy(() -> others.host(TABLE)).isInstanceOf(DamagedHistoryException.class);
    assertThat(other.act(new Join(ANA, Role.PARTICIPANT, ATable.USERS, Presence.ROOM)))
        .isEqualTo(new Answer.Stored(new Seq(2)));
  }

  @Test
  void O12_what_an_edit_of_long_ago_needs_is_read_beside_the_table_and_nobody_waits()
      throws Exception {
    var table = withMembers();
    of(ask(table, ANA, add("f1")));
    var base = table.position().seq();
    of(ask(table, YANN, edit(base, 0, "x")));
    hosts.close();
    var history = new History(store);
    history.keepSnapshot(TABLE, history.open(TABLE).position());

    var again = hosts(InstantSource.fixed(NOON)).host(TABLE);
    var reading = store.holdNextRange(Collection.COMMITS);
    var late = ask(again, ANA, edit(base, 0, "Z"));
    reading.awaitArrival();
    assertThat(of(ask(again, YANN, edit(again.position().seq(), 1, "y"))))
        .isInstanceOf(Answer.Stored.class);
    assertThat(late).isNotDone();
    reading.release();

    assertThat(of(late)).isEqualTo(new Answer.Stored(new Seq(8)));
    assertThat(words(again)).isEqualTo("xyZ\n");
  }

  @Test
  void O12_an_edit_that_is_still_being_carried_where_a_table_ends_is_to_be_sent_again()
      throws Exception {
    var table = withMembers();
    of(ask(table, ANA, add("f1")));
    var base = table.position().seq();
    of(ask(table, YANN, edit(base, 0, "x")));
    hosts.close();
    var history = new History(store);
    history.keepSnapshot(TABLE, history.open(TABLE).position());

    var others = hosts(InstantSource.fixed(NOON));
    var again = others.host(TABLE);
    var reading = store.holdNextRange(Collection.COMMITS);
    var late = ask(again, ANA, edit(base, 0, "Z"));
    var waiting = ask(again, ANA, edit(base, 0, "Z"));
    reading.awaitArrival();
    others.close();
    reading.release();

    var refused = new Answer.Refused(new Refusal(RefusalCode.STORE_UNAVAILABLE));
    assertThat(of(late)).isEqualTo(refused);
    assertThat(of(waiting)).isEqualTo(refused);
  }

  @Test
  void O11_a_command_that_the_server_fails_on_is_refused_for_good_and_alone() throws Exception {
    withMembers();
    hosts.close();
    var failing =
        new Hosts(
            new History(store),
            new Boxes(store),
            InstantSource.fixed(NOON),
            (table, by, id, command) -> {
              if (command instanceof MovePhase) {
                throw new IllegalStateException("a bug");
              }
              return TableRules.decide(table, by, id, command);
            });
    var table = failing.host(TABLE);
    var listener = new Listener();
    table.enter(listener);
    var hold = store.holdNextInsert();
    var before = ask(table, ANA, add("f1"));
    hold.awaitArrival();

    var log = new ListAppender<ILoggingEvent>();
    log.start();
    ((Logger) LoggerFactory.getLogger(Batch.class)).addAppender(log);
    var failed = ask(table, LEA, new MovePhase(Phase.DEBATE, null));
    var after = ask(table, YANN, add("f2"));
    hold.release();

    assertThat(of(failed)).isEqualTo(new Answer.Refused(new Refusal(RefusalCode.SERVER_FAULT)));
    assertThat(of(before)).isEqualTo(new Answer.Stored(new Seq(5)));
    assertThat(of(after)).isEqualTo(new Answer.Stored(new Seq(6)));
    assertThat(listener.isLetGo()).isFalse();
    failing.close();
    assertThat(log.list)
        .singleElement()
        .satisfies(line -> {
          assertThat(line.getLevel()).isEqualTo(Level.ERROR);
          assertThat(line.getFormattedMessage())
              .isEqualTo("table aines fails on command " + ATable.TAB.value() + "-2 at seq 5");
          assertThat(ThrowableProxyUtil.asString(line.getThrowableProxy())).contains("a bug");
        });
  }

  @Test
  void a_table_that_is_not_there_is_not_made_by_asking_for_it() {
    assertThatThrownBy(() -> hosts.host(TABLE)).isInstanceOf(UnknownTableException.class);
    assertThat(hosts.count()).isZero();
    assertThat(hosts.create(TABLE, ATable.create()).position().seq()).isEqualTo(new Seq(1));
    assertThat(hosts.create(TABLE, ATable.create()).position().seq()).isEqualTo(new Seq(1));
  }

  /**
   * Two hosts of one table, members who ask both and ask again where they got no answer that
   * counts, a store that loses requests and answers.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void two_hosts_at_once_lose_nothing_and_double_nothing(long seed) throws Exception {
    var random = new SplittableRandom(seed);
    var commands = new RandomCommands(seed);
    withMembers();
    var nodes = List.of(hosts, hosts(InstantSource.fixed(NOON)));
    var tables = nodes.stream().map(node -> node.host(TABLE)).toList();
    var listeners = List.of(new Listener(), new Listener());
    for (int i = 0; i < 2; i++) {
      tables.get(i).enter(listeners.get(i));
    }
    var members = List.of(ANA, YANN, LEA);
    Map<CommandId, CompletableFuture<Answer>> answers = new HashMap<>();
    for (int turn = 0; turn < 120; turn++) {
      if (random.nextInt(10) == 0) {
        store.loseNextWrites(
            1 + random.nextInt(2), random.nextBoolean() ? Lost.REQUEST : Lost.ANSWER);
      }
      var node = random.nextInt(2);
      var by = members.get(random.nextInt(members.size()));
      var id = new CommandId(new ClientId(by.value() + "-tab-0001"), turn + 1);
      var command = commands.next(tables.get(node).position().table());
      answers.put(id, ask(tables.get(node), by, id, command));
      if (random.nextInt(4) == 0) {
        // Asked again at the other host, as a member does who heard nothing.
        var again = ask(tables.get(1 - node), by, id, command);
        answers.merge(id, again, HostingTest::one);
      }
      if (random.nextInt(8) == 0) {
        of(answers.get(id));
      }
    }
    for (var answer : answers.values()) {
      of(answer);
    }

    var stored = stored();
    assertThat(stored.stream().map(commit -> commit.by() + " " + commit.id()))
        .doesNotHaveDuplicates();
    var ids = stored.stream().map(Commit::id).toList();
    for (var answer : answers.entrySet()) {
      switch (of(answer.getValue())) {
        case Answer.Stored(var seq) ->
            assertThat(stored.get((int) seq.value() - 1).id()).isEqualTo(answer.getKey());
        case Answer.Repeated(var seq) ->
            assertThat(stored.get((int) seq.value() - 1).id()).isEqualTo(answer.getKey());
        case Answer.HandedIn _ -> assertThat(ids).doesNotContain(answer.getKey());
        case Answer.Refused _ -> assertThat(ids).doesNotContain(answer.getKey());
      }
    }
    for (int i = 0; i < 2; i++) {
      var listener = listeners.get(i);
      assertThat(listener.faults()).isEmpty();
      assertThat(stored.subList((int) listener.from(), stored.size()))
          .startsWith(listener.heard().toArray(Commit[]::new));
    }
    nodes.forEach(Hosts::close);
  }

  /** Two answers to one id must agree on whether it is stored. */
  private static CompletableFuture<Answer> one(
      CompletableFuture<Answer> first, CompletableFuture<Answer> second) {
    return first.thenCombine(
        second,
        (one, two) -> {
          // A refusal by the one that was behind is no contradiction only if both refuse.
          if (one instanceof Answer.Refused != two instanceof Answer.Refused) {
            return one instanceof Answer.Refused ? two : one;
          }
          return one;
        });
  }
}
