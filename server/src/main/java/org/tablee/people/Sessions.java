package org.tablee.people;

import static org.tablee.store.Store.Collection.TOKENS;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.store.Store;
import org.tablee.store.Store.Direction;
import org.tablee.store.StoreUnavailableException;
import org.tablee.table.ParticipantId;
import org.tablee.table.TableId;

/** The sessions of the installation, each under the digest of its token. */
public final class Sessions {
  /** A session that was not used for so long is over. */
  public static final Duration IDLE_MAX = Duration.ofDays(180);

  /** How exactly its last use is known: a write a day and session at most. */
  private static final Duration SEEN_STEP = Duration.ofDays(1);

  /**
   * How long one that is over is kept. It opens nothing any more, but one that a clock far ahead
   * took for old would be lost for good.
   */
  static final Duration KEPT_MAX = IDLE_MAX.multipliedBy(2);

  /** Sessions that one sweep looks at. */
  static final int SWEEP_MAX = 500;

  private static final String FIRST = " ";
  private static final String LAST = "~";

  private final Store store;
  private final SureWrites writes;
  private final InstantSource clock;

  /** Where the next sweep goes on. */
  private String sweptTo = FIRST;

  public Sessions(Store store, InstantSource clock) {
    this.store = store;
    this.writes = new SureWrites(store);
    this.clock = clock;
  }

  /**
   * The live session of a token; empty where it is unknown, ended or expired.
   *
   * @throws StoreUnavailableException where the store does not answer
   */
  public Optional<Session> open(Token token) {
    var id = token.session();
    var read = store.read(TOKENS, id.value());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    var session = Session.read(id, read.get().document());
    var now = clock.instant();
    if (now.isAfter(session.seenAt().plus(IDLE_MAX))) {
      end(id);
      return Optional.empty();
    }
    if (now.isAfter(session.seenAt().plus(SEEN_STEP))) {
      var seen = read.get().document().and(Session.SEEN_AT, new JsonNumber(now.toEpochMilli()));
      // Whatever becomes of it: the next use writes it again.
      var _ = store.replaceIfUnchanged(TOKENS, id.value(), read.get(), seen);
    }
    return Optional.of(session);
  }

  /** Ends a session, wherever it is used. */
  public void end(SessionId id) {
    writes.delete(TOKENS, id.value());
  }

  /**
   * Takes out of the store what has been over for long: looks at one page of all sessions, goes on
   * there the next time, and begins anew behind the last. Blocks; called by one thread.
   *
   * @throws StoreUnavailableException where the store does not answer
   */
  public void sweep() {
    var page = store.range(TOKENS, sweptTo, LAST, Direction.UP, SWEEP_MAX);
    // The space is the lowest character of an id: the next possible one.
    sweptTo = page.size() < SWEEP_MAX ? FIRST : page.getLast().id() + " ";
    var before = clock.instant().minus(KEPT_MAX);
    for (var entry : page) {
      if (Session.read(new SessionId(entry.id()), entry.document()).seenAt().isBefore(before)) {
        writes.delete(TOKENS, entry.id());
      }
    }
  }

  /** The newest content of a session that was open a moment ago; empty where it ended since. */
  Optional<Session> again(Session session) {
    var id = session.id();
    return store.read(TOKENS, id.value()).map(read -> Session.read(id, read.document()));
  }

  /** Begins a session at a table; one write, so that there is never one without its seat. */
  Session begin(Token token, TableId table, ParticipantId participant) {
    var fresh = Session.fresh(token.session(), clock.instant());
    var session = seated(fresh.write(), table, participant);
    writes.insert(TOKENS, fresh.id().value(), session);
    return Session.read(fresh.id(), session);
  }

  Session begin(Token token, Organiser organiser) {
    var fresh = Session.fresh(token.session(), clock.instant());
    var session = fresh.write().and(Session.ORGANISER, Session.write(organiser));
    writes.insert(TOKENS, fresh.id().value(), session);
    return Session.read(fresh.id(), session);
  }

  /** Whether a session is there and is this participant of a table. */
  public boolean holds(SessionId id, TableId table, ParticipantId participant) {
    return store
        .read(TOKENS, id.value())
        .map(read -> participant.equals(Session.read(id, read.document()).at(table)))
        .orElse(false);
  }

  /** Adds a seat to a session; empty where it ended meanwhile. */
  Optional<Session> seat(SessionId id, TableId table, ParticipantId participant) {
    return change(id, json -> seated(json, table, participant));
  }

  /** Makes a session an organiser's; empty where it ended meanwhile. */
  Optional<Session> organise(SessionId id, Organiser organiser) {
    return change(
        id,
        json ->
            json.field(Session.ORGANISER) == null
                ? json.and(Session.ORGANISER, Session.write(organiser))
                : json);
  }

  private static JsonObject seated(JsonObject json, TableId table, ParticipantId participant) {
    var seats = json.object(Session.SEATS);
    return seats.field(table.value()) == null
        ? json.and(Session.SEATS, seats.and(table.value(), new JsonString(participant.value())))
        : json;
  }

  private Optional<Session> change(SessionId id, UnaryOperator<JsonObject> change) {
    return writes.change(TOKENS, id.value(), change).map(json -> Session.read(id, json));
  }
}
