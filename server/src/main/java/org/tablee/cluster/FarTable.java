package org.tablee.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.history.ChainedCommit;
import org.tablee.history.History;
import org.tablee.history.Position;
import org.tablee.hosting.Answer;
import org.tablee.hosting.Audience;
import org.tablee.hosting.HostedTable;
import org.tablee.hosting.Tables;
import org.tablee.store.StoreUnavailableException;
import org.tablee.table.CommandId;
import org.tablee.table.Commit;
import org.tablee.table.ParticipantId;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.ByServer;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableId;

/**
 * A table that another node hosts, as this one follows it. What the host sends only rings the bell:
 * a letter that does not follow on what is known, or none for a while, and the store is read. Where
 * the host gives no answer, this node decides itself; a command applies once wherever it is
 * decided.
 */
final class FarTable implements HostedTable {
  /** How long one that nobody follows is kept after it was last asked for. */
  private static final Duration IDLE_MAX = Duration.ofMinutes(1);

  /** Asked and not answered at most; above that a command is refused, to be sent again. */
  private static final int ASKED_MAX = 10_000;

  private static final Logger log = LoggerFactory.getLogger(FarTable.class);

  private sealed interface Task {
    record Enter(Audience audience, Seq known) implements Task {}

    record Leave(Audience audience) implements Task {}

    record Heard(Mail.Stored letter) implements Task {}

    record Stands(Seq seq) implements Task {}

    /** Reads the store: somebody asked for it, or the host said nothing in time. */
    record Look() implements Task {}

    /**
     * What became of a command, to be told once the table stands there: it rests on that commit.
     */
    record Answered(Seq at, Answer told, Consumer<Answer> answer) implements Task {}

    /** The host gave no answer. */
    record Decide(ParticipantId by, CommandId id, ByMember command, Consumer<Answer> answer)
        implements Task {}

    record End() implements Task {}
  }

  private final TableId id;
  private final NodeId self;
  private final NodeId host;
  private final History history;
  private final Post post;
  private final Tables nearby;
  private final Waits waits;
  private final LinkedBlockingQueue<Task> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final Thread loop;
  private volatile Position position;
  private volatile boolean isClosed;
  private volatile long lastUsedNanos = System.nanoTime();

  // Touched by the loop alone.

  private final Set<Audience> audiences = new HashSet<>();

  /**
   * @param nearby hosts what this node decides itself
   */
  FarTable(
      TableId id,
      NodeId self,
      NodeId host,
      History history,
      Post post,
      Tables nearby,
      Waits waits,
      Position opened) {
    this.id = id;
    this.self = self;
    this.host = host;
    this.history = history;
    this.post = post;
    this.nearby = nearby;
    this.waits = waits;
    this.position = opened;
    this.loop = Thread.ofVirtual().name("far-" + id.value()).unstarted(this::run);
  }

  void start() {
    loop.start();
  }

  NodeId host() {
    return host;
  }

  boolean isOpen() {
    return !isClosed;
  }

  void touch() {
    lastUsedNanos = System.nanoTime();
  }

  /** Has whoever follows it come again, to wherever it is hosted by then. */
  void end() {
    put(new Task.End());
  }

  // What other nodes tell; from any thread, never blocks.

  void heard(Mail.Stored letter) {
    put(new Task.Heard(letter));
  }

  void stands(Mail.Stands letter) {
    put(new Task.Stands(letter.seq()));
  }

  @Override
  public void ask(ParticipantId by, CommandId command, ByMember what, Consumer<Answer> answer) {
    touch();
    if (isClosed || asked.incrementAndGet() > ASKED_MAX) {
      asked.decrementAndGet();
      answer.accept(unavailable());
      return;
    }
    Consumer<Answer> once =
        one -> {
          asked.decrementAndGet();
          answer.accept(one);
        };
    post.ask(
        host,
        new Mail.Asked(id, position.seq(), by, command, what).written(),
        waits.answer(),
        reply ->
            put(
                answerIn(reply)
                    .<Task>map(told -> new Task.Answered(told.at(), told.answer(), once))
                    .orElseGet(() -> new Task.Decide(by, command, what, once))));
  }

  private static Optional<Mail.Told> answerIn(Optional<byte[]> reply) {
    return reply
        .flatMap(Mail::read)
        .flatMap(letter -> letter instanceof Mail.Told told ? Optional.of(told) : Optional.empty());
  }

  /** On this thread, so that a client's commands stay in their order. */
  private void decide(Task.Decide asked) {
    try {
      var here = nearby.host(id);
      // It may stand where it was long ago; a refusal must not rest on that.
      here.look();
      here.ask(
          asked.by(),
          asked.id(),
          asked.command(),
          told -> put(new Task.Answered(here.position().seq(), told, asked.answer())));
    } catch (RuntimeException e) {
      log.debug("table {} cannot be decided here", id.value(), e);
      asked.answer().accept(unavailable());
    }
  }

  private static Answer unavailable() {
    return new Answer.Refused(new Refusal(RefusalCode.STORE_UNAVAILABLE));
  }

