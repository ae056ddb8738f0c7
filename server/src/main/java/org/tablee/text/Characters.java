package org.tablee.text;

/** Which strings are text. */
final class Characters {
  private Characters() {}

  /** Without lone surrogates and noncharacters: it has a UTF-8 form and means the same anywhere. */
  static boolean areWhole(String text) {
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (unit < Character.MIN_SURROGATE) {
        continue;
      }
      int character = text.codePointAt(at);
      if (Character.isSurrogate((char) character) && character <= Character.MAX_VALUE
          || isNoncharacter(character)) {
        return false;
      }
      at += Character.charCount(character) - 1;
    }
    return true;
  }

  /** The 66 that Unicode will never assign. */
  private static boolean isNoncharacter(int character) {
    return (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
  }
}
