package org.tablee.table.vote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.tablee.table.BoxArea;
import org.tablee.table.BoxId;
import org.tablee.table.BoxState;
import org.tablee.table.Commit;
import org.tablee.table.CorruptHistoryException;
import org.tablee.table.Given;
import org.tablee.table.Inside;
import org.tablee.table.ListName;
import org.tablee.table.TableEvent;
import org.tablee.table.TextId;
import org.tablee.table.VoteEvent;
import org.tablee.table.VoteEvent.BallotCast;
import org.tablee.table.VoteEvent.VoteClosed;
import org.tablee.table.VoteEvent.VoteDropped;
import org.tablee.table.VoteEvent.VoteOpened;
import org.tablee.table.VoteEvent.VotePublished;
import org.tablee.table.VoteId;

/** The votes of a table in the order they were opened. Persistent. */
public final class Votes implements BoxArea {
  public static final Votes EMPTY = new Votes(TreePVector.empty());

  private final PVector<Vote> all;

  private Votes(PVector<Vote> all) {
    this.all = all;
  }

  public static Votes of(List<Vote> votes) {
    return new Votes(TreePVector.from(votes));
  }

  public List<Vote> inOrder() {
    return all;
  }

  /** The vote of that id, or {@code null}. */
  public @Nullable Vote find(VoteId id) {
    int at = indexOf(id);
    return at < 0 ? null : all.get(at);
  }

  /** The state after one more event. */
  public Votes after(VoteEvent event, Commit commit) {
    return switch (event) {
      case VoteOpened opened ->
          new Votes(
              all.plus(
                  new Vote(
                      opened,
                      commit.by(),
                      commit.at(),
                      VoteState.OPEN,
                      TreePVector.empty(),
                      null,
                      null)));
      case BallotCast(var id, var who) -> with(existing(id).cast(who));
      case VoteClosed(var id) -> with(existing(id).in(VoteState.CLOSED));
      case VotePublished published -> with(existing(published.vote()).after(published));
      case VoteDropped(var id) -> with(existing(id).in(VoteState.DROPPED));
    };
  }

  private Votes with(Vote vote) {
    return new Votes(all.with(indexOf(vote.id()), vote));
  }

  Vote existing(VoteId id) {
    var vote = find(id);
    if (vote == null) {
      throw new CorruptHistoryException("no vote " + id.value());
    }
    return vote;
  }

  private int indexOf(VoteId id) {
    for (int at = 0; at < all.size(); at++) {
      if (all.get(at).id().equals(id)) {
        return at;
      }
    }
    return -1;
  }

  @Override
  public @Nullable BoxState boxState(BoxId box) {
    var vote = find(new VoteId(box.value()));
    if (vote == null) {
      return null;
    }
    return switch (vote.state()) {
      case OPEN -> BoxState.OPEN;
      case CLOSED -> BoxState.CLOSED;
      case PUBLISHED, DROPPED -> BoxState.EMPTIED;
    };
  }

  @Override
  public List<TableEvent> marks(BoxId box, Inside inside) {
    var vote = existing(new VoteId(box.value()));
    return inside.given().stream()
        .map(Given::by)
        .filter(who -> !vote.hasVoted(who))
        .<TableEvent>map(who -> new BallotCast(vote.id(), who))
        .toList();
  }

  @Override
  public boolean has(String id) {
    return all.stream().anyMatch(vote -> vote.has(id));
  }

  @Override
  public @Nullable ListName listOf(TextId text) {
    return null;
  }

  @Override
  public boolean isLocked(TextId text) {
    return false;
  }
}
