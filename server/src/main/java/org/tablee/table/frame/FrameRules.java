package org.tablee.table.frame;

import org.tablee.table.Decision;
import org.tablee.table.FrameCommand;
import org.tablee.table.FrameCommand.CloseList;
import org.tablee.table.FrameCommand.MovePhase;
import org.tablee.table.FrameCommand.OpenList;
import org.tablee.table.FrameCommand.PutListAside;
import org.tablee.table.FrameEvent.ListClosed;
import org.tablee.table.FrameEvent.ListOpened;
import org.tablee.table.FrameEvent.ListPutAside;
import org.tablee.table.FrameEvent.PhaseMoved;

/** Decides what is asked of the frame. */
public final class FrameRules {
  private FrameRules() {}

  public static Decision decide(FrameCommand command) {
    return switch (command) {
      case MovePhase(var phase, var reason) -> Decision.accept(new PhaseMoved(phase, reason));
      case OpenList(var list) -> Decision.accept(new ListOpened(list));
      case CloseList(var list, var reason) -> Decision.accept(new ListClosed(list, reason));
      case PutListAside(var list, var reason) -> Decision.accept(new ListPutAside(list, reason));
    };
  }
}