  @Override
  public Answer act(ByServer command) {
    touch();
    if (!(command instanceof Join join)) {
      return nearby.host(id).act(command);
    }
    var reply = new CompletableFuture<Optional<byte[]>>();
    post.ask(
        host, new Mail.Joins(id, position.seq(), join).written(), waits.answer(), reply::complete);
    var told = answerIn(reply.join()).orElseGet(() -> actHere(join));
    var answer = new CompletableFuture<Answer>();
    put(new Task.Answered(told.at(), told.answer(), answer::complete));
    return answer.join();
  }

  private Mail.Told actHere(Join join) {
    var here = nearby.host(id);
    here.look();
    var answer = here.act(join);
    return new Mail.Told(id, here.position().seq(), answer);
  }

  @Override
  public void look() {
    put(new Task.Look());
  }

  @Override
  public void enter(Audience audience, Seq known) {
    touch();
    put(new Task.Enter(audience, known));
  }

  @Override
  public void leave(Audience audience) {
    put(new Task.Leave(audience));
  }

  @Override
  public Position position() {
    touch();
    return position;
  }

  private void put(Task task) {
    var _ = queue.offer(task);
    if (isClosed) {
      giveUpWhatIsLeft();
    }
  }

  /** What came in while the loop ended would wait for ever. */
  private void giveUpWhatIsLeft() {
    for (var task = queue.poll(); task != null; task = queue.poll()) {
      switch (task) {
        case Task.Enter(var audience, _) -> audience.letGo();
        // What it rests on was not told here: asked again, it is the same.
        case Task.Answered(_, _, var answer) -> answer.accept(unavailable());
        case Task.Decide(_, _, _, var answer) -> answer.accept(unavailable());
        case Task.Leave _, Task.Heard _, Task.Stands _, Task.Look _, Task.End _ -> {}
      }
    }
  }

  private void run() {
    try {
      long followAt = System.nanoTime();
      while (!isClosed) {
        long wait = followAt - System.nanoTime();
        var task = wait <= 0 ? null : queue.poll(wait, TimeUnit.NANOSECONDS);
        if (task != null) {
          attend(task);
        } else if (audiences.isEmpty() && System.nanoTime() - lastUsedNanos > IDLE_MAX.toNanos()) {
          isClosed = true;
        } else {
          follow();
          followAt = System.nanoTime() + waits.silence().toNanos();
        }
      }
    } catch (InterruptedException _) {
      log.debug("table {} is followed no more", id.value());
    } catch (RuntimeException e) {
      log.error("table {} cannot be followed from seq {}", id.value(), position.seq().value(), e);
    } finally {
      isClosed = true;
      audiences.forEach(Audience::letGo);
      giveUpWhatIsLeft();
    }
  }

  /** Asks to be told, and for a sign: without one the store is read. */
  private void follow() {
    post.ask(
        host,
        new Mail.Follow(id, self).written(),
        waits.silence(),
        reply -> put(reply.flatMap(Mail::read).map(FarTable::sign).orElseGet(Task.Look::new)));
  }

  private static Task sign(Mail letter) {
    return letter instanceof Mail.Stands stands ? new Task.Stands(stands.seq()) : new Task.Look();
  }

  private void attend(Task task) {
    switch (task) {
      case Task.Enter(var audience, var known) -> letIn(audience, known);
      case Task.Leave(var audience) -> audiences.remove(audience);
      case Task.Heard(var letter) -> heardOf(letter);
      case Task.Stands(var seq) -> {
        var _ = catchUpTo(seq);
      }
      case Task.Look _ -> {
        var _ = catchUp();
      }
      case Task.Answered(var at, var told, var answer) ->
          answer.accept(catchUpTo(at) ? told : unavailable());
      case Task.Decide asked -> decide(asked);
      case Task.End _ -> isClosed = true;
    }
  }

  private void letIn(Audience audience, Seq known) {
    if (catchUpTo(known)) {
      audiences.add(audience);
      audience.entered(position);
    } else {
      audience.letGo();
    }
  }

  private void heardOf(Mail.Stored letter) {
    var commits = letter.commits();
    var isNext =
        !commits.isEmpty()
            && commits.getFirst().seq().equals(position.seq().next())
            && letter.prev().equals(position.hash());
    if (isNext) {
      announce(commits, letter.hash());
    } else if (!commits.isEmpty()) {
      var _ = catchUpTo(commits.getLast().seq());
    }
  }

  /** Whether the store could be read, where that was needed. */
  private boolean catchUpTo(Seq seq) {
    return !position.seq().isBefore(seq) || catchUp();
  }

  private boolean catchUp() {
    try {
      for (var page = next(); !page.isEmpty(); page = next()) {
        announce(page.stream().map(ChainedCommit::commit).toList(), page.getLast().hash());
      }
      return true;
    } catch (StoreUnavailableException e) {
      log.debug("table {} cannot be read on now", id.value(), e);
      return false;
    }
  }

  private List<ChainedCommit> next() {
    return history.after(id, position, History.PAGE_MAX);
  }

  private void announce(List<Commit> commits, String hash) {
    Table table = position.table();
    for (var one : commits) {
      table = table.after(one);
    }
    position = new Position(table, hash);
    for (var audience : new ArrayList<>(audiences)) {
      audience.announced(commits, position);
    }
  }
}
