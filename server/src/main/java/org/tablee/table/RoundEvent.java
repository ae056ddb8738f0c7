package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened to a round. */
public sealed interface RoundEvent extends TableEvent {
  /** The clock runs from the time of the commit. */
  record RoundOpened(
      RoundId round, RoundKind kind, Line question, boolean anonymous, @Nullable Integer seconds)
      implements RoundEvent {}

  /** A member has a sheet in the box. It is told once, however often the sheet is changed. */
  record SheetHandedIn(RoundId round, ParticipantId participant) implements RoundEvent {}

  record RoundClosed(RoundId round) implements RoundEvent {}

  /**
   * What was written is told.
   *
   * @param entries in an order that chance made
   */
  record RoundRevealed(RoundId round, List<Entry> entries) implements RoundEvent {
    public RoundRevealed {
      entries = List.copyOf(entries);
    }

    @Override
    public BoxId emptiedBox() {
      return round.box();
    }
  }

  record RoundDropped(RoundId round) implements RoundEvent {
    @Override
    public BoxId emptiedBox() {
      return round.box();
    }
  }

  /**
   * A line of somebody's sheet.
   *
   * @param by {@code null} in an anonymous round
   */
  record Entry(EntryId entry, Line text, @Nullable ParticipantId by) {}
}
