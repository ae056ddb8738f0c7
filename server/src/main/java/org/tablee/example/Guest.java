package org.tablee.example;

import org.jspecify.annotations.Nullable;
import org.tablee.people.Seated;
import org.tablee.table.CollegeId;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.Role;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableId;

/** Somebody at the example table. */
record Guest(
    ParticipantId id,
    Line name,
    @Nullable Line organisation,
    Role role,
    @Nullable CollegeId college,
    Presence presence) {
  Seated at(TableId table) {
    return new Seated(id, table, name, organisation, role, college, presence);
  }

  Join join() {
    return new Join(id, role, college, presence);
  }
}
