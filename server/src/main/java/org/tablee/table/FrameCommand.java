package org.tablee.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a member may ask of what the table agreed before it starts: phases, lists, terms, words. */
public sealed interface FrameCommand extends TableCommand.ByMember {
  /**
   * Goes on to another phase, or back.
   *
   * @param reason needed to leave the frame with fewer than two colleges at the table
   */
  record MovePhase(Phase phase, @Nullable Line reason) implements FrameCommand {}

  /** Says when a phase is meant to take place; without either date it is no longer planned. */
  record PlanPhase(Phase phase, @Nullable Instant from, @Nullable Instant until)
      implements FrameCommand {}

  record OpenList(ListName list) implements FrameCommand {}

  /** Keeps a list as it is, in sight. */
  record CloseList(ListName list, @Nullable Line reason) implements FrameCommand {}

  /** Keeps a list as it is, out of sight of the page. */
  record PutListAside(ListName list, @Nullable Line reason) implements FrameCommand {}

  record AddTerm(TermId term, TermSection section, Line title) implements FrameCommand {}

  record RenameTerm(TermId term, Line title) implements FrameCommand {}

  /**
   * Gives a term another place in the list.
   *
   * @param before {@code null} moves to the end of the list
   */
  record MoveTerm(TermId term, @Nullable TermId before) implements FrameCommand {}

  record WithdrawTerm(TermId term) implements FrameCommand {}

  record RestoreTerm(TermId term) implements FrameCommand {}

  /**
   * Says whether a term may be discussed.
   *
   * @param holder by whom; needed where it is not negotiable
   * @param reason why; needed where it is not negotiable
   * @param until until when, in words
   */
  record SettleTerm(
      TermId term,
      TermStatus status,
      @Nullable Line holder,
      @Nullable Line reason,
      @Nullable Line until)
      implements FrameCommand {}

  /** Asks that a term that is not negotiable be taken up all the same. */
  record ContestTerm(ContestId contest, TermId term, Line reason) implements FrameCommand {}

  record AnswerContest(ContestId contest, ContestOutcome outcome, Line answer)
      implements FrameCommand {}

  record WithdrawContest(ContestId contest) implements FrameCommand {}

  /** Says what the table decides, and what it leaves to others; {@code null} says nothing of it. */
  record SayScope(@Nullable Line decides, @Nullable Line leaves) implements FrameCommand {}

  /** Asks everyone to read the frame as it stands now. */
  record PublishFrame() implements FrameCommand {}

  /**
   * Says that one has read the frame.
   *
   * @param frame the commit of the latest publication
   */
  record AcknowledgeFrame(Seq frame) implements FrameCommand {}

  record AddWord(WordId word, Line written) implements FrameCommand {}

  record RewriteWord(WordId word, Line written) implements FrameCommand {}

  record WithdrawWord(WordId word) implements FrameCommand {}

  record RestoreWord(WordId word) implements FrameCommand {}
}
