package org.tablee.table;

import org.jspecify.annotations.Nullable;

/** A person at a table, without the name: names stand outside the log (I10). */
public record Participant(
    ParticipantId id, Role role, @Nullable CollegeId college, Presence presence) {
  Participant as(Role next) {
    return new Participant(id, next, college, presence);
  }
}
