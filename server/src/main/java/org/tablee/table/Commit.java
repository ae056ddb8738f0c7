package org.tablee.table;

import java.time.Instant;
import java.util.List;

/**
 * One accepted command and its events.
 *
 * @param at the server's clock, to the millisecond; never before that of the commit before it
 * @param by who acted, or {@link ParticipantId#SYSTEM}
 */
public record Commit(Seq seq, Instant at, ParticipantId by, CommandId id, List<TableEvent> events) {
  public Commit {
    events = List.copyOf(events);
  }
}
