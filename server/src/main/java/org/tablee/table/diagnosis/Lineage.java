package org.tablee.table.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.table.FindingId;

/**
 * What a finding was made of, and what was made of it.
 *
 * @param parents the findings that it stands for; none for most
 * @param mergedInto the finding that stands for it; {@code null} while it stands for itself
 */
public record Lineage(List<FindingId> parents, @Nullable FindingId mergedInto) {
  static final Lineage NONE = new Lineage(List.of(), null);

  public Lineage {
    parents = List.copyOf(parents);
  }
}
