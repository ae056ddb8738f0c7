package org.tablee.table.round;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;
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
import org.tablee.table.RoundEvent;
import org.tablee.table.RoundEvent.Entry;
import org.tablee.table.RoundEvent.RoundClosed;
import org.tablee.table.RoundEvent.RoundDropped;
import org.tablee.table.RoundEvent.RoundOpened;
import org.tablee.table.RoundEvent.RoundRevealed;
import org.tablee.table.RoundEvent.SheetHandedIn;
import org.tablee.table.RoundId;
import org.tablee.table.TableEvent;
import org.tablee.table.TextId;

/** The rounds of a table in the order they were opened. Persistent. */
public final class Rounds implements BoxArea {
  public static final Rounds EMPTY = new Rounds(TreePVector.empty(), HashTreePSet.empty());

  private final PVector<Round> all;

  /** Of the rounds that were revealed. */
  private final PSet<String> entryIds;

  private Rounds(PVector<Round> all, PSet<String> entryIds) {
    this.all = all;
    this.entryIds = entryIds;
  }

  public static Rounds of(List<Round> rounds) {
    var entryIds =
        rounds.stream().flatMap(round -> round.entries().stream()).map(Rounds::key).toList();
    return new Rounds(TreePVector.from(rounds), HashTreePSet.from(entryIds));
  }

  private static String key(Entry entry) {
    return entry.entry().value();
  }

  public List<Round> inOrder() {
    return all;
  }

  /** The round of that id, or {@code null}. */
  public @Nullable Round find(RoundId id) {
    int at = indexOf(id);
    return at < 0 ? null : all.get(at);
  }

  /** The state after one more event. */
  public Rounds after(RoundEvent event, Commit commit) {
    return switch (event) {
      case RoundOpened opened -> {
        var seconds = opened.seconds();
        Instant endsAt = seconds == null ? null : commit.at().plusSeconds(seconds);
        yield new Rounds(
            all.plus(
                new Round(
                    opened.round(),
                    opened.kind(),
                    opened.question(),
                    opened.anonymous(),
                    commit.by(),
                    commit.at(),
                    endsAt,
                    RoundState.OPEN,
                    TreePVector.empty(),
                    List.of())),
            entryIds);
      }
      case SheetHandedIn(var id, var who) -> with(existing(id).handedIn(who));
      case RoundClosed(var id) -> with(existing(id).in(RoundState.CLOSED));
      case RoundDropped(var id) -> with(existing(id).in(RoundState.DROPPED));
      case RoundRevealed(var id, var entries) ->
          new Rounds(
              with(existing(id).revealed(entries)).all,
              entryIds.plusAll(entries.stream().map(Rounds::key).toList()));
    };
  }

  private Rounds with(Round round) {
    return new Rounds(all.with(indexOf(round.id()), round), entryIds);
  }

  private Round existing(RoundId id) {
    var round = find(id);
    if (round == null) {
      throw new CorruptHistoryException("no round " + id.value());
    }
    return round;
  }

  private int indexOf(RoundId id) {
    for (int at = 0; at < all.size(); at++) {
      if (all.get(at).id().equals(id)) {
        return at;
      }
    }
    return -1;
  }

  @Override
  public @Nullable BoxState boxState(BoxId box) {
    var round = find(new RoundId(box.value()));
    if (round == null) {
      return null;
    }
    return switch (round.state()) {
      case OPEN -> BoxState.OPEN;
      case CLOSED -> BoxState.CLOSED;
      case REVEALED, DROPPED -> BoxState.EMPTIED;
    };
  }

  @Override
  public List<TableEvent> marks(BoxId box, Inside inside) {
    var round = existing(new RoundId(box.value()));
    return inside.given().stream()
        .map(Given::by)
        .filter(who -> !round.hasHandedIn(who))
        .<TableEvent>map(who -> new SheetHandedIn(round.id(), who))
        .toList();
  }

  @Override
  public boolean has(String id) {
    return find(new RoundId(id)) != null || entryIds.contains(id);
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
