package org.tablee.table;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * One line of plain words that a person wrote, kept as sent: a title, a name, a source, a reason.
 * It shows something, and holds no control character, no override of the direction of writing and
 * no character that cannot travel.
 */
public record Line(String value) {
  /** Graphemes of a title, at most. */
  public static final int TITLE_MAX = 200;

  /** Graphemes of a person's or an organisation's name, at most. */
  public static final int NAME_MAX = 60;

  /** Graphemes of a source or a reason, at most. */
  public static final int REMARK_MAX = 500;

  /**
   * Code units of one grapheme on average, at most: families of emoji fit, towers of accents do
   * not.
   */
  private static final int UNITS_PER_GRAPHEME = 8;

  /** Combining marks in a row, at most; Vietnamese and Tibetan need three. */
  private static final int MARKS_MAX = 8;

  public Line {
    if (hasBrokenCharacter(value) || !isReadable(value)) {
      throw new IllegalArgumentException("no line: " + value.length() + " characters");
    }
  }

  /** Whether the words may stand as a line of at most so many graphemes. */
  public static boolean isValid(String value, int graphemesMax) {
    return value.length() <= graphemesMax * UNITS_PER_GRAPHEME
        && !hasBrokenCharacter(value)
        && isReadable(value)
        && graphemes(value) <= graphemesMax;
  }

  /** Whether there is a lone surrogate, NUL or a noncharacter in it. */
  public static boolean hasBrokenCharacter(String value) {
    for (int i = 0; i < value.length(); ) {
      int point = value.codePointAt(i);
      var noncharacter = (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
      var lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      if (point == 0 || noncharacter || lone) {
        return true;
      }
      i += Character.charCount(point);
    }
    return false;
  }

  /** Whether it shows something and holds nothing that a line may not hold. */
  static boolean isReadable(String value) {
    boolean shows = false;
    int marks = 0;
    for (int i = 0; i < value.length(); ) {
      int point = value.codePointAt(i);
      switch (Character.getType(point)) {
        case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> {
          return false;
        }
        case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> marks++;
        case Character.FORMAT -> {
          if (overridesDirection(point)) {
            return false;
          }
        }
        case Character.SPACE_SEPARATOR -> marks = 0;
        default -> {
          marks = 0;
          shows |= !isBlank(point);
        }
      }
      if (marks > MARKS_MAX) {
        return false;
      }
      i += Character.charCount(point);
    }
    return shows;
  }

  private static boolean overridesDirection(int point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  }

  /**
   * Letters and symbols that Unicode shows as nothing: the Hangul fillers and the blank braille.
   */
  private static boolean isBlank(int point) {
    return point == 0x115F
        || point == 0x1160
        || point == 0x3164
        || point == 0xFFA0
        || point == 0x2800;
  }

  private static int graphemes(String value) {
    var breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(value);
    int count = 0;
    while (breaks.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }
}
