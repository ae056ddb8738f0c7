package org.tablee.text;

import org.tablee.text.AttributeValue.Removed;
import org.tablee.text.AttributeValue.Text;
import org.tablee.text.AttributeValue.Whole;

/** The attributes that rich text knows. */
final class Format {
  private Format() {}

  /** Known names with known values. */
  static boolean isKnown(Attributes attributes) {
    return attributes.values().entrySet().stream()
        .allMatch(entry -> isKnown(entry.getKey(), entry.getValue()));
  }

  static boolean removesAny(Attributes attributes) {
    return attributes.values().containsValue(AttributeValue.REMOVED);
  }

  /** Whether it sets what only a line break can have. */
  static boolean setsLine(Attributes attributes) {
    return attributes.values().entrySet().stream()
        .anyMatch(entry -> isOfLine(entry.getKey()) && !(entry.getValue() instanceof Removed));
  }

  private static boolean isOfLine(String name) {
    return switch (name) {
      case "header", "list", "indent", "blockquote" -> true;
      default -> false;
    };
  }

  private static boolean isKnown(String name, AttributeValue value) {
    boolean removed = value instanceof Removed;
    return switch (name) {
      case "bold", "italic", "blockquote" -> removed || value.equals(AttributeValue.TRUE);
      case "link" -> removed || (value instanceof Text(var link) && Link.isAllowed(link));
      case "header" -> removed || (value instanceof Whole(var level) && level >= 2 && level <= 3);
      case "indent" -> removed || (value instanceof Whole(var depth) && depth >= 1 && depth <= 4);
      case "list" ->
          removed
              || (value instanceof Text(var kind)
                  && (kind.equals("bullet") || kind.equals("ordered")));
      default -> false;
    };
  }
}
