package org.tablee.people;

import static org.tablee.store.Store.Collection.PARTICIPANTS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonNull;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.json.MalformedJsonException;
import org.tablee.store.Store;
import org.tablee.store.Store.Direction;
import org.tablee.table.CollegeId;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.Role;
import org.tablee.table.TableId;
import org.tablee.table.Word;
import org.tablee.wire.ServerFrames.Person;

/** Who came in at each table, and under which name: outside the log, so that a name can go. */
public final class Register {
  /** Names that are kept at hand. */
  private static final int NAMES_MAX = 50_000;

  private static final int PAGE = 1_000;

  /** The first id behind those of a table: {@code ;} follows {@code :}. */
  private static final char PAST_SEPARATOR = ';';

  private final Store store;
  private final SureWrites writes;
  private final Map<String, Person> names =
      new LinkedHashMap<>(1_024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Person> eldest) {
          return size() > NAMES_MAX;
        }
      };

  public Register(Store store) {
    this.store = store;
    this.writes = new SureWrites(store);
  }

  /** Whoever is registered at a table under that id. */
  public Optional<Seated> find(TableId table, ParticipantId id) {
    return store.read(PARTICIPANTS, key(table, id)).map(read -> read(table, id, read.document()));
  }

  /** The names of these participants, in their order; whoever is not registered is left out. */
  public List<Person> people(TableId table, Collection<ParticipantId> ids) {
    var people = new ArrayList<Person>(ids.size());
    for (var id : ids) {
      var person = person(table, id);
      if (person != null) {
        people.add(person);
      }
    }
    return people;
  }

  private @Nullable Person person(TableId table, ParticipantId id) {
    var key = key(table, id);
    synchronized (names) {
      var known = names.get(key);
      if (known != null) {
        return known;
      }
    }
    var person = find(table, id).map(Seated::person).orElse(null);
    if (person != null) {
      synchronized (names) {
        names.put(key, person);
      }
    }
    return person;
  }

  /**
   * Reads the name of somebody anew when it is next asked for: another node may have changed it.
   */
  public void forget(TableId table, ParticipantId id) {
    synchronized (names) {
      names.remove(key(table, id));
    }
  }

  /**
   * Registers somebody whom no session is: a name in the record of a table. Whoever is registered
   * stays as they are.
   */
  public void add(TableId table, Seated seated) {
    writes.insert(PARTICIPANTS, key(table, seated.id()), write(seated, null));
  }

  void add(TableId table, Seated seated, SessionId session) {
    writes.insert(PARTICIPANTS, key(table, seated.id()), write(seated, session));
  }

  /** Raises the role that somebody is registered with, and names the college it comes with. */
  void raise(TableId table, Seated seated) {
    var college = seated.college();
    var _ =
        writes.change(
            PARTICIPANTS,
            key(table, seated.id()),
            json -> {
              var raised = json.and("role", new JsonString(seated.role().word()));
              return college == null
                  ? raised
                  : raised.and("college", new JsonString(college.value()));
            });
  }

  /** How many observers are registered at a table. Reads the table's whole register. */
  int countObservers(TableId table) {
    int count = 0;
    var from = table.value() + ":";
    var to = table.value() + PAST_SEPARATOR;
    while (true) {
      var page = store.range(PARTICIPANTS, from, to, Direction.UP, PAGE);
      for (var entry : page) {
        count += entry.document().string("role").equals(Role.OBSERVER.word()) ? 1 : 0;
      }
      if (page.size() < PAGE) {
        return count;
      }
      // The space is the lowest character of an id: the next possible one.
      from = page.getLast().id() + " ";
    }
  }

  private static String key(TableId table, ParticipantId id) {
    return table.value() + ":" + id.value();
  }

  private static JsonObject write(Seated seated, @Nullable SessionId session) {
    var json = JsonObject.with();
    var name = seated.name();
    if (name == null) {
      json.field("name", JsonNull.NULL);
    } else {
      json.field("name", name.value());
    }
    var organisation = seated.organisation();
    var college = seated.college();
    return json.field("organisation", organisation == null ? null : organisation.value())
        .field("role", seated.role().word())
        .field("college", college == null ? null : college.value())
        .field("presence", seated.presence().word())
        .field("session", session == null ? null : session.value())
        .build();
  }

  private static Seated read(TableId table, ParticipantId id, JsonObject json) {
    var college = json.stringOrNull("college");
    var organisation = json.stringOrNull("organisation");
    return new Seated(
        id,
        table,
        json.field("name") instanceof JsonString(var name) ? new Line(name) : null,
        organisation == null ? null : new Line(organisation),
        Word.of(Role.class, json.string("role"))
            .orElseThrow(() -> new MalformedJsonException("no role")),
        college == null ? null : new CollegeId(college),
        Word.of(Presence.class, json.string("presence"))
            .orElseThrow(() -> new MalformedJsonException("no presence")));
  }
}
