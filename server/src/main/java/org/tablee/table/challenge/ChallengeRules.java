package org.tablee.table.challenge;

import java.util.ArrayList;
import java.util.Comparator;
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
import org.tablee.table.ChallengeEvent.RatingValue;
import org.tablee.table.ChallengeId;
import org.tablee.table.Decision;
import org.tablee.table.FindingId;
import org.tablee.table.Given;
import org.tablee.table.Hand;
import org.tablee.table.Inside;
import org.tablee.table.ItemRules;
import org.tablee.table.ParticipantId;
import org.tablee.table.RatingId;
import org.tablee.table.RefusalCode;
import org.tablee.table.Rights.Reach;
import org.tablee.table.SealedScore;
import org.tablee.table.Slot;
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
      case OpenRating(var id, var isHidden) -> open(table, id, isHidden);
      case RateChallenge rate -> rate(table, by, rate);
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

  private static Decision open(Table table, RatingId id, boolean isHidden) {
    var latest = table.challenges().rating();
    if (table.isTaken(id.value()) || (latest != null && latest.isOpen())) {
      return Decision.refuseField(RATING);
    }
    if (latest != null && latest.earlier().size() + 1 >= RATINGS_MAX) {
      return Decision.refuse(RefusalCode.LIST_FULL);
    }
    return Decision.accept(new RatingOpened(id, isHidden));
  }

  private static Decision rate(Table table, ParticipantId by, RateChallenge rate) {
    var latest = table.challenges().rating();
    if (latest == null
        || !latest.id().equals(rate.rating())
        || !(latest.isOpen() || mayHaveComeIn(table, latest, by, rate))) {
      return Decision.refuse(RefusalCode.RATING_CLOSED);
    }
    if (!isThere(table, rate.challenge())) {
      return Decision.refuseField(CHALLENGE);
    }
    return latest.isHidden()
        ? new Decision.PutIn(
            latest.id().box(),
            new Hand.Signed(new Given(by, new Slot(rate.challenge().value()))),
            new SealedScore(rate.value()),
            RefusalCode.RATING_CLOSED)
        : Decision.accept(new ChallengeRated(rate.challenge(), rate.value()));
  }

  /** Asked again after the closing: the box knows whether it came in before. */
  private static boolean mayHaveComeIn(
      Table table, Rating latest, ParticipantId by, RateChallenge rate) {
    var challenge = table.challenges().find(rate.challenge());
    return latest.isHidden()
        && challenge != null
        && challenge.ratings().stream().anyMatch(rated -> rated.by().equals(by));
  }

  private static Decision close(Table table, RatingId id) {
    var latest = table.challenges().rating();
    if (latest == null || !latest.id().equals(id)) {
      return Decision.refuseField(RATING);
    }
    if (!latest.isOpen()) {
      return Decision.refuse(RefusalCode.RATING_CLOSED);
    }
    return latest.isHidden()
        ? new Decision.OpenBox(id.box())
        : Decision.accept(new RatingClosed(id, null));
  }

  /** The event that tells what was said in a hidden rating, by challenge and by member. */
  public static RatingClosed open(CloseRating close, Inside inside) {
    var values = new ArrayList<RatingValue>();
    for (var content : inside.contents()) {
      if (content
          instanceof Inside.Content.Signed(var given, var salt, _, SealedScore(var value))) {
        values.add(new RatingValue(new ChallengeId(given.slot().value()), given.by(), value, salt));
      } else {
        throw new IllegalArgumentException("no rating: " + content);
      }
    }
    values.sort(
        Comparator.comparing((RatingValue value) -> value.challenge().value())
            .thenComparing(value -> value.participant().value()));
    return new RatingClosed(close.rating(), values);
  }

  private static boolean isThere(Table table, ChallengeId id) {
    var challenge = table.challenges().find(id);
    return challenge != null && !challenge.isWithdrawn();
  }
}
