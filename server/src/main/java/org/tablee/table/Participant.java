package org.tablee.table;

import org.jspecify.annotations.Nullable;

/**
 * A person at a table, without the name: names stand outside the log (I10).
 *
 * @param mandate {@code null} while nothing was said of it
 */
public record Participant(
    ParticipantId id,
    Role role,
    @Nullable CollegeId college,
    Presence presence,
    @Nullable Mandate mandate) {
  public Participant(ParticipantId id, Role role, @Nullable CollegeId college, Presence presence) {
    this(id, role, college, presence, null);
  }

  Participant as(Role next) {
    return new Participant(id, next, college, presence, mandate);
  }

  Participant speaking(Mandate next) {
    return new Participant(id, role, college, presence, next);
  }
}
