package org.tablee.session;

import org.jspecify.annotations.Nullable;
import org.tablee.table.ParticipantId;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TextId;
import org.tablee.wire.ClientFrame.Here;
import org.tablee.wire.ServerFrames;

/**
 * Where somebody is, as last told.
 *
 * @param base the position counts in the text after this commit
 * @param text {@code null} where in no text
 */
record Whereabouts(Seq base, @Nullable TextId text, int index, int length, boolean isTyping) {
  static final Whereabouts NOWHERE = new Whereabouts(Seq.NONE, null, 0, 0, false);

  static Whereabouts of(Here here) {
    return new Whereabouts(here.base(), here.text(), here.index(), here.length(), here.isTyping());
  }

  /** The same place in the table as it is now; nowhere, where that cannot be known any more. */
  Whereabouts in(Table table) {
    var current = text == null ? null : table.texts().find(text);
    if (current == null || table.seq().isBefore(base) || base.isBefore(current.knownFrom())) {
      return NOWHERE;
    }
    int start = index;
    int end = index + length;
    var changes = current.recent();
    int first = changes.size();
    while (first > 0 && base.isBefore(changes.get(first - 1).seq())) {
      first--;
    }
    for (int at = first; at < changes.size(); at++) {
      var delta = changes.get(at).delta();
      start = delta.transformPosition(start, false);
      end = delta.transformPosition(end, false);
    }
    // Behind the last line break nothing can stand.
    int last = current.document().length() - 1;
    start = Math.min(start, last);
    end = Math.min(end, last);
    return new Whereabouts(table.seq(), text, start, end - start, isTyping);
  }

  ServerFrames.Here told(ParticipantId participant) {
    return new ServerFrames.Here(
        participant, text == null ? null : text.value(), index, length, isTyping);
  }
}
