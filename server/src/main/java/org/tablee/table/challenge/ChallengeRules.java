package org.tablee.table.challenge;

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
import org.tablee.table.ChallengeEvent.RatingOpened;
import org.tablee.table.ChallengeId;
import org.tablee.table.Decision;
import org.tablee.table.FindingId;
import org.tablee.table.ItemRules;
import org.tablee.table.ParticipantId;
import org.tablee.table.RatingId;
import org.tablee.table.RefusalCode;
import org.tablee.table.Rights.Reach;
import org.tablee.table.Table;
import org.tablee.table.TextId;

/** Decides what is asked of the challenges. */
public final class ChallengeRules {
  /** Challenges of one table, withdrawn ones included. */
  public static final int CHALLENGES_MAX = 1_000;

  /** Findings gathered or released at once. */
  public static final int AT_ONCE_MAX = 200;

  /** Ratings of one table; the ids of all stay taken. */
  public static final int RATINGS_MAX = 1_000;

  private static final String CHALLENGE = "/challenge";
  private static final String RATING = "/rating";

  private ChallengeRules() {}

  public static Decision decide(
      Table table, ParticipantId by, Reach reach, ChallengeCommand command) {
    var challenges = table.challenges().challenges();
    return switch (command) {
      case AddChallenge(var id, var title) ->
          ItemRules.add(
              table,
              challenges,
              CHALLENGES_MAX,
              CHALLENGE,
              id.value(),
              new ChallengeAdded(id, title, new TextId(id.value())));
      case MoveChallenge(var id, var before) ->
          ItemRules.move(
              challenges,
              CHALLENGE,
              id.value(),
              before == null ? null : before.value(),
              new ChallengeMoved(id, before));
      case RenameChallenge(var id, var title) ->
          change(table, by, reach, id, new ChallengeRenamed(id, title));
      case WithdrawChallenge(var id) -> change(table, by, reach, id, new ChallengeWithdrawn(id));
      case RestoreChallenge(var id) -> change(table, by, reach, id, new ChallengeRestored(id));
      case GatherFindings(var id, var findings) -> gather(table, id, findings);
      case ReleaseFindings(var findings) -> release(table, findings);
      case OpenRating(var id) -> open(table, id);
      case RateChallenge rate -> rate(table, rate);
      case CloseRating(var id) -> close(table, id);
    };
  }

  private static Decision change(
      Table table, ParticipantId by, Reach reach, ChallengeId id, ChallengeEvent event) {
    return ItemRules.change(
        table.challenges().challenges(), by, reach, CHALLENGE, id.value(), event);
  }

  private static Decision gather(Table table, ChallengeId id, List<FindingId> findings) {
    if (!isThere(table, id)) {
      return Decision.refuseField(CHALLENGE);
    }
    for (var one : findings) {
      var finding = table.diagnosis().find(one);
      if (finding == null || finding.isWithdrawn()) {
        return Decision.refuseField("/findings");
      }
      if (finding.isMerged()) {
        return Decision.refuse(RefusalCode.FINDING_MERGED);
      }
    }
    return Decision.accept(new FindingsGathered(id, findings));
  }

  private static Decision release(Table table, List<FindingId> findings) {
    for (var one : findings) {
      if (table.diagnosis().find(one) == null) {
        return Decision.refuseField("/findings");
      }
    }
    return Decision.accept(new FindingsReleased(findings));
  }

  private static Decision open(Table table, RatingId id) {
    var latest = table.challenges().rating();
    if (table.isTaken(id.value()) || (latest != null && latest.isOpen())) {
      return Decision.refuseField(RATING);
    }
    if (latest != null && latest.earlier().size() + 1 >= RATINGS_MAX) {
      return Decision.refuse(RefusalCode.LIST_FULL);
    }
    return Decision.accept(new RatingOpened(id));
  }

  private static Decision rate(Table table, RateChallenge rate) {
    var latest = table.challenges().rating();
    if (latest == null || !latest.isOpen()) {
      return Decision.refuse(RefusalCode.RATING_CLOSED);
    }
    return isThere(table, rate.challenge())
        ? Decision.accept(new ChallengeRated(rate.challenge(), rate.value()))
        : Decision.refuseField(CHALLENGE);
  }

  private static Decision close(Table table, RatingId id) {
    var latest = table.challenges().rating();
    if (latest == null || !latest.id().equals(id)) {
      return Decision.refuseField(RATING);
    }
    return latest.isOpen()
        ? Decision.accept(new RatingClosed(id))
        : Decision.refuse(RefusalCode.RATING_CLOSED);
  }

  private static boolean isThere(Table table, ChallengeId id) {
    var challenge = table.challenges().find(id);
    return challenge != null && !challenge.isWithdrawn();
  }
}
