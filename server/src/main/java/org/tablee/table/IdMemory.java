package org.tablee.table;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Which commands of which client were stored, so that each applies once (I3). A rule of the fold:
 * it depends on commits alone, their own times included.
 */
public final class IdMemory {
  /** A client's numbers that are remembered exactly, counted back from its highest. */
  public static final int NUMBERS_MAX = 1_000;

  /**
   * Clients that are remembered, over all participants. Beyond it whoever has most loses the one
   * unused longest: however many one person uses, those of the others stay.
   */
  public static final int CLIENTS_MAX = 10_000;

  /** How long a client is remembered after its last commit. */
  public static final Duration IDLE_MAX = Duration.ofDays(90);

  static final IdMemory NONE =
      new IdMemory(HashTreePMap.empty(), TreePMap.empty(), HashTreePMap.empty());

  /** A client of a participant: another participant's client of that name is another client. */
  public record Who(ParticipantId participant, ClientId client) {}

  /**
   * What is remembered of a client.
   *
   * @param numbers the commits of the stored numbers above {@code highest - NUMBERS_MAX}
   */
  public record Client(
      Who who, long highest, PSortedMap<Long, Seq> numbers, Seq lastSeq, Instant lastAt) {}

  private final PMap<Who, Client> clients;
  private final PSortedMap<Long, Who> byLastSeq;

  /** The same, apart for each participant that has any. */
  private final PMap<ParticipantId, PSortedMap<Long, Who>> byParticipant;

  private IdMemory(
      PMap<Who, Client> clients,
      PSortedMap<Long, Who> byLastSeq,
      PMap<ParticipantId, PSortedMap<Long, Who>> byParticipant) {
    this.clients = clients;
    this.byLastSeq = byLastSeq;
    this.byParticipant = byParticipant;
  }

  public static IdMemory of(Collection<Client> clients) {
    var memory = NONE;
    for (var client : clients) {
      memory = memory.with(client);
    }
    return memory;
  }

  /** Every client that is remembered, in no order. */
  public Collection<Client> all() {
    return clients.values();
  }

  /** The commit that stored this command, or {@code null} where none is remembered. */
  @Nullable Seq storedAs(ParticipantId by, CommandId id) {
    var client = clients.get(new Who(by, id.client()));
    return client == null ? null : client.numbers().get(id.number());
  }

  /** Whether the number is so far back that it is unknown whether it was stored. */
  boolean isStale(ParticipantId by, CommandId id) {
    var client = clients.get(new Who(by, id.client()));
    return client != null && id.number() <= client.highest() - NUMBERS_MAX;
  }

  IdMemory after(Commit commit) {
    var remembered = commit.by().equals(ParticipantId.SYSTEM) ? this : remember(commit);
    return remembered.forget(commit.at());
  }

  private IdMemory remember(Commit commit) {
    var who = new Who(commit.by(), commit.id().client());
    var known = clients.get(who);
    long number = commit.id().number();
    long highest = known == null ? number : Math.max(known.highest(), number);
    PSortedMap<Long, Seq> numbers = known == null ? TreePMap.empty() : known.numbers();
    numbers = numbers.plus(number, commit.seq());
    while (numbers.firstKey() <= highest - NUMBERS_MAX) {
      numbers = numbers.minus(numbers.firstKey());
    }
    return with(new Client(who, highest, numbers, commit.seq(), commit.at()));
  }

  private IdMemory with(Client client) {
    var who = client.who();
    var last = client.lastSeq().value();
    var known = clients.get(who);
    var others = known == null ? this : without(known);
    return new IdMemory(
        others.clients.plus(who, client),
        others.byLastSeq.plus(last, who),
        others.byParticipant.plus(
            who.participant(), others.ofParticipant(who.participant()).plus(last, who)));
  }

  private IdMemory without(Client client) {
    var who = client.who();
    var last = client.lastSeq().value();
    var left = ofParticipant(who.participant()).minus(last);
    return new IdMemory(
        clients.minus(who),
        byLastSeq.minus(last),
        left.isEmpty()
            ? byParticipant.minus(who.participant())
            : byParticipant.plus(who.participant(), left));
  }

  private PSortedMap<Long, Who> ofParticipant(ParticipantId participant) {
    return byParticipant.getOrDefault(participant, TreePMap.empty());
  }

  private IdMemory forget(Instant now) {
    var memory = this;
    while (!memory.byLastSeq.isEmpty()) {
      var oldest = memory.existing(memory.byLastSeq.firstEntry().getValue());
      if (!oldest.lastAt().plus(IDLE_MAX).isBefore(now)) {
        break;
      }
      memory = memory.without(oldest);
    }
    while (memory.clients.size() > CLIENTS_MAX) {
      memory = memory.without(memory.existing(memory.oldestOfMost()));
    }
    return memory;
  }

  /** Of several participants with as many, the one whose client is unused longest loses it. */
  private Who oldestOfMost() {
    var most =
        Collections.max(
            byParticipant.values(),
            Comparator.<PSortedMap<Long, Who>>comparingInt(Map::size)
                .thenComparing(own -> -own.firstKey()));
    return most.firstEntry().getValue();
  }

  private Client existing(Who who) {
    var client = clients.get(who);
    if (client == null) {
      throw new IllegalStateException("a client in the order alone");
    }
    return client;
  }
}
