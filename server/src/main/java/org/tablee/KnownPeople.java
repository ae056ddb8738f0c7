package org.tablee;

import java.util.Collection;
import java.util.List;
import org.tablee.people.Register;
import org.tablee.people.SessionId;
import org.tablee.people.Sessions;
import org.tablee.session.Guest;
import org.tablee.session.People;
import org.tablee.table.ParticipantId;
import org.tablee.table.TableId;
import org.tablee.wire.ServerFrames.Person;

/** What live connections ask of the register and the sessions. */
record KnownPeople(Register register, Sessions sessions) implements People {
  @Override
  public List<Person> named(TableId table, Collection<ParticipantId> participants) {
    return register.people(table, participants);
  }

  @Override
  public boolean isStillIn(TableId table, Guest guest) {
    return sessions.holds(new SessionId(guest.session()), table, guest.participant());
  }
}
