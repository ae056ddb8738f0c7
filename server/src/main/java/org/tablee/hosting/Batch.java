package org.tablee.hosting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tablee.history.Position;
import org.tablee.table.CommandId;
import org.tablee.table.Commit;
import org.tablee.table.CorruptHistoryException;
import org.tablee.table.Decision;
import org.tablee.table.ParticipantId;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableEvent;
import org.tablee.table.TableId;
import org.tablee.table.TableRules;

/**
 * One turn of the loop, on the way to the store: each task in order, decided on the state that the
 * ones before it leave behind.
 */
final class Batch {
  /** A task and what is to be told; {@code seq} is that of its commit, or where it rests. */
  record Decided(Task task, Answer answer, boolean isCommit) {}

  private static final Logger log = LoggerFactory.getLogger(Batch.class);

  private final TableId id;
  private final Position start;
  private final Instant now;
  private final Consumer<Task.AskAgain> aside;
  private final Rules rules;
  private final List<Decided> decided = new ArrayList<>();
  private final List<Commit> commits = new ArrayList<>();
  private Table table;

  /** Decides what a member asks; the table's own rules, or those of a test that fail. */
  interface Rules {
    Decision decide(Table table, ParticipantId by, CommandId id, ByMember command);
  }

  /**
   * @param aside takes a command that is to be carried further before it is decided
   */
  Batch(TableId id, Position start, Instant now, Consumer<Task.AskAgain> aside, Rules rules) {
    this.id = id;
    this.start = start;
    this.now = now;
    this.aside = aside;
    this.rules = rules;
    this.table = start.table();
  }

  Position start() {
    return start;
  }

  List<Commit> commits() {
    return commits;
  }

  List<Decided> decided() {
    return decided;
  }

  /** The state after all commits of this batch. */
  Table table() {
    return table;
  }

  /**
   * Decides what a member asks, unless it concerns a sealed box: that is then told, and to be seen
   * through once all that stands before it is stored.
   */
  Decision.@Nullable OnBox ask(Task.Ask ask) {
    return settle(
        ask, ask.by(), ask.id(), () -> rules.decide(table, ask.by(), ask.id(), ask.command()));
  }

  void ask(Task.AskAgain ask) {
    var _ =
        settle(
            ask,
            ask.by(),
            ask.id(),
            () -> TableRules.decide(table, ask.by(), ask.id(), ask.command()));
  }

  void act(Task.Act act) {
    var _ =
        settle(act, ParticipantId.SYSTEM, act.id(), () -> TableRules.decide(table, act.command()));
  }

  /**
   * A command that our own code cannot judge is refused for good, and alone: left to end the host,
   * it would be sent again and end the next one. The state is that before it, for it changes last.
   */
  private Decision.@Nullable OnBox settle(
      Task task, ParticipantId by, CommandId command, Supplier<Decision> deciding) {
    try {
      switch (deciding.get()) {
        case Decision.OnBox onBox -> {
          return onBox;
        }
        case Decision.PastNeeded(var late) ->
            aside.accept(new Task.AskAgain(by, command, late, answerOf(task)));
        case Decision decision -> decided.add(settled(task, by, command, decision));
      }
    } catch (RuntimeException | AssertionError e) {
      log.error(
          "table {} fails on command {} at seq {}", id.value(), command, table.seq().value(), e);
      decided.add(refused(task, RefusalCode.SERVER_FAULT));
    }
    return null;
  }

  private Decided settled(Task task, ParticipantId by, CommandId id, Decision decision) {
    return switch (decision) {
      case Decision.Accepted(var events) when events.isEmpty() ->
          new Decided(task, new Answer.Stored(table.seq()), false);
      case Decision.Accepted accepted -> commit(task, by, id, accepted);
      case Decision.Refused(var refusal) -> new Decided(task, new Answer.Refused(refusal), false);
      case Decision.Repeated(var seq) -> new Decided(task, new Answer.Repeated(seq), false);
      case Decision.OnBox _, Decision.PastNeeded _ ->
          throw new IllegalArgumentException("not decided yet: " + id);
    };
  }

  private Decided commit(Task task, ParticipantId by, CommandId id, Decision.Accepted accepted) {
    try {
      var seq = add(by, id, accepted.events());
      return new Decided(task, new Answer.Stored(seq), true);
    } catch (CorruptHistoryException e) {
      log.error("a rule accepted what does not fold, after seq {}", table.seq().value(), e);
      return refused(task, RefusalCode.COMMAND_INVALID);
    }
  }

  /**
   * Adds a commit that is decided.
   *
   * @throws CorruptHistoryException where it does not follow the state so far
   */
  Seq add(ParticipantId by, CommandId id, List<TableEvent> events) {
    // The clock may run backwards; the record never does.
    var at = now.isBefore(table.at()) ? table.at() : now;
    var commit = new Commit(table.seq().next(), at, by, id, events);
    table = table.after(commit);
    commits.add(commit);
    return commit.seq();
  }

  private static Consumer<Answer> answerOf(Task task) {
    return switch (task) {
      case Task.Ask ask -> ask.answer();
      case Task.AskAgain ask -> ask.answer();
      case Task.Act _, Task.Enter _, Task.Leave _, Task.Look _, Task.Stop _ ->
          throw new IllegalArgumentException("no edit: " + task);
    };
  }

  private static Decided refused(Task task, RefusalCode code) {
    return new Decided(task, new Answer.Refused(new Refusal(code)), false);
  }
}
