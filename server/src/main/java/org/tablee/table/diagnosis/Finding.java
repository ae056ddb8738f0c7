package org.tablee.table.diagnosis;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.tablee.table.FindingId;
import org.tablee.table.FindingKind;
import org.tablee.table.Item;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.TextId;

/**
 * A line of the shared diagnosis. Its rich text stands under {@code text}.
 *
 * @param agreed who agrees with it, in the order in which they said so
 * @param isLate added after the phase of the diagnosis
 */
public record Finding(
    FindingId id,
    FindingKind kind,
    Line title,
    TextId text,
    ParticipantId by,
    Instant at,
    @Nullable Source source,
    PVector<ParticipantId> agreed,
    Lineage lineage,
    boolean isLate,
    boolean isWithdrawn)
    implements Item {
  /** A finding that was just added, or made of others. */
  static Finding added(
      FindingId id,
      FindingKind kind,
      Line title,
      TextId text,
      ParticipantId by,
      Instant at,
      List<FindingId> parents,
      boolean isLate) {
    return new Finding(
        id,
        kind,
        title,
        text,
        by,
        at,
        null,
        TreePVector.empty(),
        new Lineage(parents, null),
        isLate,
        false);
  }

  @Override
  public String key() {
    return id.value();
  }

  /** Whether another stands for it: it is only read then. */
  public boolean isMerged() {
    return lineage.mergedInto() != null;
  }

  Finding named(Line next) {
    return new Finding(id, kind, next, text, by, at, source, agreed, lineage, isLate, isWithdrawn);
  }

  Finding typed(FindingKind next) {
    return new Finding(id, next, title, text, by, at, source, agreed, lineage, isLate, isWithdrawn);
  }

  Finding sourced(@Nullable Source next) {
    return new Finding(id, kind, title, text, by, at, next, agreed, lineage, isLate, isWithdrawn);
  }

  Finding agreedBy(ParticipantId who) {
    return agreed.contains(who) ? this : agreed(agreed.plus(who));
  }

  Finding notAgreedBy(ParticipantId who) {
    return agreed(agreed.minus(who));
  }

  private Finding agreed(PVector<ParticipantId> next) {
    return new Finding(id, kind, title, text, by, at, source, next, lineage, isLate, isWithdrawn);
  }

  Finding mergedInto(@Nullable FindingId next) {
    return of(new Lineage(lineage.parents(), next));
  }

  Finding withoutParents() {
    return of(new Lineage(List.of(), lineage.mergedInto()));
  }

  private Finding of(Lineage next) {
    return new Finding(id, kind, title, text, by, at, source, agreed, next, isLate, isWithdrawn);
  }

  Finding withdrawn(boolean next) {
    return new Finding(id, kind, title, text, by, at, source, agreed, lineage, isLate, next);
  }
}
