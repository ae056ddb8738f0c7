package org.tablee.table.talk;

import org.tablee.text.Delta;
import org.tablee.text.RichText;

/** Where a passage of a text stands after changes, and how it begins. */
final class Passages {
  /** Code units of a quote, at most. */
  static final int QUOTE_MAX = 200;

  /**
   * A stretch of a text.
   *
   * @param length 0 where nothing of it is left
   */
  record Stretch(int index, int length) {}

  private Passages() {}

  /** What is inserted at either edge stays outside; what is inserted within belongs to it. */
  static Stretch after(int index, int length, Delta change) {
    int start = change.transformPosition(index, false);
    int end = change.transformPosition(index + length, true);
    return end <= start ? new Stretch(Math.min(start, end), 0) : new Stretch(start, end - start);
  }

  /** Whether an edge of the stretch stands within a character of two units. */
  static boolean cutsCharacter(Delta document, Stretch stretch) {
    var text = RichText.plainText(document);
    return isWithinCharacter(text, stretch.index())
        || isWithinCharacter(text, stretch.index() + stretch.length());
  }

  private static boolean isWithinCharacter(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
  }

  /** The first words of a stretch, as they stand in the text. */
  static String quote(Delta document, Stretch stretch) {
    var text = RichText.plainText(document);
    int end = stretch.index() + Math.min(stretch.length(), QUOTE_MAX);
    return text.substring(stretch.index(), isWithinCharacter(text, end) ? end - 1 : end);
  }
}
