package org.tablee.table;

import org.jspecify.annotations.Nullable;
import org.tablee.table.Rights.Reach;

/** The rules that hold for the items of every list; each area adds its own. */
public final class ItemRules {
  private ItemRules() {}

  /**
   * Decides that an item is added.
   *
   * @param field the pointer of the field that holds the id
   */
  public static Decision add(
      Table table, Items<?> list, int most, String field, String key, TableEvent event) {
    if (table.isTaken(key)) {
      return Decision.refuseField(field);
    }
    if (list.count() >= most) {
      return Decision.refuse(RefusalCode.LIST_FULL);
    }
    return Decision.accept(event);
  }

  /** Decides what is done to an item by whoever may do it to their own, or to any. */
  public static Decision change(
      Items<?> list, ParticipantId by, Reach reach, String field, String key, TableEvent event) {
    var item = list.find(key);
    if (item == null) {
      return Decision.refuseField(field);
    }
    if (reach == Reach.OWN && !item.by().equals(by)) {
      return Decision.refuse(RefusalCode.RIGHTS_OWN);
    }
    return Decision.accept(event);
  }

  /** Decides that an item is moved before another, or to the end. */
  public static Decision move(
      Items<?> list, String field, String key, @Nullable String before, TableEvent event) {
    if (!list.has(key)) {
      return Decision.refuseField(field);
    }
    if (before != null && (before.equals(key) || !list.has(before))) {
      return Decision.refuseField("/before");
    }
    return Decision.accept(event);
  }
}
