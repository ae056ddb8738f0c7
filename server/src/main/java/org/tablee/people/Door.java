package org.tablee.people;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tablee.history.DamagedHistoryException;
import org.tablee.store.Store;
import org.tablee.store.StoreUnavailableException;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Role;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableId;
import org.tablee.wire.Requests.Accept;

/**
 * Where people come in. What is written for a newcomer, in this order: the register, the session,
 * the log. A crash between two of them leaves an entry that nobody knows, or a session whose token
 * nobody was given; or, where a session was there before, a seat that the log does not know yet:
 * {@link #seated} completes it when it is used next. The log comes last because it alone is for
 * ever: it never holds a member that nobody can be.
 */
public final class Door {
  /** Tables whose observers are counted, at hand. */
  private static final int COUNTS_MAX = 1_000;

  private static final int LOCKS = 64;

  private final Invitations invitations;
  private final Sessions sessions;
  private final Register register;
  private final TableLogs logs;
  private final NameListener names;
  private final NewIds ids;
  private final InstantSource clock;
  private final DoorLimits limits;
  private final Pace<InvitationId> pace;
  private final Guesses guesses;

  /** One at a time comes in at a table: places are counted, and a session takes one seat. */
  private final List<ReentrantLock> locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

  private final Map<TableId, Integer> observers =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TableId, Integer> eldest) {
          return size() > COUNTS_MAX;
        }
      };

  /**
   * @param nanos a clock that never runs backwards
   */
  public Door(
      Store store,
      Sessions sessions,
      Register register,
      TableLogs logs,
      NameListener names,
      NewIds ids,
      InstantSource clock,
      LongSupplier nanos,
      DoorLimits limits) {
    this.invitations = new Invitations(store);
    this.sessions = sessions;
    this.register = register;
    this.logs = logs;
    this.names = names;
    this.ids = ids;
    this.clock = clock;
    this.limits = limits;
    this.pace = new Pace<>(limits.acceptsPerMinute(), nanos);
    this.guesses = new Guesses(nanos);
  }

  /**
   * The organiser's invitation, made where there is none.
   *
   * @param set its secret; {@code null} for one of chance
   */
  public Invitation organiserInvitation(@Nullable Secret set) {
    return invitations.organiser(set, ids);
  }

  /**
   * What a secret opens now; nothing is consumed. Beyond so many that opened nothing, those of that
   * source are refused, and so is the organiser's secret, right or wrong; nothing else, for many
   * people may share an address, and the secrets of tables are not guessed.
   */
  public Opening look(Secret secret, Source source) {
    var open = invitations.open(secret, clock.instant());
    if (open.isPresent() && open.get().table() != null) {
      return new Opening.Open(open.get());
    }
    var pause = guesses.pause(source);
    if (pause.isPresent()) {
      return new Opening.Refused(later(RefusalCode.RATE_LIMITED, pause.get()));
    }
    if (open.isEmpty()) {
      guesses.count(source);
      return new Opening.Refused(new Refusal(RefusalCode.INVITATION_UNKNOWN));
    }
    return new Opening.Open(open.get());
  }

  /**
   * Accepts an invitation.
   *
   * @param held the session that somebody has already, or {@code null}
   */
  public Entry accept(Accept ask, @Nullable Presented held, Source source) {
    return switch (look(new Secret(ask.secret()), source)) {
      case Opening.Open(var invitation) -> accept(ask, invitation, held);
      case Opening.Refused(var refusal) -> new Entry.Refused(refusal);
    };
  }

  private Entry accept(Accept ask, Invitation invitation, @Nullable Presented held) {
    var wait = pace.take(invitation.id());
    if (wait.isPresent()) {
      return new Entry.Refused(later(RefusalCode.RATE_LIMITED, wait.get()));
    }
    var table = invitation.table();
    return table == null
        ? organise(ask, invitation, held)
        : alone(table, () -> sit(table, ask, invitation, held));
  }

  /** Makes an organiser a facilitator of a table. */
  public Entry join(TableId table, Presented held, Organiser organiser, Presence presence) {
    return alone(
        table,
        () -> {
          var known = held.session().at(table);
          if (known != null) {
            return again(table, held, known, Role.FACILITATOR, null);
          }
          var seated =
              new Seated(
                  ids.participant(),
                  table,
                  organiser.name(),
                  organiser.organisation(),
                  Role.FACILITATOR,
                  null,
                  presence);
          return enter(table, seated, held);
        });
  }

  /**
   * Who a session is at a table, with the role that the log gives now; empty where it is nobody. A
   * member whom a crash kept out of the log is brought in. Where the log is damaged they are an
   * observer: nothing can be done there, and they are told why.
   *
   * @throws StoreUnavailableException where the store does not answer
   */
  public Optional<Seated> seated(Session session, TableId table) {
    var id = session.at(table);
    if (id == null) {
      return Optional.empty();
    }
    return register
        .find(table, id)
        .map(seated -> {
          if (!seated.isMember()) {
            return seated;
          }
          try {
            var member = logs.now(table).members().find(id);
            if (member == null) {
              return log(table, seated).isPresent() ? seated.as(Role.OBSERVER, null) : seated;
            }
            return seated.as(member.role(), member.college());
          } catch (DamagedHistoryException _) {
            // The role is not known; they come in far enough to be told what is wrong.
            return seated.as(Role.OBSERVER, null);
          }
        });
  }

  private Entry organise(Accept ask, Invitation invitation, @Nullable Presented held) {
    invitations.accepted(invitation.id(), clock.instant());
    var organiser = new Organiser(ids.participant(), ask.name(), ask.organisation());
    if (held != null) {
      var session = sessions.organise(held.session().id(), organiser);
      if (session.isPresent() && session.get().organiser() != null) {
        var now = session.get().organiser();
        return new Entry.In(Seated.of(now), held.token(), now.id().equals(organiser.id()));
      }
    }
    var token = ids.token();
    var _ = sessions.begin(token, organiser);
    return new Entry.In(Seated.of(organiser), token, true);
  }

  private Entry sit(TableId table, Accept ask, Invitation invitation, @Nullable Presented held) {
    var session = held == null ? null : sessions.again(held.session()).orElse(null);
    var still = held == null || session == null ? null : new Presented(held.token(), session);
    var known = session == null ? null : session.at(table);
    if (still != null && known != null) {
      return again(table, still, known, invitation.role(), invitation);
    }
    if (session != null && session.seats().size() >= Session.SEATS_MAX) {
      return refused(RefusalCode.LIST_FULL);
    }
    var isFull = full(table, invitation.role());
    if (isFull) {
      return new Entry.Refused(later(RefusalCode.TABLE_FULL, Duration.ofMinutes(1)));
    }
    if (!invitations.use(invitation.id())) {
      return refused(RefusalCode.INVITATION_UNKNOWN);
    }
    var seated =
        new Seated(
            ids.participant(),
            table,
            ask.name(),
            ask.organisation(),
            invitation.role(),
            invitation.college(),
            ask.presence());
    return enter(table, seated, still);
  }

  private Entry enter(TableId table, Seated seated, @Nullable Presented held) {
    var token = held == null ? ids.token() : held.token();
    register.add(table, seated, token.session());
    if (held == null) {
      var _ = sessions.begin(token, table, seated.id());
    } else if (sessions.seat(token.session(), table, seated.id()).isEmpty()) {
      return refused(RefusalCode.SESSION_UNKNOWN);
    }
    if (seated.isMember()) {
      var refusal = log(table, seated);
      if (refusal.isPresent()) {
        return new Entry.Refused(refusal.get());
      }
    } else {
      counted(table);
    }
    return new Entry.In(seated, token, true);
  }

  /** Somebody who sits here already keeps the higher role. */
  private Entry again(
      TableId table, Presented held, ParticipantId id, Role role, @Nullable Invitation by) {
    var now = seated(held.session(), table);
    if (now.isEmpty()) {
      throw new IllegalStateException("a seat that is not registered");
    }
    var seated = now.get();
    if (seated.role().compareTo(role) >= 0) {
      return new Entry.In(seated, held.token(), false);
    }
    var isNewMember = !seated.isMember();
    if (isNewMember && full(table, role)) {
      return new Entry.Refused(later(RefusalCode.TABLE_FULL, Duration.ofMinutes(1)));
    }
    if (by != null && !invitations.use(by.id())) {
      return refused(RefusalCode.INVITATION_UNKNOWN);
    }
    var college = isNewMember && by != null ? by.college() : seated.college();
    var raised = seated.as(role, college);
    register.raise(table, raised);
    var refusal = log(table, raised);
    return refusal
        .<Entry>map(Entry.Refused::new)
        .orElseGet(() -> new Entry.In(raised, held.token(), false));
  }

  /** The name goes ahead of the commit, so that nobody sees a newcomer without one. */
  private Optional<Refusal> log(TableId table, Seated seated) {
    names.named(table, seated.person());
    var refusal =
        logs.join(table, new Join(seated.id(), seated.role(), seated.college(), seated.presence()));
    if (refusal.filter(one -> !one.code().isFinal()).isPresent()) {
      // No answer is none: whoever comes back finds a seat, and is brought in then.
      throw new StoreUnavailableException("table " + table.value() + " stores nothing now");
    }
    return refusal;
  }

  private boolean full(TableId table, Role role) {
    return role == Role.OBSERVER
        ? limits.observers() > 0 && observers(table) >= limits.observers()
        : limits.members() > 0 && logs.now(table).members().count() >= limits.members();
  }

  private int observers(TableId table) {
    synchronized (observers) {
      var count = observers.get(table);
      if (count != null) {
        return count;
      }
    }
    int count = register.countObservers(table);
    synchronized (observers) {
      observers.put(table, count);
    }
    return count;
  }

  private void counted(TableId table) {
    synchronized (observers) {
      var _ = observers.computeIfPresent(table, (_, count) -> count + 1);
    }
  }

  private Entry alone(TableId table, Supplier<Entry> act) {
    var lock = locks.get(Math.floorMod(table.hashCode(), LOCKS));
    lock.lock();
    try {
      return act.get();
    } finally {
      lock.unlock();
    }
  }

  private static Entry refused(RefusalCode code) {
    return new Entry.Refused(new Refusal(code));
  }

  /** At least a millisecond: zero would be asked again at once. */
  private static Refusal later(RefusalCode code, Duration wait) {
    return new Refusal(code, Map.of("retryInMs", Long.toString(wait.toMillis() + 1)));
  }
}
