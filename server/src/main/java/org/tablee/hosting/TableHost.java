package org.tablee.hosting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.history.ChainedCommit;
import org.tablee.history.History;
import org.tablee.history.Opened;
import org.tablee.history.Position;
import org.tablee.store.StoreUnavailableException;
import org.tablee.table.ClientId;
import org.tablee.table.CommandId;
import org.tablee.table.Commit;
import org.tablee.table.Decision;
import org.tablee.table.ParticipantId;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.ByServer;
import org.tablee.table.TableId;

/**
 * The loop of one hosted table, on one virtual thread: takes what is queued, decides it in order,
 * has all that is accepted stored in one write, and only then announces and answers (I1). One
 * append is in flight at a time; where another writer took the slot, its commits are read and what
 * is left is decided again (I2).
 */
final class TableHost implements HostedTable {
  /** Tasks that wait at most; above that a member's command is refused, to be sent again. */
  static final int QUEUE_MAX = 10_000;

  /** Tasks of one append at most. */
  static final int BATCH_MAX = 500;

  private static final Logger log = LoggerFactory.getLogger(TableHost.class);

  private final TableId id;
  private final History history;
  private final InstantSource clock;
  private final Batch.Rules rules;
  private final BlockingQueue<Task> queue = new ArrayBlockingQueue<>(QUEUE_MAX + 1_000);

  /** Taken from the queue and not looked at yet; touched by the loop alone, as is what follows. */
  private final Deque<Task> taken = new ArrayDeque<>();

  /** Looked at, and nobody was told yet. */
  private final List<Task> untold = new ArrayList<>();

  private final Followers followers = new Followers();
  private final AtomicLong actions = new AtomicLong();
  private final ClientId self;
  private final Thread loop;
  private volatile Position position;
  private final AtomicBoolean isLookedFor = new AtomicBoolean();
  private volatile boolean isClosed;
  private volatile long lastUsedNanos = System.nanoTime();
  private final LateEdits lateEdits;
  private final SnapshotKeeper snapshots;
  private final BoxActs boxes;
  private boolean isWaiting;

  /**
   * @param self names this host in the ids of the server's own commits
   */
  TableHost(
      TableId id,
      History history,
      BoxActs.Tools tools,
      InstantSource clock,
      Batch.Rules rules,
      Opened opened,
      ClientId self) {
    this.id = id;
    this.history = history;
    this.clock = clock;
    this.rules = rules;
    this.self = self;
    this.position = opened.position();
    this.lateEdits =
        new LateEdits(id, history, () -> position.table(), this::put, TableHost::giveUp);
    this.snapshots = new SnapshotKeeper(id, history, opened.pastKnownFrom());
    this.boxes = new BoxActs(id, tools, new OwnLog());
    this.loop = Thread.ofVirtual().name("table-" + id.value()).unstarted(this::run);
  }

  void start() {
    loop.start();
  }

  @Override
  public void ask(ParticipantId by, CommandId command, ByMember what, Consumer<Answer> answer) {
    lastUsedNanos = System.nanoTime();
    if (isClosed
        || queue.size() >= QUEUE_MAX
        || !queue.offer(new Task.Ask(by, command, what, answer))) {
      answer.accept(new Answer.Refused(new Refusal(RefusalCode.STORE_UNAVAILABLE)));
    }
    giveUpIfClosed();
  }

  @Override
  public Answer act(ByServer command) {
    var answer = new CompletableFuture<Answer>();
    var number = actions.incrementAndGet();
    put(new Task.Act(new CommandId(self, number), command, answer));
    return answer.join();
  }

  @Override
  public void enter(Audience audience, Seq known) {
    put(new Task.Enter(audience, known));
  }

  @Override
  public void leave(Audience audience) {
    put(new Task.Leave(audience));
  }

  @Override
  public Position position() {
    return position;
  }

  boolean isOpen() {
    return !isClosed;
  }

  /** Behind what is queued; once where it is asked for more often than that is looked at. */
  @Override
  public void look() {
    if (!isClosed && isLookedFor.compareAndSet(false, true)) {
      var _ = queue.offer(new Task.Look());
      giveUpIfClosed();
    }
  }

  /** Keeps the table open for a while longer. */
  void touch() {
    lastUsedNanos = System.nanoTime();
  }

  /** Nanoseconds of the monotonic clock since anybody last asked for something. */
  long idleNanos() {
    return System.nanoTime() - lastUsedNanos;
  }

  /** Whether somebody follows. Approximate from other threads: an entering may be queued. */
  boolean isFollowed() {
    return !followers.isEmpty();
  }

