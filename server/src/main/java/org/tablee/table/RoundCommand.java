package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member may ask of rounds, in which everyone writes and nobody sees until it is told. */
public sealed interface RoundCommand extends TableCommand.ByMember {
  /** Seconds that the clock of a round may be set to. */
  int SECONDS_MIN = 30;

  int SECONDS_MAX = 3_600;

  /**
   * Opens a round.
   *
   * @param seconds how long the clock runs, which guides and closes nothing; {@code null} for none
   */
  record OpenRound(
      RoundId round, RoundKind kind, Line question, boolean anonymous, @Nullable Integer seconds)
      implements RoundCommand {}

  /** Hands in a sheet, in place of the one that its member handed in before. */
  record HandIn(RoundId round, DeviceKey key, List<Line> entries) implements RoundCommand {
    /** Lines of a sheet, at most. */
    public static final int ENTRIES_MAX = 10;

    public HandIn {
      entries = List.copyOf(entries);
    }

    @Override
    public String toString() {
      return "HandIn to " + round.value();
    }
  }

  record CloseRound(RoundId round) implements RoundCommand {}

  /** Closes the round where it is open, and shows everyone what was written. */
  record RevealRound(RoundId round) implements RoundCommand {}

  /** Closes the round where it is open, and throws away unread what was written. */
  record DropRound(RoundId round) implements RoundCommand {}
}
