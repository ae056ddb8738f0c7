package org.tablee.table;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tablee.table.TableEvent.FindingAdded;
import org.tablee.table.TableEvent.FindingMoved;
import org.tablee.table.TableEvent.FindingRenamed;
import org.tablee.table.TableEvent.FindingRestored;
import org.tablee.table.TableEvent.FindingRetyped;
import org.tablee.table.TableEvent.FindingSourced;
import org.tablee.table.TableEvent.FindingWithdrawn;
import org.tablee.table.TableEvent.ParticipantJoined;
import org.tablee.table.TableEvent.PhaseMoved;
import org.tablee.table.TableEvent.RoleChanged;
import org.tablee.table.TableEvent.TableCreated;
import org.tablee.table.TableEvent.TextEdited;

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
    Diagnosis diagnosis,
    Texts texts,
    IdMemory memory) {
  public static final Table EMPTY =
      new Table(
          Seq.NONE, Instant.EPOCH, null, Members.NONE, Diagnosis.EMPTY, Texts.NONE, IdMemory.NONE);

  /** A state out of its parts, as a snapshot holds them. */
  public static Table of(
      Seq seq,
      Instant at,
      Header header,
      List<Participant> participants,
      List<Finding> findings,
      Map<TextId, CoText> texts,
      Collection<IdMemory.Client> clients) {
    return new Table(
        seq,
        at,
        header,
        Members.of(participants),
        Diagnosis.of(findings),
        Texts.of(texts),
        IdMemory.of(clients));
  }

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
    var next = this;
    for (var event : commit.events()) {
      next = next.after(event, commit);
    }
    return new Table(
        commit.seq(),
        commit.at(),
        next.existingHeader(),
        next.members,
        next.diagnosis,
        next.texts,
        memory.after(commit));
  }

  /** The same state whose texts know their past back to {@code since} (see {@link CoText}). */
  public Table knowing(Seq since, List<Commit> earlier) {
    return new Table(seq, at, header, members, diagnosis, texts.knowing(since, earlier), memory);
  }

  private Table after(TableEvent event, Commit commit) {
    return switch (event) {
      case TableCreated created -> created(created);
      case ParticipantJoined(var id, var role, var college, var presence) ->
          with(members.and(new Participant(id, role, college, presence)));
      case RoleChanged(var id, var role) -> with(members.withRole(id, role));
      case PhaseMoved(var phase, _) -> with(existingHeader().in(phase));
      case FindingAdded added -> added(added, commit);
      case FindingRenamed(var id, var title) ->
          with(diagnosis.change(id, finding -> finding.named(title)));
      case FindingRetyped(var id, var kind) ->
          with(diagnosis.change(id, finding -> finding.typed(kind)));
      case FindingSourced(var id, var source) ->
          with(diagnosis.change(id, finding -> finding.sourced(source)));
      case FindingMoved(var id, var before) -> with(diagnosis.move(id, before));
      case FindingWithdrawn(var id) ->
          with(diagnosis.change(id, finding -> finding.withdrawn(true)));
      case FindingRestored(var id) ->
          with(diagnosis.change(id, finding -> finding.withdrawn(false)));
      case TextEdited(var text, var delta) -> with(texts.edit(text, commit.seq(), delta));
    };
  }

  private Table created(TableCreated created) {
    if (header != null) {
      throw new CorruptHistoryException("created twice");
    }
    return with(
        new Header(
            created.title(),
            created.territory(),
            created.theme(),
            created.locale(),
            Phase.FRAME,
            created.colleges()));
  }

  private Table added(FindingAdded added, Commit commit) {
    var finding =
        new Finding(
            added.finding(),
            added.kind(),
            added.title(),
            added.text(),
            commit.by(),
            commit.at(),
            null,
            false);
    return with(diagnosis.and(finding)).with(texts.and(added.text(), commit.seq()));
  }

  private Table with(Header next) {
    return new Table(seq, at, next, members, diagnosis, texts, memory);
  }

  private Table with(Members next) {
    return new Table(seq, at, header, next, diagnosis, texts, memory);
  }

  private Table with(Diagnosis next) {
    return new Table(seq, at, header, members, next, texts, memory);
  }

  private Table with(Texts next) {
    return new Table(seq, at, header, members, diagnosis, next, memory);
  }
}