  /**
   * Finishes what is queued, then lets go. Waits for the end; a loop that does not end, because the
   * store does not answer, is left: it announces nothing any more that is not stored.
   *
   * @param within half of it for what is queued, half for the loop to see that it is to end
   */
  void close(Duration within) throws InterruptedException {
    var half = within.dividedBy(2);
    if (queue.offer(new Task.Stop()) && loop.join(half)) {
      return;
    }
    loop.interrupt();
    if (!loop.join(half)) {
      log.warn("table {} is left waiting at seq {}", id.value(), position.seq().value());
    }
  }

  private void put(Task task) {
    lastUsedNanos = System.nanoTime();
    if (isClosed || !queue.offer(task)) {
      giveUp(task);
    }
    giveUpIfClosed();
  }

  /** What came in while the loop ended would wait for ever. */
  private void giveUpIfClosed() {
    while (isClosed) {
      var task = queue.poll();
      if (task == null) {
        return;
      }
      giveUp(task);
    }
  }

  private void run() {
    try {
      boxes.sweep();
      boxes.tidyUp();
      while (!isClosed) {
        taken.add(queue.take());
        queue.drainTo(taken, BATCH_MAX - 1);
        while (!taken.isEmpty()) {
          turn();
        }
      }
    } catch (InterruptedException e) {
      log.info("table {} ends at seq {}", id.value(), position.seq().value());
    } catch (RuntimeException e) {
      log.error("table {} let go at seq {}", id.value(), position.seq().value(), e);
    } finally {
      end();
    }
  }

  private void end() {
    isClosed = true;
    lateEdits.close();
    // Some may be stored by now; their client asks again and is told so, for a command applies
    // once.
    untold.forEach(TableHost::giveUp);
    taken.forEach(TableHost::giveUp);
    giveUpIfClosed();
    followers.tell(Audience::letGo);
  }

  private static void giveUp(Task task) {
    var refused = new Answer.Refused(new Refusal(RefusalCode.STORE_UNAVAILABLE));
    switch (task) {
      case Task.Ask ask -> ask.answer().accept(refused);
      case Task.AskAgain ask -> ask.answer().accept(refused);
      case Task.Act act -> act.answer().complete(refused);
      case Task.Enter(var audience, _) -> audience.letGo();
      case Task.Leave _, Task.Look _, Task.Stop _ -> {}
    }
  }

  /** Takes tasks from the front up to the first that is no command, and sees them through. */
  private void turn() throws InterruptedException {
    var batch = new Batch(id, position, now(), this::putAside, rules);
    Decision.OnBox onBox = null;
    int commands = 0;
    while (onBox == null && isCommand(taken.peek())) {
      commands++;
      untold.add(taken.peek());
      onBox = decide(batch, taken.remove());
    }
    if (onBox != null && untold.size() == 1 && untold.getFirst() instanceof Task.Ask ask) {
      actOnBox(ask, onBox);
    } else if (commands > 0) {
      if (onBox != null) {
        // What stands before it is stored first, and it is decided again on that.
        taken.addFirst(untold.removeLast());
      }
      record(batch);
      untold.clear();
    } else {
      attend(taken.remove());
    }
    boxes.sweep();
    boxes.tidyUp();
    waitsNoMore();
  }

  private void actOnBox(Task.Ask ask, Decision.OnBox onBox) throws InterruptedException {
    var answer = boxes.act(ask, onBox);
    untold.clear();
    if (answer.isPresent()) {
      ask.answer().accept(answer.get());
    } else {
      taken.addFirst(ask);
    }
  }

  private static boolean isCommand(@Nullable Task task) {
    return task instanceof Task.Ask || task instanceof Task.AskAgain || task instanceof Task.Act;
  }

  /** What is to be done with a sealed box before there is a decision; {@code null} for most. */
  private static Decision.@Nullable OnBox decide(Batch batch, Task task) {
    switch (task) {
      case Task.Ask ask -> {
        return batch.ask(ask);
      }
      case Task.AskAgain ask -> batch.ask(ask);
      case Task.Act act -> batch.act(act);
      case Task.Enter _, Task.Leave _, Task.Look _, Task.Stop _ ->
          throw new IllegalArgumentException("no command: " + task);
    }
    return null;
  }

  /** The edit that is being decided waits for none of the others, and they do not wait for it. */
  private void putAside(Task.AskAgain late) {
    untold.removeLast();
    lateEdits.carry(late);
  }

  private void attend(Task task) {
    switch (task) {
      case Task.Enter(var audience, var known) -> letIn(audience, known);
      case Task.Leave(var audience) -> followers.remove(audience);
      case Task.Look _ -> {
        isLookedFor.set(false);
        var _ = lookAtTail();
      }
      case Task.Stop _ -> isClosed = true;
      case Task.Ask _, Task.AskAgain _, Task.Act _ ->
          throw new IllegalArgumentException("a command: " + task);
    }
  }

