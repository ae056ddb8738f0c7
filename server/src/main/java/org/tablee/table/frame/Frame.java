package org.tablee.table.frame;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.tablee.table.Area;
import org.tablee.table.Commit;
import org.tablee.table.FrameEvent;
import org.tablee.table.FrameEvent.ListClosed;
import org.tablee.table.FrameEvent.ListOpened;
import org.tablee.table.FrameEvent.ListPutAside;
import org.tablee.table.FrameEvent.PhaseMoved;
import org.tablee.table.ListName;
import org.tablee.table.ListState;
import org.tablee.table.Phase;
import org.tablee.table.TextId;

/**
 * Where a table stands and what it agreed on.
 *
 * @param lists those that are not open
 */
public record Frame(Phase phase, PMap<ListName, ListState> lists) implements Area {
  public static final Frame EMPTY = new Frame(Phase.FRAME, HashTreePMap.empty());

  public static Frame of(Phase phase, Map<ListName, ListState> lists) {
    return new Frame(phase, HashTreePMap.from(lists));
  }

  /** The state after one more event. */
  public Frame after(FrameEvent event, Commit commit) {
    return switch (event) {
      case PhaseMoved(var next, _) -> new Frame(next, lists);
      case ListOpened(var list) -> new Frame(phase, lists.minus(list));
      case ListClosed(var list, _) -> new Frame(phase, lists.plus(list, ListState.CLOSED));
      case ListPutAside(var list, _) -> new Frame(phase, lists.plus(list, ListState.ASIDE));
    };
  }

  /** Whether items of that list may be added and changed. */
  public boolean isOpen(ListName list) {
    return !lists.containsKey(list);
  }

  @Override
  public boolean has(String id) {
    return false;
  }

  @Override
  public @Nullable ListName listOf(TextId text) {
    return null;
  }

  @Override
  public boolean isLocked(TextId text) {
    return false;
  }
}
