package org.tablee.table;

import java.util.Comparator;

/** That somebody handed something in; never what. */
public record Given(ParticipantId by, Slot slot) implements Comparable<Given> {
  private static final Comparator<Given> ORDER =
      Comparator.comparing((Given given) -> given.by().value()).thenComparing(Given::slot);

  @Override
  public int compareTo(Given other) {
    return ORDER.compare(this, other);
  }
}
