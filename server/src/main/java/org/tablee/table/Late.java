package org.tablee.table;

import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableEvent.TextEdited;
import org.tablee.text.Delta;

/**
 * A command that says where it belongs in a text as that stood earlier, carried part of the way
 * over the changes that its author did not know.
 */
public interface Late {
  /** Commits of the table that are read back for one command, at most. */
  int COMMITS_MAX = 100_000;

  /** As its author sent it. */
  ByMember sent();

  TextId text();

  /** It is carried over every change up to this commit. */
  Seq base();

  /** How many changes it was carried over. */
  int changes();

  /** The same behind one more change of its text. */
  Late over(Seq seq, Delta change);

  /** The same, where no change of its text lies between here and that commit. */
  Late at(Seq seq);

  /** The same, given up: what it would have to be carried over cannot be had. */
  Late lost();

  /** Decides it where it arrives; whether it may be done at all was asked before. */
  Decision decide(Table table);

  /** The same behind one more commit of its table. */
  default Late over(Commit commit) {
    var late = this;
    for (var event : commit.events()) {
      if (event instanceof TextEdited(var text, var change) && text.equals(text())) {
        late = late.over(commit.seq(), change);
      }
    }
    return late.at(commit.seq());
  }

  /** Whether it lies too many changes behind, or was given up. */
  default boolean isTooLate() {
    return changes() > CoText.CHANGES_MAX;
  }

  /** Whether more commits lie between here and now than are read back. */
  default boolean isTooFar(Table table) {
    return table.seq().value() - base().value() > COMMITS_MAX;
  }
}
