package org.tablee.table;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one member says in a vote. None writes what it says ({@code toString}): it is in no log and
 * in no message of a fault.
 */
public sealed interface Ballot {
  /** Of a consent round, or of yes and no. */
  record Choice(BallotChoice choice) implements Ballot {
    @Override
    public String toString() {
      return "Ballot.Choice";
    }
  }

  /** A grade for each option, from 0, to reject, to 6, excellent. */
  record Grades(SortedMap<OptionId, Integer> grades) implements Ballot {
    public static final int BEST = 6;

    public Grades {
      grades = copy(grades, BEST);
    }

    @Override
    public String toString() {
      return "Ballot.Grades";
    }
  }

  /** So many dots on an option; none where it is left out. */
  record Dots(SortedMap<OptionId, Integer> dots) implements Ballot {
    /** Dots of one voter, at most. */
    public static final int DOTS_MAX = 20;

    public Dots {
      dots = copy(dots, DOTS_MAX);
    }

    public int sum() {
      return dots.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
      return "Ballot.Dots";
    }
  }

  /** Options, the one preferred most first; those that are left out are preferred least. */
  record Order(List<OptionId> order) implements Ballot {
    public Order {
      order = List.copyOf(order);
      if (new HashSet<>(order).size() < order.size()) {
        throw new IllegalArgumentException("an option twice");
      }
    }

    @Override
    public String toString() {
      return "Ballot.Order";
    }
  }

  /**
   * A value on the scale.
   *
   * @param value {@code null} where one does not know
   */
  record Value(@Nullable Score value) implements Ballot {
    @Override
    public String toString() {
      return "Ballot.Value";
    }
  }

  private static SortedMap<OptionId, Integer> copy(SortedMap<OptionId, Integer> given, int most) {
    for (int one : given.values()) {
      if (one < 0 || one > most) {
        throw new IllegalArgumentException("out of range");
      }
    }
    return Collections.unmodifiableSortedMap(new TreeMap<>(given));
  }
}
