package org.tablee.wire;

import java.util.List;
import org.tablee.table.DeviceKey;
import org.tablee.table.EntryId;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.RoundCommand;
import org.tablee.table.RoundCommand.CloseRound;
import org.tablee.table.RoundCommand.DropRound;
import org.tablee.table.RoundCommand.HandIn;
import org.tablee.table.RoundCommand.OpenRound;
import org.tablee.table.RoundCommand.RevealRound;
import org.tablee.table.RoundEvent;
import org.tablee.table.RoundEvent.Entry;
import org.tablee.table.RoundEvent.RoundClosed;
import org.tablee.table.RoundEvent.RoundDropped;
import org.tablee.table.RoundEvent.RoundOpened;
import org.tablee.table.RoundEvent.RoundRevealed;
import org.tablee.table.RoundEvent.SheetHandedIn;
import org.tablee.table.RoundId;
import org.tablee.table.RoundKind;

/** What the files of the rounds say, as values. */
final class GoldenRounds {
  private static final RoundId R1 = new RoundId("r1");
  private static final ParticipantId ANA = new ParticipantId("ana");
  private static final Line QUESTION = new Line("Qu’est-ce qui vous inquiète ?");
  private static final Line SHUTTLE = new Line("La navette va disparaître");
  private static final Line TOLD = new Line("On ne nous dit pas tout");

  static final List<RoundCommand> COMMANDS =
      List.of(
          new OpenRound(R1, RoundKind.DOUBTS, QUESTION, true, 300),
          new HandIn(R1, new DeviceKey("kVf3nD0o8mQ2sX5yZ7aB1c"), List.of(SHUTTLE, TOLD)),
          new CloseRound(R1),
          new RevealRound(R1),
          new DropRound(R1));

  static final List<RoundEvent> EVENTS =
      List.of(
          new RoundOpened(R1, RoundKind.DOUBTS, QUESTION, true, 300),
          new SheetHandedIn(R1, ANA),
          new RoundClosed(R1),
          new RoundRevealed(
              R1,
              List.of(
                  new Entry(new EntryId("e1"), TOLD, null),
                  new Entry(new EntryId("e2"), SHUTTLE, ANA))),
          new RoundDropped(R1));

  private GoldenRounds() {}
}
