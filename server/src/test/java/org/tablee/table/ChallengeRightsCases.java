package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.table.ChallengeCommand.AddChallenge;
import org.tablee.table.ChallengeCommand.CloseRating;
import org.tablee.table.ChallengeCommand.GatherFindings;
import org.tablee.table.ChallengeCommand.MoveChallenge;
import org.tablee.table.ChallengeCommand.OpenRating;
import org.tablee.table.ChallengeCommand.RateChallenge;
import org.tablee.table.ChallengeCommand.ReleaseFindings;
import org.tablee.table.ChallengeCommand.RenameChallenge;
import org.tablee.table.ChallengeCommand.RestoreChallenge;
import org.tablee.table.ChallengeCommand.WithdrawChallenge;

/** Who may do what to the challenges. */
final class ChallengeRightsCases {
  private static final ChallengeId OWN = new ChallengeId("own-challenge");
  private static final ChallengeId OTHERS = new ChallengeId("others-challenge");
  private static final RatingId RATING = new RatingId("rating");
  private static final Line TITLE = new Line("Un titre");
  private static final List<FindingId> FINDINGS =
      List.of(DiagnosisRightsCases.OWN, DiagnosisRightsCases.OTHERS);

  static final List<RightsCase> CASES =
      List.of(
          of("members", new AddChallenge(new ChallengeId("new"), TITLE), null),
          of("members", new MoveChallenge(OWN, null), new MoveChallenge(OTHERS, null)),
          of("authors", new RenameChallenge(OWN, TITLE), new RenameChallenge(OTHERS, TITLE)),
          of("authors", new WithdrawChallenge(OWN), new WithdrawChallenge(OTHERS)),
          of("authors", new RestoreChallenge(OWN), new RestoreChallenge(OTHERS)),
          of("members", new GatherFindings(OWN, FINDINGS), new GatherFindings(OTHERS, FINDINGS)),
          of("members", new ReleaseFindings(FINDINGS), null),
          rating("facilitators", new OpenRating(new RatingId("new"), false)),
          rating("members", new RateChallenge(RATING, OTHERS, new Score(7))),
          rating("facilitators", new CloseRating(RATING)));

  private ChallengeRightsCases() {}

  /** Only where none is open a rating is opened. */
  static void prepare(ATable table, RightsCase one) {
    table.does(ATable.NOBODY, new AddChallenge(OWN, TITLE));
    table.does(ATable.YANN, new AddChallenge(OTHERS, TITLE));
    if (one.command() != OpenRating.class) {
      table.does(ATable.LEA, new OpenRating(RATING, false));
    }
  }

  private static RightsCase of(
      String who, ChallengeCommand own, @Nullable ChallengeCommand others) {
    return RightsCase.of(
        who, ListName.CHALLENGES, List.of(own), others == null ? List.of() : List.of(others));
  }

  /** No list refuses what belongs to a rating. */
  private static RightsCase rating(String who, ChallengeCommand command) {
    return RightsCase.of(who, null, List.of(command), List.of());
  }
}
