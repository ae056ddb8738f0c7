package org.tablee.wire;

import java.util.List;
import org.tablee.table.ChallengeCommand;
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
import org.tablee.table.ChallengeEvent;
import org.tablee.table.ChallengeEvent.ChallengeAdded;
import org.tablee.table.ChallengeEvent.ChallengeMoved;
import org.tablee.table.ChallengeEvent.ChallengeRated;
import org.tablee.table.ChallengeEvent.ChallengeRenamed;
import org.tablee.table.ChallengeEvent.ChallengeRestored;
import org.tablee.table.ChallengeEvent.ChallengeWithdrawn;
import org.tablee.table.ChallengeEvent.FindingsGathered;
import org.tablee.table.ChallengeEvent.FindingsReleased;
import org.tablee.table.ChallengeEvent.RatingClosed;
import org.tablee.table.ChallengeEvent.RatingGiven;
import org.tablee.table.ChallengeEvent.RatingOpened;
import org.tablee.table.ChallengeEvent.RatingValue;
import org.tablee.table.ChallengeId;
import org.tablee.table.FindingId;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.RatingId;
import org.tablee.table.Score;
import org.tablee.table.TextId;

/** What the files of the challenges say, as values. */
final class GoldenChallenges {
  private static final ChallengeId C1 = new ChallengeId("c1");
  private static final ChallengeId C2 = new ChallengeId("c2");
  private static final ParticipantId ANA = new ParticipantId("ana");
  private static final String COMMITMENT =
      "9f2c4a6be81d0357c6a4f0e2b8d91375af60c2e48b7d13590e6fa2c4d8b17e35";
  private static final RatingId R1 = new RatingId("r1");
  private static final List<FindingId> FINDINGS = List.of(new FindingId("f1"), new FindingId("f2"));
  private static final Line TITLE = new Line("Se déplacer sans voiture");
  private static final Line RENAMED = new Line("Des bancs à l’ombre");

  static final List<ChallengeCommand> COMMANDS =
      List.of(
          new AddChallenge(C1, TITLE),
          new RenameChallenge(C1, RENAMED),
          new MoveChallenge(C1, C2),
          new WithdrawChallenge(C1),
          new RestoreChallenge(C1),
          new GatherFindings(C1, FINDINGS),
          new ReleaseFindings(FINDINGS),
          new OpenRating(R1, true),
          new RateChallenge(R1, C1, new Score(8)),
          new CloseRating(R1));

  static final List<ChallengeEvent> EVENTS =
      List.of(
          new ChallengeAdded(C1, TITLE, new TextId("c1")),
          new ChallengeRenamed(C1, RENAMED),
          new ChallengeMoved(C1, C2),
          new ChallengeWithdrawn(C1),
          new ChallengeRestored(C1),
          new FindingsGathered(C1, FINDINGS),
          new FindingsReleased(FINDINGS),
          new RatingOpened(R1, true),
          new RatingGiven(C1, ANA, COMMITMENT),
          new ChallengeRated(C1, new Score(8)),
          new RatingClosed(
              R1,
              List.of(
                  new RatingValue(C1, ANA, new Score(8), "00112233445566778899aabbccddeeff"),
                  new RatingValue(
                      C1, new ParticipantId("ben"), null, "ffeeddccbbaa99887766554433221100"))));

  private GoldenChallenges() {}
}
