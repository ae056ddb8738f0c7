package org.tablee.table.proposal;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.tablee.table.AmendmentId;
import org.tablee.table.CorruptHistoryException;
import org.tablee.table.DisagreementId;
import org.tablee.table.ParticipantId;
import org.tablee.text.Delta;

/** What members say to a proposal: each list in the order in which they first spoke. */
public record Discussion(
    PVector<Position> positions,
    PVector<Amendment> amendments,
    PVector<Disagreement> disagreements,
    PVector<Dissent> dissents) {
  static final Discussion EMPTY =
      new Discussion(
          TreePVector.empty(), TreePVector.empty(), TreePVector.empty(), TreePVector.empty());

  /** The position of a member, or {@code null}. */
  public @Nullable Position positionOf(ParticipantId by) {
    for (var position : positions) {
      if (position.by().equals(by)) {
        return position;
      }
    }
    return null;
  }

  /**
   * The amendment of that id.
   *
   * @throws CorruptHistoryException where there is none
   */
  public Amendment amendment(AmendmentId id) {
    return amendments.get(placeOf(id));
  }

  /**
   * The disagreement of that id.
   *
   * @throws CorruptHistoryException where there is none
   */
  public Disagreement disagreement(DisagreementId id) {
    return disagreements.get(placeOf(id));
  }

  boolean has(AmendmentId id) {
    return amendments.stream().anyMatch(one -> one.id().equals(id));
  }

  boolean has(DisagreementId id) {
    return disagreements.stream().anyMatch(one -> one.id().equals(id));
  }

  long openAmendments() {
    return amendments.stream().filter(Amendment::isOpen).count();
  }

  /** A member's new position stands where the one before stood. */
  Discussion with(Position position) {
    for (int at = 0; at < positions.size(); at++) {
      var before = positions.get(at);
      if (before.by().equals(position.by())) {
        return withPositions(positions.with(at, position.after(before)));
      }
    }
    return withPositions(positions.plus(position));
  }

  private Discussion withPositions(PVector<Position> next) {
    return new Discussion(next, amendments, disagreements, dissents);
  }

  Discussion with(Amendment amendment) {
    return new Discussion(positions, amendments.plus(amendment), disagreements, dissents);
  }

  Discussion change(AmendmentId id, UnaryOperator<Amendment> change) {
    int at = placeOf(id);
    var next = amendments.with(at, change.apply(amendments.get(at)));
    return new Discussion(positions, next, disagreements, dissents);
  }

  /** After a change of the text. */
  Discussion over(Delta edit) {
    var next = amendments;
    for (int at = 0; at < amendments.size(); at++) {
      next = next.with(at, amendments.get(at).over(edit));
    }
    return new Discussion(positions, next, disagreements, dissents);
  }

  Discussion with(Disagreement disagreement) {
    return new Discussion(positions, amendments, disagreements.plus(disagreement), dissents);
  }

  Discussion change(DisagreementId id, UnaryOperator<Disagreement> change) {
    int at = placeOf(id);
    var next = disagreements.with(at, change.apply(disagreements.get(at)));
    return new Discussion(positions, amendments, next, dissents);
  }

  /** A member's new dissent stands where the one before stood. */
  Discussion with(Dissent dissent) {
    int at = placeOfDissent(dissent.by());
    return withDissents(at < 0 ? dissents.plus(dissent) : dissents.with(at, dissent));
  }

  Discussion withoutDissent(ParticipantId by) {
    int at = placeOfDissent(by);
    return at < 0 ? this : withDissents(dissents.minus(at));
  }

  private Discussion withDissents(PVector<Dissent> next) {
    return new Discussion(positions, amendments, disagreements, next);
  }

  /** Negative where that member recorded none. */
  private int placeOfDissent(ParticipantId by) {
    for (int at = 0; at < dissents.size(); at++) {
      if (dissents.get(at).by().equals(by)) {
        return at;
      }
    }
    return -1;
  }

  private int placeOf(AmendmentId id) {
    for (int at = 0; at < amendments.size(); at++) {
      if (amendments.get(at).id().equals(id)) {
        return at;
      }
    }
    throw new CorruptHistoryException("no amendment " + id.value());
  }

  private int placeOf(DisagreementId id) {
    for (int at = 0; at < disagreements.size(); at++) {
      if (disagreements.get(at).id().equals(id)) {
        return at;
      }
    }
    throw new CorruptHistoryException("no disagreement " + id.value());
  }
}
