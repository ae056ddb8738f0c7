package org.tablee.text;

import java.util.ArrayList;
import java.util.List;
import org.tablee.text.Op.Delete;
import org.tablee.text.Op.Insert;
import org.tablee.text.Op.Retain;

/**
 * Builds a Delta by quill-delta's {@code push}: neighbours that are alike become one op, and at one
 * place the insert stands before the delete.
 */
public final class DeltaBuilder {
  private final ArrayList<Op> ops = new ArrayList<>();

  /**
   * The texts that merge into the insert at {@link #mergingAt}, joined when that op is complete:
   * joining them one by one would copy a long text once for every piece.
   */
  private final ArrayList<String> merging = new ArrayList<>();

  private int mergingAt;

  DeltaBuilder() {}

  public DeltaBuilder insert(String text) {
    return insert(text, Attributes.NONE);
  }

  /** Nothing where the text is empty. */
  public DeltaBuilder insert(String text, Attributes attributes) {
    return text.isEmpty() ? this : push(new Insert(text, attributes));
  }

  public DeltaBuilder retain(int length) {
    return retain(length, Attributes.NONE);
  }

  /** Nothing where the length is below one. */
  public DeltaBuilder retain(int length, Attributes attributes) {
    return length < 1 ? this : push(new Retain(length, attributes));
  }

  /** Nothing where the length is below one. */
  public DeltaBuilder delete(int length) {
    return length < 1 ? this : push(new Delete(length));
  }

  public DeltaBuilder push(Op op) {
    append(op);
    return this;
  }

  /** Takes away a last retain that changes nothing. */
  public DeltaBuilder chop() {
    if (!ops.isEmpty() && ops.getLast() instanceof Retain last && last.attributes().isEmpty()) {
      ops.removeLast();
    }
    return this;
  }

  public Delta build() {
    completeMerge();
    return Delta.of(ops);
  }

  /** Pushes, and says whether the op now stands last as it is. */
  boolean append(Op op) {
    int at = ops.size();
    if (op instanceof Insert && at > 0 && ops.getLast() instanceof Delete) {
      at--;
    }
    if (at > 0 && merge(at - 1, op)) {
      return false;
    }
    ops.add(at, op);
    return at == ops.size() - 1;
  }

  /** Adds ops as they are. */
  void addAll(List<Op> more) {
    ops.addAll(more);
  }

  private boolean merge(int at, Op op) {
    var last = ops.get(at);
    if (!last.attributes().equals(op.attributes())) {
      return false;
    }
    // Lengths that no int holds stay apart; no text is that long, so this is nobody's edit.
    boolean fits = last.length() <= Integer.MAX_VALUE - op.length();
    if (last instanceof Insert(var text, _) && op instanceof Insert(var more, _)) {
      mergeText(at, text, more);
      return true;
    }
    if (fits && last instanceof Retain && op instanceof Retain) {
      ops.set(at, new Retain(last.length() + op.length(), op.attributes()));
      return true;
    }
    if (fits && last instanceof Delete && op instanceof Delete) {
      ops.set(at, new Delete(last.length() + op.length()));
      return true;
    }
    return false;
  }

  private void mergeText(int at, String text, String more) {
    if (merging.isEmpty() || mergingAt != at) {
      completeMerge();
      mergingAt = at;
      merging.add(text);
    }
    merging.add(more);
  }

  private void completeMerge() {
    if (!merging.isEmpty()) {
      ops.set(mergingAt, new Insert(String.join("", merging), ops.get(mergingAt).attributes()));
      merging.clear();
    }
  }
}
