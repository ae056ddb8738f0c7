package org.tablee.text;

import java.util.List;
import org.tablee.text.Op.Insert;

/** A place in a document, between two units. */
final class DocumentCursor {
  private final List<Op> ops;
  private int index;
  private int offset;
  private int left;

  DocumentCursor(Delta document) {
    this.ops = document.ops();
    this.left = document.length();
  }

  /** Units from here to the end. */
  int left() {
    return left;
  }

  /** Goes on, by no more than is left. */
  void skip(int length) {
    left -= length;
    offset += length;
    while (index < ops.size() && offset >= ops.get(index).length()) {
      offset -= ops.get(index).length();
      index++;
    }
  }

  /** Goes on, and says whether there are line breaks alone on the way. */
  boolean skipLineBreaks(int length) {
    boolean alone = true;
    for (int todo = length; todo > 0; ) {
      var text = text();
      int end = Math.min(text.length(), offset + todo);
      for (int at = offset; alone && at < end; at++) {
        alone = text.charAt(at) == '\n';
      }
      todo -= end - offset;
      skip(end - offset);
    }
    return alone;
  }

  /** Whether this place lies inside a surrogate pair. A pair never lies across two ops. */
  boolean splitsPair() {
    return offset > 0 && Character.isLowSurrogate(text().charAt(offset));
  }

  private String text() {
    if (ops.get(index) instanceof Insert insert) {
      return insert.text();
    }
    throw new IllegalArgumentException("not a document, op " + index);
  }
}
