package org.tablee.table;

import org.jspecify.annotations.Nullable;

/** Something that happened to what the table agreed before it starts. */
public sealed interface FrameEvent extends TableEvent {
  record PhaseMoved(Phase phase, @Nullable Line reason) implements FrameEvent {}

  record ListOpened(ListName list) implements FrameEvent {}

  record ListClosed(ListName list, @Nullable Line reason) implements FrameEvent {}

  record ListPutAside(ListName list, @Nullable Line reason) implements FrameEvent {}
}
