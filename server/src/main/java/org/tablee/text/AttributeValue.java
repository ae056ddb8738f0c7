package org.tablee.text;

/** What an attribute of a Delta is set to. */
public sealed interface AttributeValue {
  AttributeValue TRUE = new Flag(true);

  /** In a change: the attribute is taken away. JSON writes it as {@code null}. */
  AttributeValue REMOVED = new Removed();

  record Text(String value) implements AttributeValue {}

  record Whole(long value) implements AttributeValue {}

  record Flag(boolean value) implements AttributeValue {}

  record Removed() implements AttributeValue {}
}
