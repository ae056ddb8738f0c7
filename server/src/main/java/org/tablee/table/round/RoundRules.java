package org.tablee.table.round;

import java.util.ArrayList;
import java.util.List;
import org.tablee.table.BoxContent;
import org.tablee.table.Chance;
import org.tablee.table.Decision;
import org.tablee.table.EntryId;
import org.tablee.table.Given;
import org.tablee.table.Hand;
import org.tablee.table.Inside;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.RefusalCode;
import org.tablee.table.RoundCommand;
import org.tablee.table.RoundCommand.CloseRound;
import org.tablee.table.RoundCommand.DropRound;
import org.tablee.table.RoundCommand.HandIn;
import org.tablee.table.RoundCommand.OpenRound;
import org.tablee.table.RoundCommand.RevealRound;
import org.tablee.table.RoundEvent.Entry;
import org.tablee.table.RoundEvent.RoundClosed;
import org.tablee.table.RoundEvent.RoundDropped;
import org.tablee.table.RoundEvent.RoundOpened;
import org.tablee.table.RoundEvent.RoundRevealed;
import org.tablee.table.RoundId;
import org.tablee.table.Sheet;
import org.tablee.table.Slot;
import org.tablee.table.Table;

/** Decides what is asked of rounds. */
public final class RoundRules {
  /** Rounds of a table, at most. */
  static final int ROUNDS_MAX = 200;

  /** Sheets without which an anonymous round is not revealed: of two, each would know the other. */
  static final int SHEETS_MIN = 3;

  private RoundRules() {}

  public static Decision decide(Table table, ParticipantId by, RoundCommand command) {
    return switch (command) {
      case OpenRound open -> open(table, open);
      case HandIn hand -> handIn(table.rounds(), by, hand);
      case CloseRound(var id) -> close(table.rounds(), id);
      case RevealRound(var id) -> reveal(table.rounds(), id);
      case DropRound(var id) -> drop(table.rounds(), id);
    };
  }

  private static Decision open(Table table, OpenRound open) {
    if (table.isTaken(open.round().value())) {
      return Decision.refuseField("/round");
    }
    if (table.rounds().inOrder().size() >= ROUNDS_MAX) {
      return Decision.refuse(RefusalCode.LIST_FULL);
    }
    return Decision.accept(
        new RoundOpened(
            open.round(), open.kind(), open.question(), open.anonymous(), open.seconds()));
  }

  private static Decision handIn(Rounds rounds, ParticipantId by, HandIn handIn) {
    var round = rounds.find(handIn.round());
    if (round == null) {
      return Decision.refuseField("/round");
    }
    // Whoever has a sheet in may be asking again what came in before: the box knows.
    if (round.state() != RoundState.OPEN && !round.hasHandedIn(by)) {
      return Decision.refuse(RefusalCode.ROUND_CLOSED);
    }
    var given = new Given(by, Slot.ONLY);
    var hand =
        round.isAnonymous() ? new Hand.Unsigned(given, handIn.key()) : new Hand.Signed(given);
    return new Decision.PutIn(
        round.id().box(), hand, new Sheet(handIn.entries()), RefusalCode.ROUND_CLOSED);
  }

  private static Decision close(Rounds rounds, RoundId id) {
    var round = rounds.find(id);
    if (round == null) {
      return Decision.refuseField("/round");
    }
    if (round.state() != RoundState.OPEN) {
      return Decision.refuse(RefusalCode.ROUND_CLOSED);
    }
    return new Decision.CloseBox(id.box(), List.of(new RoundClosed(id)));
  }

  private static Decision reveal(Rounds rounds, RoundId id) {
    var round = rounds.find(id);
    if (round == null) {
      return Decision.refuseField("/round");
    }
    if (round.isOver()) {
      return Decision.refuse(RefusalCode.ROUND_CLOSED);
    }
    if (round.isAnonymous() && round.handed().size() < SHEETS_MIN) {
      return Decision.refuse(RefusalCode.ROUND_FEW);
    }
    return new Decision.OpenBox(id.box());
  }

  private static Decision drop(Rounds rounds, RoundId id) {
    var round = rounds.find(id);
    if (round == null) {
      return Decision.refuseField("/round");
    }
    if (round.isOver()) {
      return Decision.refuse(RefusalCode.ROUND_CLOSED);
    }
    return new Decision.CloseBox(id.box(), List.of(new RoundDropped(id)));
  }

  /** The event that tells what was written: line by line, not sheet by sheet. */
  public static RoundRevealed open(RevealRound reveal, Inside inside, Chance chance) {
    var entries = new ArrayList<Entry>();
    for (var content : inside.contents()) {
      switch (content) {
        case Inside.Content.Signed(var given, _, _, var sheet) ->
            lines(sheet)
                .forEach(
                    line -> entries.add(new Entry(new EntryId(chance.newId()), line, given.by())));
        case Inside.Content.Unsigned(var sheet) ->
            lines(sheet)
                .forEach(line -> entries.add(new Entry(new EntryId(chance.newId()), line, null)));
      }
    }
    return new RoundRevealed(reveal.round(), chance.shuffled(entries));
  }

  private static List<Line> lines(BoxContent content) {
    if (content instanceof Sheet(var entries)) {
      return entries;
    }
    throw new IllegalArgumentException("no sheet: " + content);
  }
}
