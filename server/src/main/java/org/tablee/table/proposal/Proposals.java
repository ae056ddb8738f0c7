package org.tablee.table.proposal;

import java.util.HashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.tablee.table.AmendmentId;
import org.tablee.table.Area;
import org.tablee.table.Commit;
import org.tablee.table.CorruptHistoryException;
import org.tablee.table.DisagreementId;
import org.tablee.table.Items;
import org.tablee.table.ListName;
import org.tablee.table.ParticipantId;
import org.tablee.table.Phase;
import org.tablee.table.ProposalEvent;
import org.tablee.table.ProposalEvent.AmendmentAccepted;
import org.tablee.table.ProposalEvent.AmendmentDeclined;
import org.tablee.table.ProposalEvent.AmendmentSuggested;
import org.tablee.table.ProposalEvent.AmendmentWithdrawn;
import org.tablee.table.ProposalEvent.CarrierNamed;
import org.tablee.table.ProposalEvent.CarryingStopped;
import org.tablee.table.ProposalEvent.CompetenceSet;
import org.tablee.table.ProposalEvent.DisagreementLifted;
import org.tablee.table.ProposalEvent.DisagreementMaintained;
import org.tablee.table.ProposalEvent.DissentRecorded;
import org.tablee.table.ProposalEvent.MeansSet;
import org.tablee.table.ProposalEvent.PositionTaken;
import org.tablee.table.ProposalEvent.ProposalAdded;
import org.tablee.table.ProposalEvent.ProposalCarried;
import org.tablee.table.ProposalEvent.ProposalGrown;
import org.tablee.table.ProposalEvent.ProposalLinked;
import org.tablee.table.ProposalEvent.ProposalMoved;
import org.tablee.table.ProposalEvent.ProposalRenamed;
import org.tablee.table.ProposalEvent.ProposalRestored;
import org.tablee.table.ProposalEvent.ProposalUnlinked;
import org.tablee.table.ProposalEvent.ProposalWithdrawn;
import org.tablee.table.ProposalEvent.StripShown;
import org.tablee.table.ProposalId;
import org.tablee.table.Seq;
import org.tablee.table.TextId;
import org.tablee.text.Delta;

/**
 * The proposals in their shown order; withdrawn ones keep their place.
 *
 * @param shownBy the members who agreed that their college's strip is shown however small it is
 * @param homes the proposal that each amendment and each disagreement belongs to, by their ids
 */
