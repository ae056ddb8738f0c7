package org.tablee.table;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
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

  /** Clients that are remembered. */
  public static final int CLIENTS_MAX = 10_000;

  /** How long a client is remembered after its last commit. */
  public static final Duration IDLE_MAX = Duration.ofDays(90);

  static final IdMemory NONE = new IdMemory(HashTreePMap.empty(), TreePMap.empty());

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

  private IdMemory(PMap<Who, Client> clients, PSortedMap<Long, Who> byLastSeq) {
    this.clients = clients;
    this.byLastSeq = byLastSeq;
  }

  public static IdMemory of(Collection<Client> clients) {
    var memory = NONE;
    for (var client : clients) {
      memory =
          new IdMemory(
              memory.clients.plus(client.who(), client),
              memory.byLastSeq.plus(client.lastSeq().value(), client.who()));
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
    var order = known == null ? byLastSeq : byLastSeq.minus(known.lastSeq().value());
    return new IdMemory(
        clients.plus(who, new Client(who, highest, numbers, commit.seq(), commit.at())),
        order.plus(commit.seq().value(), who));
  }

  private IdMemory forget(Instant now) {
    var left = clients;
    var order = byLastSeq;
    while (!order.isEmpty()) {
      var oldest = left.get(order.firstEntry().getValue());
      if (oldest == null) {
        throw new IllegalStateException("a client in the order alone");
      }
      var tooMany = left.size() > CLIENTS_MAX;
      if (!tooMany && !oldest.lastAt().plus(IDLE_MAX).isBefore(now)) {
        break;
      }
      left = left.minus(oldest.who());
      order = order.minus(order.firstKey());
    }
    return new IdMemory(left, order);
  }
}
