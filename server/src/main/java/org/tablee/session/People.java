package org.tablee.session;

import java.util.Collection;
import java.util.List;
import org.tablee.table.ParticipantId;
import org.tablee.table.TableId;
import org.tablee.wire.ServerFrames.Person;

/** What this room has to know of people; calls may block and come from virtual threads. */
public interface People {
  /** The names of those who are known among these; erased ones have none. */
  List<Person> named(TableId table, Collection<ParticipantId> participants);

  /**
   * Whether the guest may still be at the table. Asked once the socket is known here, so that an
   * end of the session meanwhile is not missed.
   */
  boolean isStillIn(TableId table, Guest guest);
}
