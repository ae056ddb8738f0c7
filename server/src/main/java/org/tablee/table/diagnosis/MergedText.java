package org.tablee.table.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.tablee.text.Delta;
import org.tablee.text.Op.Insert;
import org.tablee.text.RichText;

/** Several texts one after the other, as the first change of a new one. */
final class MergedText {
  private MergedText() {}

  /** The change that writes them into an empty text: those that still fit, whole, in order. */
  static Delta of(List<Delta> documents) {
    var kept = new ArrayList<Delta>();
    var change = Delta.EMPTY;
    for (var document : documents) {
      if (document.length() > RichText.EMPTY.length()) {
        kept.add(document);
        var longer = written(kept);
        if (RichText.check(longer, RichText.EMPTY).isEmpty()) {
          change = longer;
        } else {
          kept.removeLast();
        }
      }
    }
    return change;
  }

  /** The last line break is that of the new text: it takes the attributes and is not inserted. */
  private static Delta written(List<Delta> documents) {
    var change = Delta.builder();
    for (var document : documents) {
      for (var op : document.ops()) {
        change.push(op);
      }
    }
    var whole = change.build();
    var ops = whole.ops();
    if (!(ops.getLast() instanceof Insert(var text, var attributes))) {
      throw new IllegalArgumentException("no document");
    }
    var written = Delta.builder();
    ops.subList(0, ops.size() - 1).forEach(written::push);
    if (text.length() > 1) {
      written.insert(text.substring(0, text.length() - 1), attributes);
    }
    return attributes.isEmpty() ? written.build() : written.retain(1, attributes).build();
  }
}
