package org.tablee.table.talk;

import org.tablee.table.CoText;
import org.tablee.table.Decision;
import org.tablee.table.Late;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TalkCommand.AddComment;
import org.tablee.table.TalkCommand.Passage;
import org.tablee.table.TextId;
import org.tablee.text.Delta;

/**
 * A comment on a passage of a text, on its way.
 *
 * @param passage as it was sent
 * @param stretch where it stands after {@code base}
 * @param grown by how much the text became longer on the way
 */
record LatePassage(
    AddComment sent, Passage passage, Seq base, Passages.Stretch stretch, int grown, int changes)
    implements Late {
  static LatePassage of(AddComment sent, Passage passage) {
    var stretch = new Passages.Stretch(passage.index(), passage.length());
    return new LatePassage(sent, passage, passage.base(), stretch, 0, 0);
  }

  @Override
  public TextId text() {
    return new TextId(sent.on());
  }

  @Override
  public LatePassage over(Seq seq, Delta change) {
    return new LatePassage(
        sent,
        passage,
        seq,
        Passages.after(stretch.index(), stretch.length(), change),
        grown + change.changeLength(),
        changes + 1);
  }

  @Override
  public LatePassage at(Seq seq) {
    return new LatePassage(sent, passage, seq, stretch, grown, changes);
  }

  @Override
  public LatePassage lost() {
    return new LatePassage(sent, passage, base, stretch, grown, CoText.CHANGES_MAX + 1);
  }

  @Override
  public Decision decide(Table table) {
    return TalkRules.anchored(table, this);
  }
}
