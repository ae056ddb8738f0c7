package org.tablee.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.NOON;
import static org.tablee.table.ATable.YANN;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tablee.box.Boxes;
import org.tablee.history.ChainedCommit;
import org.tablee.history.History;
import org.tablee.history.Position;
import org.tablee.hosting.Answer;
import org.tablee.hosting.Audience;
import org.tablee.hosting.HostedTable;
import org.tablee.hosting.Hosts;
import org.tablee.hosting.UnknownTableException;
import org.tablee.store.MemoryStore;
import org.tablee.table.ATable;
import org.tablee.table.ClientId;
import org.tablee.table.CommandId;
import org.tablee.table.Commit;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.FindingId;
import org.tablee.table.FindingKind;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.Role;
import org.tablee.table.Seq;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableId;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class SharingTablesTest {
  private static final TableId TABLE = new TableId("aines");

  /** Answers are waited for as long as a busy machine may take, silence is noticed soon. */
  private static final Waits SHORT = new Waits(Duration.ofMillis(150), Duration.ofMillis(500));

  private final MemoryStore store = new MemoryStore();
  private final Net net = new Net();
  private final List<Node> nodes = new ArrayList<>();
  private final AtomicLong number = new AtomicLong();

  /** One node: hosts of its own, and routes to those of the others. */
  private final class Node {
    private final NodeId id;
    private final Hosts hosts;
    private final Routes routes;
    private volatile boolean isEnding;

    Node(String name) {
      id = new NodeId(name);
      hosts = new Hosts(new History(store), new Boxes(store), InstantSource.fixed(NOON));
      routes = new Routes(hosts, net.members(id), new History(store), net.post(id), SHORT);
    }

    HostedTable table() {
      return routes.host(TABLE);
    }
  }

  /** An audience as a page's is: comes again where it was let go, and reads what it missed. */
  private static final class Faithful implements Audience {
    private final Node node;
    private final History history;
    private final List<Commit> heard = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private Position last = Position.START;

    Faithful(Node node, History history) {
      this.node = node;
      this.history = history;
      come();
    }

    private void come() {
      Seq known;
      synchronized (this) {
        known = last.seq();
      }
      node.table().enter(this, known);
    }

    @Override
    public synchronized void entered(Position position) {
      if (position.seq().isBefore(last.seq())) {
        faults.add("led back from " + last.seq() + " to " + position.seq());
        return;
      }
      while (last.seq().isBefore(position.seq())) {
        for (var one : history.after(TABLE, last, History.PAGE_MAX)) {
          if (!position.seq().isBefore(one.commit().seq())) {
            take(one.commit(), one.hash());
          }
        }
      }
    }

    private void take(Commit commit, String hash) {
      heard.add(commit);
      last = new Position(last.table().after(commit), hash);
    }

    @Override
    public synchronized void announced(List<Commit> commits, Position position) {
      for (var commit : commits) {
        if (!commit.seq().equals(last.seq().next())) {
          faults.add("heard " + commit.seq() + " after " + last.seq());
        }
        take(commit, position.hash());
      }
      notifyAll();
    }

    @Override
    public void letGo() {
      if (!node.isEnding) {
        Thread.ofVirtual().start(this::come);
      }
    }

    @Override
    public void saving(boolean isWaiting) {}

    synchronized List<Commit> heard() {
      return List.copyOf(heard);
    }

    synchronized List<String> faults() {
      return List.copyOf(faults);
    }
  }

  @AfterEach
  void end() {
    nodes.forEach(node -> node.isEnding = true);
    nodes.forEach(node -> node.routes.close());
    nodes.forEach(node -> node.hosts.close());
    net.close();
  }

  private Node start(String name) {
    var all = nodes.stream().map(node -> node.id).collect(Collectors.toCollection(HashSet::new));
    all.add(new NodeId(name));
    all.forEach(node -> net.sees(node, all));
    var node = new Node(name);
    nodes.add(node);
    return node;
  }

  private void start(int count) {
    IntStream.range(0, count).forEach(at -> start("node-" + at));
    var first = nodes.getFirst();
    var _ = first.routes.create(TABLE, ATable.create());
    for (var who : List.of(ANA, YANN, LEA)) {
      var join =
          who.equals(LEA)
              ? new Join(who, Role.FACILITATOR, null, Presence.ROOM)
              : new Join(who, Role.PARTICIPANT, ATable.USERS, Presence.ROOM);
      while (first.table().act(join) instanceof Answer.Refused) {
        // It is being handed over.
      }
    }
  }

  private Node host() {
    var ids = nodes.stream().map(node -> node.id).collect(Collectors.toSet());
    var host = Rendezvous.host(TABLE, ids);
    return nodes.stream().filter(node -> node.id.equals(host)).findFirst().orElseThrow();
  }

  private Node other() {
    return nodes.stream().filter(node -> node != host()).findFirst().orElseThrow();
  }

  private CommandId nextId() {
    return new CommandId(new ClientId("tab-of-somebody"), number.incrementAndGet());
  }

  private static AddFinding add(String id) {
    return new AddFinding(new FindingId(id), FindingKind.NEED, new Line("La navette"));
  }

  private static CompletableFuture<Answer> ask(
      HostedTable table, ParticipantId by, CommandId id, ByMember command) {
    var answer = new CompletableFuture<Answer>();
    table.ask(by, id, command, answer::complete);
    return answer;
  }

  /** As a page does: what cannot be stored now is sent again under its id. */
  private static CompletableFuture<Answer> persist(Node node, CommandId id, ByMember command) {
    return CompletableFuture.supplyAsync(
        () -> {
          while (true) {
            var answer = ask(node.table(), ANA, id, command).join();
            if (!(answer instanceof Answer.Refused(var refusal)) || refusal.code().isFinal()) {
              return answer;
            }
          }
        },
        Executors.newVirtualThreadPerTaskExecutor());
  }

  private static <T> T of(CompletableFuture<T> future) throws Exception {
    return future.get(20, TimeUnit.SECONDS);
  }

  private List<Commit> stored() {
    return new History(store)
        .read(TABLE, new Seq(1), 100_000).stream().map(ChainedCommit::commit).toList();
  }

  private static void until(BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it holds in time").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  @Test
  void CL1_only_the_tables_of_a_node_that_goes_have_another_host() {
    var all = Set.of(new NodeId("a"), new NodeId("b"), new NodeId("c"));
    var left = Set.of(new NodeId("a"), new NodeId("b"));
    int moved = 0;
    for (int at = 0; at < 3_000; at++) {
      var table = new TableId("table-" + at);
      var before = Rendezvous.host(table, all);
      var after = Rendezvous.host(table, left);
      moved += before.equals(after) ? 0 : 1;
      assertThat(before.equals(after) || before.equals(new NodeId("c"))).isTrue();
    }
    assertThat(moved).isBetween(900, 1_100);
  }

  @Test
  void CL2_what_is_asked_at_another_node_is_decided_by_the_host_and_told_to_both()
      throws Exception {
    start(3);
    var near = new Faithful(host(), new History(store));
    var far = new Faithful(other(), new History(store));

    var answer = ask(other().table(), ANA, nextId(), add("f1"));

    assertThat(of(answer)).isEqualTo(new Answer.Stored(new Seq(5)));
    assertThat(far.heard()).as("before it is answered").hasSize(5);
    until(() -> near.heard().size() == 5);
    assertThat(near.heard()).isEqualTo(stored());
    assertThat(far.heard()).isEqualTo(stored());
    assertThat(other().hosts.ifOpen(TABLE)).as("nobody hosts it twice").isEmpty();
  }

  @Test
  void CL2_a_refusal_comes_back_with_all_that_it_says() throws Exception {
    start(2);
    var at = other().table();
    var wrong = new ParticipantId("nobody");

    var far = of(ask(at, wrong, nextId(), add("f1")));

    assertThat(far).isEqualTo(of(ask(host().table(), wrong, nextId(), add("f1"))));
    assertThat(stored()).hasSize(4);
  }

  @Test
  void CL2_who_comes_in_at_another_node_is_let_in_by_the_host() {
    start(2);
    var zoe = new ParticipantId("zoe");

    var answer = other().table().act(new Join(zoe, Role.OBSERVER, null, Presence.REMOTE));

    assertThat(answer).isEqualTo(new Answer.Stored(new Seq(5)));
    assertThat(host().table().position().seq()).isEqualTo(new Seq(5));
  }

  @Test
  void CL2_a_table_that_is_not_there_is_not_there_at_any_node() {
    start(2);
    for (int at = 0; at < 20; at++) {
      var unknown = new TableId("unknown-" + at);
      assertThatThrownBy(() -> other().routes.host(unknown))
          .isInstanceOf(UnknownTableException.class);
    }
  }

  @Test
  void CL3_where_the_host_gives_no_answer_it_is_decided_here_and_once() throws Exception {
    start(2);
    var far = new Faithful(other(), new History(store));
    var at = other().table();
    // The question arrives; neither the answer nor what was stored does.
    net.cut(host().id, other().id);
    var id = nextId();

    var answer = of(ask(at, ANA, id, add("f1")));

    assertThat(answer).isEqualTo(new Answer.Repeated(new Seq(5)));
    assertThat(stored()).hasSize(5);
    until(() -> far.heard().size() == 5);
    net.cut(other().id, host().id);
    assertThat(of(ask(at, ANA, nextId(), add("f2")))).isEqualTo(new Answer.Stored(new Seq(6)));
    until(() -> far.heard().size() == 6);
    assertThat(far.faults()).isEmpty();
  }

  @Test
  void CL4_a_host_that_hears_of_nobody_reads_what_others_stored() throws Exception {
    start(2);
    var near = new Faithful(host(), new History(store));
    net.cut(host().id, other().id);
    net.cut(other().id, host().id);

    var answer = of(ask(other().table(), ANA, nextId(), add("f1")));

    assertThat(answer).isEqualTo(new Answer.Stored(new Seq(5)));
    until(() -> near.heard().size() == 5);
    assertThat(near.faults()).isEmpty();
  }

  @Test
  void CL5_a_node_that_leaves_hands_its_tables_over() throws Exception {
    start(3);
    var gone = host();
    var audiences =
        nodes.stream()
            .filter(node -> node != gone)
            .map(node -> new Faithful(node, new History(store)))
            .toList();
    var last = ask(gone.table(), ANA, nextId(), add("f1"));

    gone.isEnding = true;
    gone.routes.leave();
    gone.routes.close();
    gone.hosts.close();
    nodes.remove(gone);

    assertThat(of(last)).isEqualTo(new Answer.Stored(new Seq(5)));
    assertThat(of(ask(other().table(), ANA, nextId(), add("f2"))))
        .isEqualTo(new Answer.Stored(new Seq(6)));
    for (var audience : audiences) {
      until(() -> audience.heard().size() == 6);
      assertThat(audience.faults()).isEmpty();
    }
  }

  @Test
  void CL5_a_node_that_comes_takes_its_tables_over() throws Exception {
    start(1);
    var first = nodes.getFirst();
    var audience = new Faithful(first, new History(store));
    while (host() == first) {
      start("later-" + nodes.size());
    }

    assertThat(of(ask(first.table(), ANA, nextId(), add("f1"))))
        .isEqualTo(new Answer.Stored(new Seq(5)));
    until(() -> first.hosts.ifOpen(TABLE).isEmpty());
    until(() -> audience.heard().size() == 5);
    assertThat(host().hosts.ifOpen(TABLE)).isPresent();
    assertThat(audience.faults()).isEmpty();
  }

  static LongStream seeds() {
    var seed = Long.getLong("seed");
    return seed == null ? LongStream.range(0, 20) : LongStream.of(seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void CL6_whoever_takes_itself_for_the_host_nothing_is_lost_or_doubled(long seed)
      throws Exception {
    start(3);
    var random = new SplittableRandom(seed);
    var audiences = nodes.stream().map(node -> new Faithful(node, new History(store))).toList();
    net.storm(seed);
    var ids = nodes.stream().map(node -> node.id).toList();
    var asked = new ArrayList<CommandId>();
    var answers = new ArrayList<CompletableFuture<Answer>>();
    for (int turn = 0; turn < 60; turn++) {
      var node = nodes.get(random.nextInt(3));
      if (random.nextInt(6) == 0) {
        net.sees(node.id, Set.copyOf(random.nextBoolean() ? ids : List.of(node.id)));
      }
      var id = nextId();
      asked.add(id);
      answers.add(persist(node, id, add("f" + turn)));
      if (random.nextInt(8) == 0) {
        of(answers.getLast());
      }
    }
    for (var answer : answers) {
      assertThat(of(answer)).isInstanceOfAny(Answer.Stored.class, Answer.Repeated.class);
    }
    net.calm();
    ids.forEach(id -> net.sees(id, Set.copyOf(ids)));

    var kept = stored();
    assertThat(kept.stream().skip(4).map(Commit::id)).containsExactlyInAnyOrderElementsOf(asked);
    for (var audience : audiences) {
      until(() -> audience.heard().size() >= kept.size());
      assertThat(audience.heard()).isEqualTo(kept);
      assertThat(audience.faults()).isEmpty();
    }
  }

  @Test
  void CL7_a_letter_that_this_release_does_not_know_is_left_alone() {
    start(2);
    var post = net.post(new NodeId("newer"));
    post.send(host().id, "{\"is\":\"Greets\",\"table\":\"aines\"}".getBytes());
    post.send(host().id, "no letter".getBytes());
    var answered = new CompletableFuture<Boolean>();
    post.ask(
        host().id,
        new Mail.Follow(TABLE, new NodeId("newer")).written(),
        Duration.ofSeconds(10),
        answer -> answered.complete(answer.isPresent()));

    assertThat(answered.join()).as("it still answers behind them").isTrue();
  }
}
