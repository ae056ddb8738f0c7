package org.tablee.text;

/** Which strings are text. */
final class Characters {
  private Characters() {}

  /** Without lone surrogates and noncharacters: it has a UTF-8 form and means the same anywhere. */
  static boolean areWhole(String text) {
    return text.codePoints()
        .allMatch(character ->
            Character.getType(character) != Character.SURROGATE && !isNoncharacter(character));
  }

  /** The 66 that Unicode will never assign. */
  private static boolean isNoncharacter(int character) {
    return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
  }
}
