package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An area some items of which have a sealed box, under the item's own id.
 *
 * <p>Its rules answer a command with {@link Decision.PutIn}, {@link Decision.CloseBox} or {@link
 * Decision.OpenBox}, and the host does the rest. What the host relies on:
 *
 * <ul>
 *   <li>An area remembers every box there ever was, also when its item has left what is shown: the
 *       state of a box never becomes unknown again.
 *   <li>The event that tells or throws away what is in a box says so ({@link
 *       TableEvent#emptiedBox}); from then on the state is {@link BoxState#EMPTIED}.
 *   <li>A mark that the host appends makes {@link #marks} shorter by it.
 * </ul>
 */
public interface BoxArea extends Area {
  /** What is known of a box; {@code null} where it is none of this area. */
  @Nullable BoxState boxState(BoxId box);

  /**
   * The events by which the log tells that somebody handed in, as far as it does not tell yet.
   * Asked for after every handing in, and again before a box is closed, for a crash may have left
   * some out.
   *
   * @param box one of this area
   */
  List<TableEvent> marks(BoxId box, Inside inside);
}
