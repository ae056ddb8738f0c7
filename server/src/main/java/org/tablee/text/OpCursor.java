package org.tablee.text;

import java.util.ArrayList;
import java.util.List;
import org.tablee.text.Op.Delete;
import org.tablee.text.Op.Insert;
import org.tablee.text.Op.Retain;

/** A place in a list of ops, read on in pieces. Behind the last op stands an endless retain. */
final class OpCursor {
  private static final Op ENDLESS = new Retain(Integer.MAX_VALUE, Attributes.NONE);

  private final List<Op> ops;
  private int index;

  /** Units of the current op that were read already. */
  private int offset;

  OpCursor(List<Op> ops) {
    this.ops = ops;
  }

  boolean hasNext() {
    return index < ops.size();
  }

  /** The whole current op, whatever was read of it. */
  Op peek() {
    return hasNext() ? ops.get(index) : ENDLESS;
  }

  /** What is left of the current op. */
  int peekLength() {
    return peek().length() - offset;
  }

  /** The rest of the current op. */
  Op next() {
    return next(peekLength());
  }

  /** At most {@code length} units of the current op. */
  Op next(int length) {
    var op = peek();
    if (!hasNext()) {
      return op;
    }
    int from = offset;
    int taken = skip(length);
    return taken == op.length() ? op : piece(op, from, taken);
  }

  /** Passes at most {@code length} units of the current op and says how many. */
  int skip(int length) {
    if (!hasNext()) {
      return length;
    }
    int left = peekLength();
    if (length < left) {
      offset += length;
      return length;
    }
    index++;
    offset = 0;
    return left;
  }

  /** Everything from here on. */
  List<Op> rest() {
    if (!hasNext() || offset == 0) {
      return ops.subList(Math.min(index, ops.size()), ops.size());
    }
    var rest = new ArrayList<Op>(ops.subList(index, ops.size()));
    rest.set(0, piece(peek(), offset, peekLength()));
    return rest;
  }

  private static Op piece(Op op, int from, int length) {
    return switch (op) {
      case Insert(var text, var attributes) ->
          new Insert(text.substring(from, from + length), attributes);
      case Retain(_, var attributes) -> new Retain(length, attributes);
      case Delete(_) -> new Delete(length);
    };
  }
}
