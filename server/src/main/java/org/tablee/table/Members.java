package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** The participants of a table in the order they joined. Observers are not among them. */
public final class Members {
  static final Members NONE = new Members(TreePVector.empty(), HashTreePMap.empty());

  private final PVector<ParticipantId> order;
  private final PMap<ParticipantId, Participant> byId;

  private Members(PVector<ParticipantId> order, PMap<ParticipantId, Participant> byId) {
    this.order = order;
    this.byId = byId;
  }

  public static Members of(List<Participant> participants) {
    var members = NONE;
    for (var participant : participants) {
      members = members.and(participant);
    }
    return members;
  }

  /** The participant of that id, or {@code null}. */
  public @Nullable Participant find(ParticipantId id) {
    return byId.get(id);
  }

  /** Whoever is no member may only look on. */
  public Role roleOf(ParticipantId id) {
    var participant = byId.get(id);
    return participant == null ? Role.OBSERVER : participant.role();
  }

  public int count() {
    return order.size();
  }

  /** Everyone, in the order they joined. */
  public List<Participant> inOrder() {
    return order.stream().map(this::existing).toList();
  }

  Members and(Participant participant) {
    if (byId.containsKey(participant.id())) {
      throw new CorruptHistoryException("joined twice: " + participant.id().value());
    }
    return new Members(order.plus(participant.id()), byId.plus(participant.id(), participant));
  }

  Members withRole(ParticipantId id, Role role) {
    return new Members(order, byId.plus(id, existing(id).as(role)));
  }

  Members withMandate(ParticipantId id, Mandate mandate) {
    return new Members(order, byId.plus(id, existing(id).speaking(mandate)));
  }

  private Participant existing(ParticipantId id) {
    var participant = byId.get(id);
    if (participant == null) {
      throw new CorruptHistoryException("no participant " + id.value());
    }
    return participant;
  }
}
