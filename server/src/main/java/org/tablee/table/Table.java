package org.tablee.table;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.table.challenge.Challenges;
import org.tablee.table.diagnosis.Diagnosis;
import org.tablee.table.frame.Frame;

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
    Texts texts,
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
          Texts.NONE,
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

  /** The same state whose texts know their past back to {@code since} (see {@link CoText}). */
  public Table knowing(Seq since, List<Commit> earlier) {
    return new Table(
        seq,
        at,
        header,
        members,
        frame,
        diagnosis,
        challenges,
        texts.knowing(since, earlier),
        memory);
  }

  /** The areas that hold items. */
  List<Area> areas() {
    return List.of(frame, diagnosis, challenges);
  }

  /** Ids are unique in a table over all kinds, withdrawn items included. */
  public boolean isTaken(String id) {
    return areas().stream().anyMatch(area -> area.has(id))
        || texts.find(new TextId(id)) != null
        || members.find(new ParticipantId(id)) != null
        || existingHeader().hasCollege(new CollegeId(id));
  }
}
