package org.tablee.table;

/** What every id of a table is made of: 1 to 64 of the letters, digits, {@code _} and {@code -}. */
final class Id {
  static final int LENGTH_MAX = 64;

  private Id() {}

  static boolean isValid(String value, int lengthMin, int lengthMax) {
    if (value.length() < lengthMin || value.length() > lengthMax) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      var allowed =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '_'
              || c == '-';
      if (!allowed) {
        return false;
      }
    }
    return true;
  }

  static String require(String value) {
    return require(value, 1, LENGTH_MAX);
  }

  static String require(String value, int lengthMin, int lengthMax) {
    if (!isValid(value, lengthMin, lengthMax)) {
      throw new IllegalArgumentException("no id: " + value.length() + " characters");
    }
    return value;
  }
}
