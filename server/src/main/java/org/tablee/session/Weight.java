package org.tablee.session;

import java.util.List;
import java.util.function.ToLongFunction;
import org.tablee.table.Late;
import org.tablee.table.LateDelta;
import org.tablee.table.ProposalCommand.SuggestAmendment;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TalkCommand.AddComment;
import org.tablee.table.TextId;
import org.tablee.text.Delta;

/**
 * What a command costs its table, counted in ordinary commands. A late edit is carried over every
 * change it did not know, so its cost grows with both. It is taken all the same, however late it
 * is, and whoever sent it waits for as long as so many commands would take; so one member cannot
 * keep a table busy with them. What costs most is done beside the table's loop: of that the others
 * feel nothing.
 */
final class Weight {
  /** What any command costs its table's loop, at most. */
  static final int ON_LOOP_MAX = 1 + LateDelta.STEPS_MAX / SessionLimits.STEPS_PER_COMMAND;

  private Weight() {}

  /**
   * At least one.
   *
   * @param table as it stands now, or a moment ago
   */
  static int of(ByMember command, Table table) {
    return switch (command) {
      case EditText edit ->
          of(table, edit.text(), edit.base(), changes -> steps(edit.base(), edit.delta(), changes));
      case SuggestAmendment(var _, var proposal, var base, var delta, var _) ->
          of(table, new TextId(proposal.value()), base, changes -> steps(base, delta, changes));
      case AddComment add when add.anchor() != null ->
          of(table, new TextId(add.on()), add.anchor().base(), List::size);
      default -> 1;
    };
  }

  private static long steps(Seq base, Delta delta, List<Delta> over) {
    return new LateDelta(base, delta).steps(over);
  }

  private static int of(Table table, TextId id, Seq base, ToLongFunction<List<Delta>> stepsOver) {
    var text = table.texts().find(id);
    if (text == null || !base.isBefore(table.seq())) {
      return 1;
    }
    // What is not remembered has to be read back: how much of it is of this text is not known.
    long commits = Math.min(Late.COMMITS_MAX, table.seq().value() - base.value());
    long steps =
        text.since(base)
            .map(stepsOver::applyAsLong)
            .orElse(commits * SessionLimits.STEPS_PER_COMMIT);
    return 1 + (int) (steps / SessionLimits.STEPS_PER_COMMAND);
  }
}