public record Proposals(
    Items<Proposal> list, PVector<ParticipantId> shownBy, PMap<String, ProposalId> homes)
    implements Area {
  public static final Proposals EMPTY =
      new Proposals(Items.none(), TreePVector.empty(), HashTreePMap.empty());

  public static Proposals of(List<Proposal> proposals, List<ParticipantId> shownBy) {
    var homes = new HashMap<String, ProposalId>();
    for (var proposal : proposals) {
      var discussion = proposal.discussion();
      discussion.amendments().forEach(one -> homes.put(one.id().value(), proposal.id()));
      discussion.disagreements().forEach(one -> homes.put(one.id().value(), proposal.id()));
    }
    return new Proposals(Items.of(proposals), TreePVector.from(shownBy), HashTreePMap.from(homes));
  }

  /** The proposal of that id, or {@code null}. */
  public @Nullable Proposal find(ProposalId id) {
    return list.find(id.value());
  }

  /** The proposal that an amendment is of, or {@code null} where there is no such amendment. */
  public @Nullable Proposal amended(AmendmentId id) {
    var proposal = homeOf(id.value());
    return proposal != null && proposal.discussion().has(id) ? proposal : null;
  }

  /** The proposal that a disagreement is on, or {@code null} where there is no such one. */
  public @Nullable Proposal disputed(DisagreementId id) {
    var proposal = homeOf(id.value());
    return proposal != null && proposal.discussion().has(id) ? proposal : null;
  }

  private @Nullable Proposal homeOf(String id) {
    var home = homes.get(id);
    return home == null ? null : find(home);
  }

  public List<Proposal> inOrder() {
    return list.inOrder();
  }

  /** The state after one more event. */
  public Proposals after(ProposalEvent event, Commit commit, Phase phase) {
    var by = commit.by();
    return switch (event) {
      case ProposalAdded(var id, var title, var text) ->
          new Proposals(
              list.and(
                  new Proposal(
                      id,
                      title,
                      text,
                      by,
                      commit.at(),
                      commit.seq(),
                      Brief.EMPTY,
                      Discussion.EMPTY,
                      ListName.PROPOSALS.isLateIn(phase),
                      false)),
              shownBy,
              homes);
      case ProposalRenamed(var id, var title) -> change(id, one -> one.named(title));
      case ProposalMoved(var id, var before) ->
          new Proposals(
              list.move(id.value(), before == null ? null : before.value()), shownBy, homes);
      case ProposalWithdrawn(var id) -> change(id, one -> one.withdrawn(true));
      case ProposalRestored(var id) -> change(id, one -> one.withdrawn(false));
      case ProposalLinked(var id, var item) -> brief(id, brief -> brief.linked(item));
      case ProposalUnlinked(var id, var item) -> brief(id, brief -> brief.unlinked(item));
      case ProposalCarried(var id) -> brief(id, brief -> brief.carried(by));
      case CarryingStopped(var id) -> brief(id, brief -> brief.left(by));
      case CarrierNamed(var id, var carrier) -> brief(id, brief -> brief.withCarrier(carrier));
      case CompetenceSet(var id, var level) -> brief(id, brief -> brief.withCompetence(level));
      case MeansSet(var id, var means) -> brief(id, brief -> brief.withMeans(means));
      case ProposalGrown(var id, var amendment) -> brief(id, brief -> brief.grown(amendment));
      case AmendmentSuggested(var id, var proposal, var delta, var reason) ->
          discuss(
                  proposal,
                  to ->
                      to.with(
                          new Amendment(
                              id, by, commit.at(), delta, reason, AmendmentState.OPEN, null)))
              .at(id.value(), proposal);
      case AmendmentAccepted(var id, var reason) ->
          close(id, AmendmentState.ACCEPTED, new Answer(by, commit.at(), reason));
      case AmendmentDeclined(var id, var reason) ->
          close(id, AmendmentState.DECLINED, new Answer(by, commit.at(), reason));
      case AmendmentWithdrawn(var id) ->
          close(id, AmendmentState.WITHDRAWN, new Answer(by, commit.at(), null));
      case PositionTaken(var id, var position, var reason, var wouldLift, var textSeq) ->
          discuss(
              id,
              to ->
                  to.with(
                      new Position(
                          by,
                          position,
                          reason,
                          wouldLift,
                          textSeq,
                          commit.at(),
                          TreePVector.empty())));
      case StripShown(var shown) -> {
        var others = shownBy.minus(by);
        yield new Proposals(list, shown ? others.plus(by) : others, homes);
      }
      case DisagreementMaintained(var id, var proposal, var reason) ->
          discuss(proposal, to -> to.with(new Disagreement(id, by, commit.at(), reason, null)))
              .at(id.value(), proposal);
      case DisagreementLifted(var id, var reason) ->
          discuss(
              home(id.value()),
              to -> to.change(id, one -> one.lifted(new Answer(by, commit.at(), reason))));
      case DissentRecorded(var id, var dissent) ->
          discuss(
              id,
              to ->
                  dissent == null
                      ? to.withoutDissent(by)
                      : to.with(new Dissent(by, dissent, commit.at())));
    };
  }

  /** The state after a change of a text, whosever it is: amendments follow their proposal's. */
  public Proposals edited(TextId text, Seq seq, Delta edit) {
    return list.has(text.value())
        ? change(new ProposalId(text.value()), one -> one.edited(seq, edit))
        : this;
  }

  private Proposals close(AmendmentId id, AmendmentState state, Answer answer) {
    return discuss(home(id.value()), to -> to.change(id, one -> one.closed(state, answer)));
  }

  private ProposalId home(String id) {
    var home = homes.get(id);
    if (home == null) {
      throw new CorruptHistoryException("nothing of that id: " + id);
    }
    return home;
  }

  private Proposals at(String id, ProposalId home) {
    if (homes.containsKey(id)) {
      throw new CorruptHistoryException("added twice: " + id);
    }
    return new Proposals(list, shownBy, homes.plus(id, home));
  }

  private Proposals brief(ProposalId id, UnaryOperator<Brief> change) {
    return change(id, one -> one.brief(change));
  }

  private Proposals discuss(ProposalId id, UnaryOperator<Discussion> change) {
    return change(id, one -> one.discussed(change));
  }

  private Proposals change(ProposalId id, UnaryOperator<Proposal> change) {
    return new Proposals(list.change(id.value(), change), shownBy, homes);
  }

  @Override
  public boolean has(String id) {
    return list.has(id) || homes.containsKey(id);
  }

  @Override
  public @Nullable ListName listOf(TextId text) {
    return list.has(text.value()) ? ListName.PROPOSALS : null;
  }

  @Override
  public boolean isLocked(TextId text) {
    var proposal = list.find(text.value());
    return proposal != null && proposal.isWithdrawn();
  }
}
