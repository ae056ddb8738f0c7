package org.tablee.table;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** The shared diagnosis: findings in their shown order; withdrawn ones keep their place. */
public final class Diagnosis {
  static final Diagnosis EMPTY = new Diagnosis(TreePVector.empty(), HashTreePMap.empty());

  private final PVector<FindingId> order;
  private final PMap<FindingId, Finding> byId;

  private Diagnosis(PVector<FindingId> order, PMap<FindingId, Finding> byId) {
    this.order = order;
    this.byId = byId;
  }

  static Diagnosis of(List<Finding> findings) {
    var diagnosis = EMPTY;
    for (var finding : findings) {
      diagnosis = diagnosis.and(finding);
    }
    return diagnosis;
  }

  /** The finding of that id, or {@code null}. */
  public @Nullable Finding find(FindingId id) {
    return byId.get(id);
  }

  public int count() {
    return order.size();
  }

  public List<Finding> inOrder() {
    return order.stream().map(this::existing).toList();
  }

  Diagnosis and(Finding finding) {
    if (byId.containsKey(finding.id())) {
      throw new CorruptHistoryException("added twice: " + finding.id().value());
    }
    return new Diagnosis(order.plus(finding.id()), byId.plus(finding.id(), finding));
  }

  Diagnosis change(FindingId id, UnaryOperator<Finding> change) {
    return new Diagnosis(order, byId.plus(id, change.apply(existing(id))));
  }

  Diagnosis move(FindingId id, @Nullable FindingId before) {
    var without = order.minus(existing(id).id());
    if (before == null) {
      return new Diagnosis(without.plus(id), byId);
    }
    int at = without.indexOf(before);
    if (at < 0) {
      throw new CorruptHistoryException("moved before nothing: " + before.value());
    }
    return new Diagnosis(without.plus(at, id), byId);
  }

  private Finding existing(FindingId id) {
    var finding = byId.get(id);
    if (finding == null) {
      throw new CorruptHistoryException("no finding " + id.value());
    }
    return finding;
  }
}
