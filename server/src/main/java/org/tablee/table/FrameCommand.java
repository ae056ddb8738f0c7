package org.tablee.table;

import org.jspecify.annotations.Nullable;

/** What a member may ask of what the table agreed before it starts: phases, lists, terms. */
public sealed interface FrameCommand extends TableCommand.ByMember {
  record MovePhase(Phase phase, @Nullable Line reason) implements FrameCommand {}

  record OpenList(ListName list) implements FrameCommand {}

  /** Keeps a list as it is, in sight. */
  record CloseList(ListName list, @Nullable Line reason) implements FrameCommand {}

  /** Keeps a list as it is, out of sight of the page. */
  record PutListAside(ListName list, @Nullable Line reason) implements FrameCommand {}
}
