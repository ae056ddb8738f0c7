package org.tablee.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to what the table agreed before it starts. */
public sealed interface FrameEvent extends TableEvent {
  record PhaseMoved(Phase phase, @Nullable Line reason) implements FrameEvent {}

  /** Without either date the phase is no longer planned. */
  record PhasePlanned(Phase phase, @Nullable Instant from, @Nullable Instant until)
      implements FrameEvent {}

  record ListOpened(ListName list) implements FrameEvent {}

  record ListClosed(ListName list, @Nullable Line reason) implements FrameEvent {}

  record ListPutAside(ListName list, @Nullable Line reason) implements FrameEvent {}

  record TermAdded(TermId term, TermSection section, Line title, TextId text)
      implements FrameEvent {
    @Override
    public TextId newText() {
      return text;
    }
  }

  record TermRenamed(TermId term, Line title) implements FrameEvent {}

  /**
   * Gives a term another place in the list.
   *
   * @param before the term that it now stands before; {@code null} for the end of the list
   */
  record TermMoved(TermId term, @Nullable TermId before) implements FrameEvent {}

  record TermWithdrawn(TermId term) implements FrameEvent {}

  record TermRestored(TermId term) implements FrameEvent {}

  /** Says whether a term may be discussed; what is {@code null} is not said. */
  record TermSettled(
      TermId term,
      TermStatus status,
      @Nullable Line holder,
      @Nullable Line reason,
      @Nullable Line until)
      implements FrameEvent {}

  record TermContested(ContestId contest, TermId term, Line reason) implements FrameEvent {}

  record ContestAnswered(ContestId contest, ContestOutcome outcome, Line answer)
      implements FrameEvent {}

  record ContestWithdrawn(ContestId contest) implements FrameEvent {}

  /** Says what the table decides and leaves to others; {@code null} where nothing is said. */
  record ScopeSaid(@Nullable Line decides, @Nullable Line leaves) implements FrameEvent {}

  /** The frame as it stands after this commit is to be read by everyone. */
  record FramePublished() implements FrameEvent {}

  /**
   * Somebody has read the frame.
   *
   * @param frame the commit of the publication
   */
  record FrameAcknowledged(Seq frame) implements FrameEvent {}

  record WordAdded(WordId word, Line written, TextId text) implements FrameEvent {
    @Override
    public TextId newText() {
      return text;
    }
  }

  record WordRewritten(WordId word, Line written) implements FrameEvent {}

  record WordWithdrawn(WordId word) implements FrameEvent {}

  record WordRestored(WordId word) implements FrameEvent {}
}
