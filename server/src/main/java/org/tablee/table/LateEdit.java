package org.tablee.table;

import org.tablee.table.TableCommand.EditText;
import org.tablee.text.Delta;

/** An edit of a text on its way. */
public record LateEdit(EditText sent, LateDelta on) implements Late {
  /** An edit at its start. */
  public static LateEdit of(EditText sent) {
    return new LateEdit(sent, new LateDelta(sent.base(), sent.delta()));
  }

  @Override
  public TextId text() {
    return sent.text();
  }

  @Override
  public Seq base() {
    return on.base();
  }

  @Override
  public int changes() {
    return on.changes();
  }

  @Override
  public LateEdit over(Seq seq, Delta change) {
    return new LateEdit(sent, on.over(seq, change));
  }

  @Override
  public LateEdit at(Seq seq) {
    return new LateEdit(sent, on.at(seq));
  }

  @Override
  public LateEdit lost() {
    return new LateEdit(sent, on.lost());
  }

  @Override
  public Decision decide(Table table) {
    return TableRules.editText(table, this);
  }
}
