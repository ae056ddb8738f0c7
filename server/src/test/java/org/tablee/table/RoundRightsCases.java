package org.tablee.table;

import static org.tablee.table.ATable.LEA;

import java.util.List;
import org.tablee.table.RoundCommand.CloseRound;
import org.tablee.table.RoundCommand.DropRound;
import org.tablee.table.RoundCommand.HandIn;
import org.tablee.table.RoundCommand.OpenRound;
import org.tablee.table.RoundCommand.RevealRound;

/** Who may do what in rounds. */
final class RoundRightsCases {
  private static final RoundId ROUND = new RoundId("round");
  private static final DeviceKey KEY = new DeviceKey("kVf3nD0o8mQ2sX5yZ7aB1c");

  static final List<RightsCase> CASES =
      List.of(
          of("members", new HandIn(ROUND, KEY, List.of(new Line("Le dimanche")))),
          of("facilitators", open(new RoundId("another"))),
          of("facilitators", new CloseRound(ROUND)),
          of("facilitators", new RevealRound(ROUND)),
          of("facilitators", new DropRound(ROUND)));

  private RoundRightsCases() {}

  private static RightsCase of(String who, RoundCommand command) {
    return RightsCase.of(who, null, List.of(command), List.of());
  }

  private static OpenRound open(RoundId round) {
    return new OpenRound(round, RoundKind.NEEDS, new Line("De quoi manque-t-on ?"), false, null);
  }

  /** A round that is open. */
  static void prepare(ATable table) {
    table.does(LEA, open(ROUND));
  }
}
