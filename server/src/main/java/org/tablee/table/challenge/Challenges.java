package org.tablee.table.challenge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePVector;
import org.tablee.table.BoxArea;
import org.tablee.table.BoxId;
import org.tablee.table.BoxState;
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
import org.tablee.table.Commit;
import org.tablee.table.CorruptHistoryException;
import org.tablee.table.DiagnosisEvent.FindingsMerged;
import org.tablee.table.FindingId;
import org.tablee.table.Given;
import org.tablee.table.Inside;
import org.tablee.table.Items;
import org.tablee.table.ListName;
import org.tablee.table.Phase;
import org.tablee.table.Slot;
import org.tablee.table.TableEvent;
import org.tablee.table.TextId;

/**
 * The challenges in their shown order, withdrawn ones in their place.
 *
 * @param under the challenge that each gathered finding stands under
 * @param rating the latest; {@code null} before the first
 */
public record Challenges(
    Items<Challenge> challenges, PMap<FindingId, ChallengeId> under, @Nullable Rating rating)
    implements BoxArea {
  public static final Challenges EMPTY = new Challenges(Items.none(), HashTreePMap.empty(), null);

  public static Challenges of(List<Challenge> challenges, @Nullable Rating rating) {
    var under = new HashMap<FindingId, ChallengeId>();
    for (var challenge : challenges) {
      challenge.findings().forEach(finding -> under.put(finding, challenge.id()));
    }
    return new Challenges(Items.of(challenges), HashTreePMap.from(under), rating);
  }

  /** The challenge of that id, or {@code null}. */
  public @Nullable Challenge find(ChallengeId id) {
    return challenges.find(id.value());
  }

  public List<Challenge> inOrder() {
    return challenges.inOrder();
  }

  /** The state after one more event. */
  public Challenges after(ChallengeEvent event, Commit commit, Phase phase) {
    return switch (event) {
      case ChallengeAdded(var id, var title, var text) ->
          with(
              challenges.and(
                  new Challenge(
                      id,
                      title,
                      text,
                      commit.by(),
                      commit.at(),
                      TreePVector.empty(),
                      TreePVector.empty(),
                      ListName.CHALLENGES.isLateIn(phase),
                      false)));
      case ChallengeRenamed(var id, var title) ->
          with(challenges.change(id.value(), challenge -> challenge.named(title)));
      case ChallengeMoved(var id, var before) ->
          with(challenges.move(id.value(), before == null ? null : before.value()));
      case ChallengeWithdrawn(var id) ->
          with(challenges.change(id.value(), challenge -> challenge.withdrawn(true)));
      case ChallengeRestored(var id) ->
          with(challenges.change(id.value(), challenge -> challenge.withdrawn(false)));
      case FindingsGathered(var id, var findings) -> gathered(id, findings);
      case FindingsReleased(var findings) -> released(findings);
      case RatingOpened(var id, var isHidden) ->
          new Challenges(
              unrated(),
              under,
              rating == null ? Rating.first(id, isHidden) : rating.next(id, isHidden));
      case RatingGiven(var id, var who, var commitment) ->
          new Challenges(
              challenges,
              under,
              existingRating().with(new Given(who, new Slot(id.value())), commitment));
      case ChallengeRated(var id, var value) ->
          with(
              challenges.change(
                  id.value(),
                  challenge -> challenge.rated(new Rated(commit.by(), value, commit.at()))));
      case RatingClosed(_, var values) ->
          new Challenges(
              values == null ? challenges : told(values, commit), under, existingRating().closed());
    };
  }

  /**
   * The state after findings were merged: the new one stands where the first of its parents that
   * was gathered stands. The parents keep their place, for when they are brought back.
   */
  public Challenges after(FindingsMerged merged) {
    for (var parent : merged.parents()) {
      var id = under.get(parent);
      if (id != null) {
        return new Challenges(
            challenges.change(id.value(), challenge -> challenge.with(merged.finding(), parent)),
            under.plus(merged.finding(), id),
            rating);
      }
    }
    return this;
  }

  private Challenges with(Items<Challenge> next) {
    return new Challenges(next, under, rating);
  }

  private Challenges gathered(ChallengeId id, List<FindingId> findings) {
    var next = released(findings);
    for (var finding : findings) {
      next =
          new Challenges(
              next.challenges.change(id.value(), challenge -> challenge.with(finding)),
              next.under.plus(finding, id),
              rating);
    }
    return next;
  }

  private Challenges released(List<FindingId> findings) {
    var next = this;
    for (var finding : findings) {
      var id = next.under.get(finding);
      if (id != null) {
        next =
            new Challenges(
                next.challenges.change(id.value(), challenge -> challenge.without(finding)),
                next.under.minus(finding),
                rating);
      }
    }
    return next;
  }

  private Items<Challenge> told(List<RatingValue> values, Commit commit) {
    var next = challenges;
    for (var value : values) {
      var one = new Rated(value.participant(), value.value(), commit.at());
      next = next.change(value.challenge().value(), challenge -> challenge.rated(one));
    }
    return next;
  }

  private Items<Challenge> unrated() {
    var next = challenges;
    for (var challenge : challenges.inOrder()) {
      next = next.change(challenge.key(), Challenge::unrated);
    }
    return next;
  }

  private Rating existingRating() {
    if (rating == null) {
      throw new CorruptHistoryException("no rating was opened");
    }
    return rating;
  }

  @Override
  public @Nullable BoxState boxState(BoxId box) {
    if (rating == null || !rating.has(box.value())) {
      return null;
    }
    // One before it had a box or had none: there is nothing in it.
    return rating.isHidden() && rating.isOpen() && rating.id().box().equals(box)
        ? BoxState.OPEN
        : BoxState.EMPTIED;
  }

  @Override
  public List<TableEvent> marks(BoxId box, Inside inside) {
    var given = existingRating().given();
    var marks = new ArrayList<TableEvent>();
    for (var content : inside.contents()) {
      if (content instanceof Inside.Content.Signed(var one, _, var commitment, _)
          && !commitment.equals(given.get(one))) {
        marks.add(new RatingGiven(new ChallengeId(one.slot().value()), one.by(), commitment));
      }
    }
    // In an order that says nothing of who came when.
    marks.sort(Comparator.comparing(Object::toString));
    return marks;
  }

  @Override
  public boolean has(String id) {
    return challenges.has(id) || (rating != null && rating.has(id));
  }

  @Override
  public @Nullable ListName listOf(TextId text) {
    return challenges.has(text.value()) ? ListName.CHALLENGES : null;
  }

  @Override
  public boolean isLocked(TextId text) {
    var challenge = challenges.find(text.value());
    return challenge != null && challenge.isWithdrawn();
  }
}
