package org.tablee.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.tablee.table.TableEvent.TextEdited;
import org.tablee.text.Delta;

/** Every co-edited text of a table. */
public final class Texts {
  static final Texts NONE = new Texts(HashTreePMap.empty());

  private final PMap<TextId, CoText> byId;

  private Texts(PMap<TextId, CoText> byId) {
    this.byId = byId;
  }

  public static Texts of(Map<TextId, CoText> texts) {
    return new Texts(HashTreePMap.from(texts));
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
    return new Texts(byId.plus(id, CoText.empty(created)));
  }

  Texts edit(TextId id, Seq seq, Delta delta) {
    return new Texts(byId.plus(id, existing(id).after(seq, delta)));
  }

  /**
   * The same texts that know their past further back.
   *
   * @param since every change after this commit is in {@code earlier} or known already
   * @param earlier commits after {@code since}, in order, at least up to where texts know their
   *     past
   */
  Texts knowing(Seq since, List<Commit> earlier) {
    var changes = new HashMap<TextId, List<CoText.Change>>();
    for (var commit : earlier) {
      for (var event : commit.events()) {
        if (event instanceof TextEdited(var text, var delta)) {
          changes
              .computeIfAbsent(text, _ -> new ArrayList<>())
              .add(new CoText.Change(commit.seq(), delta));
        }
      }
    }
    var next = byId;
    for (var one : byId.entrySet()) {
      var text = one.getValue();
      if (since.isBefore(text.knownFrom())) {
        var missing =
            changes.getOrDefault(one.getKey(), List.of()).stream()
                .filter(change -> !text.knownFrom().isBefore(change.seq()))
                .toList();
        next = next.plus(one.getKey(), text.knowing(since, missing));
      }
    }
    return new Texts(next);
  }
}
