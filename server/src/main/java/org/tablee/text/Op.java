package org.tablee.text;

/** One step of a {@link Delta}. Lengths count UTF-16 units and are never zero. */
public sealed interface Op {
  int length();

  /** A delete has none. */
  Attributes attributes();

  record Insert(String text, Attributes attributes) implements Op {
    public Insert {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("an insert of nothing");
      }
    }

    @Override
    public int length() {
      return text.length();
    }
  }

  record Retain(int length, Attributes attributes) implements Op {
    public Retain {
      requirePositive(length);
    }
  }

  record Delete(int length) implements Op {
    public Delete {
      requirePositive(length);
    }

    @Override
    public Attributes attributes() {
      return Attributes.NONE;
    }
  }

  private static void requirePositive(int length) {
    if (length < 1) {
      throw new IllegalArgumentException("length below one: " + length);
    }
  }
}
