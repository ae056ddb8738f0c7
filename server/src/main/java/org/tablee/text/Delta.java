package org.tablee.text;

import java.util.List;
import org.tablee.text.Op.Delete;
import org.tablee.text.Op.Insert;
import org.tablee.text.Op.Retain;

/**
 * A text (inserts alone) or a change of one, with the algebra of the npm package quill-delta 5.1.0,
 * op for op, without embeds: clients run that package, and both must come to the same result. The
 * vectors in {@code text/delta-vectors.jsonl} hold this class to it.
 */
public final class Delta {
  public static final Delta EMPTY = new Delta(List.of());

  private final List<Op> ops;

  private Delta(List<Op> ops) {
    this.ops = List.copyOf(ops);
  }

  /** These ops as they are; {@link #builder()} brings ops into normal form. */
  public static Delta of(List<Op> ops) {
    return ops.isEmpty() ? EMPTY : new Delta(ops);
  }

  /** A text without attributes. */
  public static Delta document(String text) {
    return of(List.of(new Insert(text, Attributes.NONE)));
  }

  public static DeltaBuilder builder() {
    return new DeltaBuilder();
  }

  public List<Op> ops() {
    return ops;
  }

  /** Of a document: its length. */
  public int length() {
    int length = 0;
    for (var op : ops) {
      length = Math.addExact(length, op.length());
    }
    return length;
  }

  /** By how much this change makes a text longer; below zero: shorter. */
  public int changeLength() {
    int length = 0;
    for (var op : ops) {
      switch (op) {
        case Insert insert -> length = Math.addExact(length, insert.length());
        case Delete delete -> length = Math.subtractExact(length, delete.length());
        case Retain _ -> {}
      }
    }
    return length;
  }

  /** Whether this change leaves every text as it is. */
  public boolean changesNothing() {
    return ops.stream().allMatch(op -> op instanceof Retain && op.attributes().isEmpty());
  }

  /** This, then {@code other}, as one. */
  public Delta compose(Delta other) {
    var mine = new OpCursor(ops);
    var theirs = new OpCursor(other.ops);
    var composed = builder();
    composed.addAll(untouchedHead(mine, theirs));
    while (mine.hasNext() || theirs.hasNext()) {
      if (theirs.peek() instanceof Insert) {
        composed.push(theirs.next());
      } else if (mine.peek() instanceof Delete) {
        composed.push(mine.next());
      } else {
        int length = Math.min(mine.peekLength(), theirs.peekLength());
        var under = mine.next(length);
        var over = theirs.next(length);
        if (over instanceof Retain) {
          boolean last = composed.append(retained(under, over.attributes(), length));
          if (last && !theirs.hasNext()) {
            appendRest(composed, mine.rest());
            break;
          }
        } else if (under instanceof Retain) {
          composed.push(over);
        }
      }
    }
    return composed.chop().build();
  }

  /** Whole inserts under a plain first retain stay as they are: no need to look at each again. */
  private List<Op> untouchedHead(OpCursor mine, OpCursor theirs) {
    if (!(theirs.peek() instanceof Retain(int retained, var attributes))
        || !attributes.isEmpty()
        || !theirs.hasNext()) {
      return List.of();
    }
    int count = 0;
    int left = retained;
    while (mine.peek() instanceof Insert && mine.peekLength() <= left) {
      left -= mine.skip(left);
      count++;
    }
    if (left < retained) {
      theirs.skip(retained - left);
    }
    return ops.subList(0, count);
  }

  private static Op retained(Op under, Attributes over, int length) {
    return switch (under) {
      case Insert(var text, var attributes) ->
          over.isEmpty() ? under : new Insert(text, Attributes.compose(attributes, over, false));
      case Retain(_, var attributes) ->
          new Retain(length, Attributes.compose(attributes, over, true));
      case Delete _ -> throw new IllegalStateException("a delete was passed over");
    };
  }

  private static void appendRest(DeltaBuilder composed, List<Op> rest) {
    if (!rest.isEmpty()) {
      composed.push(rest.getFirst());
      composed.addAll(rest.subList(1, rest.size()));
    }
  }

  /**
   * {@code other}, made at the same text as this, as it reads after this.
   *
   * @param priority whether this came first: its inserts stand before those of {@code other} at the
   *     same place, its attributes win
   */
  public Delta transform(Delta other, boolean priority) {
    var mine = new OpCursor(ops);
    var theirs = new OpCursor(other.ops);
    var transformed = builder();
    while (mine.hasNext() || theirs.hasNext()) {
      if (mine.peek() instanceof Insert && (priority || !(theirs.peek() instanceof Insert))) {
        transformed.retain(mine.next().length());
      } else if (theirs.peek() instanceof Insert) {
        transformed.push(theirs.next());
      } else {
        int length = Math.min(mine.peekLength(), theirs.peekLength());
        var first = mine.next(length);
        var second = theirs.next(length);
        if (first instanceof Delete) {
          continue;
        }
        if (second instanceof Delete) {
          transformed.push(second);
        } else {
          transformed.retain(
              length, Attributes.transform(first.attributes(), second.attributes(), priority));
        }
      }
    }
    return transformed.chop().build();
  }

  /**
   * A position before this change, as it reads after it.
   *
   * @param priority whether a position stays before what is inserted right at it
   */
  public int transformPosition(int position, boolean priority) {
    int moved = position;
    int offset = 0;
    for (var op : ops) {
      if (offset > moved) {
        break;
      }
      switch (op) {
        case Delete(int length) -> moved -= Math.min(length, moved - offset);
        case Insert insert -> {
          if (offset < moved || !priority) {
            moved += insert.length();
          }
          offset += insert.length();
        }
        case Retain(int length, _) -> offset += length;
      }
    }
    return moved;
  }

  /** The change that takes this one back, where {@code base} is the text before it. */
  public Delta invert(Delta base) {
    var under = new OpCursor(base.ops);
    var inverted = builder();
    for (var op : ops) {
      switch (op) {
        case Insert insert -> inverted.delete(insert.length());
        case Retain(int length, var attributes) when attributes.isEmpty() -> {
          inverted.retain(length);
          for (int left = length; left > 0 && under.hasNext(); ) {
            left -= under.skip(left);
          }
        }
        case Retain(int length, var attributes) -> {
          for (int left = length; left > 0 && under.hasNext(); ) {
            var before = under.next(left);
            inverted.retain(before.length(), Attributes.invert(attributes, before.attributes()));
            left -= before.length();
          }
        }
        case Delete(int length) -> {
          for (int left = length; left > 0 && under.hasNext(); ) {
            var before = under.next(left);
            inverted.push(before);
            left -= before.length();
          }
        }
      }
    }
    return inverted.chop().build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Delta that && ops.equals(that.ops);
  }

  @Override
  public int hashCode() {
    return ops.hashCode();
  }

  @Override
  public String toString() {
    return ops.toString();
  }
}
