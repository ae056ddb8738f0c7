package org.tablee.table.proposal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.tablee.table.AmendmentId;
import org.tablee.table.Competence;
import org.tablee.table.ItemId;
import org.tablee.table.Line;
import org.tablee.table.Means;
import org.tablee.table.ParticipantId;

/**
 * What a proposal says of itself beside its text.
 *
 * @param links the findings and challenges it answers, in the order they were picked
 * @param carriedBy the members who carry it, in the order they took it on
 * @param carrier who carries it outside the table
 * @param grownFrom the declined amendment that it came out of
 */
public record Brief(
    PVector<ItemId> links,
    PVector<ParticipantId> carriedBy,
    @Nullable Line carrier,
    @Nullable Competence competence,
    List<Means> means,
    @Nullable AmendmentId grownFrom) {
  static final Brief EMPTY =
      new Brief(TreePVector.empty(), TreePVector.empty(), null, null, List.of(), null);

  public Brief {
    means = List.copyOf(means);
  }

  Brief linked(ItemId item) {
    return withLinks(links.contains(item) ? links : links.plus(item));
  }

  Brief unlinked(ItemId item) {
    return withLinks(links.minus(item));
  }

  private Brief withLinks(PVector<ItemId> next) {
    return new Brief(next, carriedBy, carrier, competence, means, grownFrom);
  }

  Brief carried(ParticipantId by) {
    return withCarriers(carriedBy.contains(by) ? carriedBy : carriedBy.plus(by));
  }

  Brief left(ParticipantId by) {
    return withCarriers(carriedBy.minus(by));
  }

  private Brief withCarriers(PVector<ParticipantId> next) {
    return new Brief(links, next, carrier, competence, means, grownFrom);
  }

  Brief withCarrier(@Nullable Line next) {
    return new Brief(links, carriedBy, next, competence, means, grownFrom);
  }

  Brief withCompetence(Competence next) {
    return new Brief(links, carriedBy, carrier, next, means, grownFrom);
  }

  Brief withMeans(List<Means> next) {
    return new Brief(links, carriedBy, carrier, competence, next, grownFrom);
  }

  Brief grown(AmendmentId amendment) {
    return new Brief(links, carriedBy, carrier, competence, means, amendment);
  }
}
