package org.tablee.session;

import org.tablee.table.CoText;
import org.tablee.table.Table;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.EditText;

/**
 * What a command costs its table, counted in ordinary commands. A late edit is carried over every
 * change it did not know, so its cost grows with both: the largest holds up a table for half a
 * second. It is taken all the same, however late it is, and whoever sent it waits for as long as so
 * many commands would take; so one member cannot keep a table busy with them.
 */
final class Weight {
  private Weight() {}

  /**
   * At least one.
   *
   * @param table as it stands now, or a moment ago
   */
  static int of(ByMember command, Table table) {
    if (!(command instanceof EditText(var id, var base, var delta))) {
      return 1;
    }
    var text = table.texts().find(id);
    if (text == null || !base.isBefore(table.seq())) {
      return 1;
    }
    long commits = table.seq().value() - base.value();
    // What came before that is not known here: every commit may have been to this text.
    int changes = base.isBefore(text.knownFrom()) ? CoText.CHANGES_MAX : text.recent().size();
    long steps = Math.min(commits, changes) * delta.ops().size();
    return 1 + (int) (steps / SessionLimits.STEPS_PER_COMMAND);
  }
}
