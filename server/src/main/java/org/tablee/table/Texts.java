package org.tablee.table;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;
import org.tablee.text.Delta;

/** Every co-edited text of a table. */
public final class Texts {
  /**
   * What the remembered changes of all texts of a table may weigh; beyond it those of the text that
   * was changed longest ago are forgotten. Some 16 MB of memory.
   */
  static final long WEIGHT_MAX = 8L * CoText.WEIGHT_MAX;

  static final Texts NONE = new Texts(HashTreePMap.empty(), TreePSet.empty(), 0);

  /** A text of which changes are remembered, and the commit of the latest. */
  private record Remembered(Seq last, TextId text) implements Comparable<Remembered> {
    private static final Comparator<Remembered> ORDER =
        Comparator.<Remembered>comparingLong(one -> one.last().value())
            .thenComparing(one -> one.text().value());

    @Override
    public int compareTo(Remembered other) {
      return ORDER.compare(this, other);
    }
  }

  private final PMap<TextId, CoText> byId;
  private final PSortedSet<Remembered> remembered;
  private final long weight;

  private Texts(PMap<TextId, CoText> byId, PSortedSet<Remembered> remembered, long weight) {
    this.byId = byId;
    this.remembered = remembered;
    this.weight = weight;
  }

  /** Texts of which no change is remembered. */
  public static Texts withoutPast(Map<TextId, CoText> texts) {
    var forgetful = new HashMap<TextId, CoText>();
    texts.forEach((id, text) -> forgetful.put(id, text.forgetful()));
    return new Texts(HashTreePMap.from(forgetful), TreePSet.empty(), 0);
  }

  /** The text of that id, or {@code null}. */
  public @Nullable CoText find(TextId id) {
    return byId.get(id);
  }

  /**
   * The text of that id.
   *
   * @throws CorruptHistoryException where there is none
   */
  public CoText existing(TextId id) {
    var text = byId.get(id);
    if (text == null) {
      throw new CorruptHistoryException("no text " + id.value());
    }
    return text;
  }

  /** Every text, in no order. */
  public Map<TextId, CoText> all() {
    return byId;
  }

  Texts and(TextId id, Seq created) {
    if (byId.containsKey(id)) {
      throw new CorruptHistoryException("text made twice: " + id.value());
    }
    return new Texts(byId.plus(id, CoText.empty(created)), remembered, weight);
  }

  Texts edit(TextId id, Seq seq, Delta delta) {
    var before = existing(id);
    var after = before.after(seq, delta);
    var order =
        remembered
            .minus(new Remembered(before.lastChange(), id))
            .plus(new Remembered(after.lastChange(), id));
    return new Texts(byId.plus(id, after), order, weight + after.weight() - before.weight())
        .forgetOldest();
  }

  private Texts forgetOldest() {
    var texts = byId;
    var order = remembered;
    long weighs = weight;
    while (weighs > WEIGHT_MAX) {
      var oldest = order.getFirst();
      var text = existing(oldest.text());
      weighs -= text.weight();
      texts = texts.plus(oldest.text(), text.forgetful());
      order = order.minus(oldest);
    }
    return order == remembered ? this : new Texts(texts, order, weighs);
  }

  /** What the changes weigh that are remembered. */
  long weight() {
    return weight;
  }
}
