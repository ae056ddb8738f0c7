package org.tablee.table;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.table.challenge.Challenges;
import org.tablee.table.diagnosis.Diagnosis;
import org.tablee.table.frame.Frame;
import org.tablee.table.proposal.Proposals;
import org.tablee.table.round.Rounds;
import org.tablee.table.talk.Talk;
import org.tablee.table.vote.Votes;

/**
 * The state of a table: a fold of its commits 1 to {@code seq} and of nothing else (I4). Immutable;
 * what did not change is shared with the state before.
 *
 * @param at the time of the last commit
 * @param header {@code null} before the first commit
 */
public record Table(
    Seq seq,
    Instant at,
    @Nullable Header header,
    Members members,
    Frame frame,
    Diagnosis diagnosis,
    Challenges challenges,
    Rounds rounds,
    Talk talk,
    Proposals proposals,
    Votes votes,
    Texts texts,
    Contributions contributions,
    IdMemory memory) {
  public static final Table EMPTY =
      new Table(
          Seq.NONE,
          Instant.EPOCH,
          null,
          Members.NONE,
          Frame.EMPTY,
          Diagnosis.EMPTY,
          Challenges.EMPTY,
          Rounds.EMPTY,
          Talk.EMPTY,
          Proposals.EMPTY,
          Votes.EMPTY,
          Texts.NONE,
          Contributions.NONE,
          IdMemory.NONE);

  /** What the table is about. */
  public Header existingHeader() {
    if (header == null) {
      throw new CorruptHistoryException("the table was not created");
    }
    return header;
  }

  /**
   * The state after one more commit.
   *
   * @throws CorruptHistoryException where the commit does not follow this state
   */
  public Table after(Commit commit) {
    if (!commit.seq().equals(seq.next())) {
      throw new CorruptHistoryException(
          "commit %d after %d".formatted(commit.seq().value(), seq.value()));
    }
    var folding = new Folding(this);
    commit.events().forEach(event -> folding.take(event, commit));
    return folding.end(commit);
  }

  /** The same state with its texts replaced. */
  Table with(Texts next) {
    return new Table(
        seq,
        at,
        header,
        members,
        frame,
        diagnosis,
        challenges,
        rounds,
        talk,
        proposals,
        votes,
        next,
        contributions,
        memory);
  }

  /** The areas that hold items. */
  List<Area> areas() {
    return List.of(frame, diagnosis, challenges, rounds, talk, proposals, votes);
  }

  /** Whether that is an item of one of the lists, withdrawn or not: its text bears its id. */
  public boolean isItem(String id) {
    var text = new TextId(id);
    return areas().stream().anyMatch(area -> area.listOf(text) != null);
  }

  /** The areas that have sealed boxes. */
  private List<BoxArea> boxAreas() {
    return List.of(challenges, rounds, votes);
  }

  /** What is known of a sealed box; {@code null} where there is none of that id. */
  public @Nullable BoxState boxState(BoxId box) {
    for (var area : boxAreas()) {
      var state = area.boxState(box);
      if (state != null) {
        return state;
      }
    }
    return null;
  }

  /** The marks of a sealed box that the log lacks, in the order of who handed in. */
  public List<TableEvent> marks(BoxId box, Inside inside) {
    for (var area : boxAreas()) {
      if (area.boxState(box) != null) {
        return area.marks(box, inside);
      }
    }
    throw new IllegalArgumentException("no box " + box.value());
  }

  /** Ids are unique in a table over all kinds, withdrawn items included. */
  public boolean isTaken(String id) {
    return areas().stream().anyMatch(area -> area.has(id))
        || texts.find(new TextId(id)) != null
        || members.find(new ParticipantId(id)) != null
        || existingHeader().hasCollege(new CollegeId(id));
  }
}
