package org.tablee.table;

import java.util.List;
import org.tablee.table.FrameCommand.CloseList;
import org.tablee.table.FrameCommand.MovePhase;
import org.tablee.table.FrameCommand.OpenList;
import org.tablee.table.FrameCommand.PutListAside;

/** Who may do what to the frame. */
final class FrameRightsCases {
  static final List<RightsCase> CASES =
      List.of(
          of(new MovePhase(Phase.DEBATE, new Line("On avance"))),
          of(new OpenList(ListName.FINDINGS)),
          of(new CloseList(ListName.FINDINGS, null)),
          of(new PutListAside(ListName.FINDINGS, null)));

  private FrameRightsCases() {}

  private static RightsCase of(FrameCommand command) {
    return RightsCase.of("facilitators", null, List.of(command), List.of());
  }
}