  /** Records before it announces: nobody sees a commit that a crash could take back. */
  private void record(Batch batch) throws InterruptedException {
    if (batch.commits().isEmpty()) {
      batch.decided().forEach(TableHost::tell);
      return;
    }
    var appended = history.append(id, batch.start(), batch.commits(), this::waits);
    waitsNoMore();
    if (appended.isWhole()) {
      announce(appended.stored(), batch.table());
      batch.decided().forEach(TableHost::tell);
    } else {
      giveWay(batch, appended.stored());
    }
    snapshots.keepIfDue(position);
  }

  /** Another writer was first: what is stored is told, the rest is decided again on its commits. */
  private void giveWay(Batch batch, List<ChainedCommit> stored) {
    if (!stored.isEmpty()) {
      announce(stored, folded(stored));
    }
    var again = new ArrayDeque<Task>();
    int kept = 0;
    for (var one : batch.decided()) {
      if (again.isEmpty() && (!one.isCommit() || kept < stored.size())) {
        kept += one.isCommit() ? 1 : 0;
        tell(one);
      } else {
        again.add(one.task());
      }
    }
    untold.clear();
    while (!again.isEmpty()) {
      taken.addFirst(again.removeLast());
    }
    catchUp();
  }

  private void waits() {
    if (!isWaiting) {
      isWaiting = true;
      followers.tell(audience -> audience.saving(true));
    }
  }

  private void waitsNoMore() {
    if (isWaiting) {
      isWaiting = false;
      followers.tell(audience -> audience.saving(false));
    }
  }

  private void letIn(Audience audience, Seq known) {
    // Another host may have told it more than is known here.
    if (position.seq().isBefore(known) && !lookAtTail()) {
      audience.letGo();
      return;
    }
    followers.add(audience);
    audience.entered(position);
  }

  /** Whether the store could be read. */
  private boolean lookAtTail() {
    try {
      catchUp();
      return true;
    } catch (StoreUnavailableException e) {
      log.debug("table {} cannot look at its tail now", id.value(), e);
      return false;
    }
  }

  private void catchUp() {
    while (true) {
      var page = history.after(id, position, History.PAGE_MAX);
      if (page.isEmpty()) {
        return;
      }
      announce(page, folded(page));
    }
  }

  private Table folded(List<ChainedCommit> commits) {
    var table = position.table();
    for (var one : commits) {
      table = table.after(one.commit());
    }
    return table;
  }

  private void announce(List<ChainedCommit> stored, Table table) {
    position = new Position(table, stored.getLast().hash());
    stored.forEach(one -> boxes.stored(one.commit().events()));
    List<Commit> commits = stored.stream().map(ChainedCommit::commit).toList();
    followers.tell(audience -> audience.announced(commits, position));
  }

  private static void tell(Batch.Decided decided) {
    switch (decided.task()) {
      case Task.Ask ask -> ask.answer().accept(decided.answer());
      case Task.AskAgain ask -> ask.answer().accept(decided.answer());
      case Task.Act act -> act.answer().complete(decided.answer());
      case Task.Enter _, Task.Leave _, Task.Look _, Task.Stop _ ->
          throw new IllegalArgumentException("no command: " + decided.task());
    }
  }

  /** This table's log, as what is done with its sealed boxes sees it. */
  private final class OwnLog implements BoxActs.Log {
    @Override
    public Position position() {
      return position;
    }

    @Override
    public boolean append(List<BoxActs.Draft> drafts) throws InterruptedException {
      var batch = new Batch(id, position, now(), TableHost.this::putAside, rules);
      for (var draft : drafts) {
        draft
            .ask()
            .ifPresentOrElse(
                ask -> batch.add(ask.by(), ask.id(), draft.events()),
                () ->
                    batch.add(
                        ParticipantId.SYSTEM,
                        new CommandId(self, actions.incrementAndGet()),
                        draft.events()));
      }
      try {
        return store(batch);
      } catch (RuntimeException | AssertionError e) {
        throw new BoxActs.LostTrackException(id, position.seq(), e);
      }
    }

    private boolean store(Batch batch) throws InterruptedException {
      var appended = history.append(id, batch.start(), batch.commits(), TableHost.this::waits);
      if (!appended.stored().isEmpty()) {
        announce(appended.stored(), folded(appended.stored()));
      }
      if (!appended.isWhole()) {
        TableHost.this.catchUp();
      }
      snapshots.keepIfDue(position);
      return appended.isWhole();
    }

    @Override
    public void catchUp() {
      try {
        TableHost.this.catchUp();
      } catch (RuntimeException | AssertionError e) {
        throw new BoxActs.LostTrackException(id, position.seq(), e);
      }
    }

    @Override
    public void waits() {
      TableHost.this.waits();
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
