package org.tablee.wire;

import java.util.List;
import org.tablee.table.FrameCommand;
import org.tablee.table.FrameCommand.CloseList;
import org.tablee.table.FrameCommand.MovePhase;
import org.tablee.table.FrameCommand.OpenList;
import org.tablee.table.FrameCommand.PutListAside;
import org.tablee.table.FrameEvent;
import org.tablee.table.FrameEvent.ListClosed;
import org.tablee.table.FrameEvent.ListOpened;
import org.tablee.table.FrameEvent.ListPutAside;
import org.tablee.table.FrameEvent.PhaseMoved;
import org.tablee.table.Line;
import org.tablee.table.ListName;
import org.tablee.table.Phase;

/** What the files of the frame say, as values. */
final class GoldenFrame {
  private static final Line REASON = new Line("Le diagnostic est partagé");

  static final List<FrameCommand> COMMANDS =
      List.of(
          new MovePhase(Phase.DEBATE, REASON),
          new OpenList(ListName.FINDINGS),
          new CloseList(ListName.FINDINGS, REASON),
          new PutListAside(ListName.CHALLENGES, REASON));

  static final List<FrameEvent> EVENTS =
      List.of(
          new PhaseMoved(Phase.DEBATE, REASON),
          new ListOpened(ListName.FINDINGS),
          new ListClosed(ListName.FINDINGS, REASON),
          new ListPutAside(ListName.CHALLENGES, REASON));

  private GoldenFrame() {}
}
