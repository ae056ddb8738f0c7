package org.tablee.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tablee.json.Json;
import org.tablee.session.Neighbours.Present;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.Table;
import org.tablee.wire.ServerFrames;
import org.tablee.wire.ServerFrames.Count;

/**
 * Who is at a table, through this node and others, and where. Touched on the table's thread only.
 */
final class Seats {
  private static final class Seat {
    private final Set<Connection> connections = new HashSet<>();
    private Whereabouts where = Whereabouts.NOWHERE;
    private @Nullable Connection toldBy;
  }

  private final Map<ParticipantId, Seat> seats = new LinkedHashMap<>();

  /** Who sits at the table through another node. */
  private record There(Map<ParticipantId, Whereabouts> members, int observers) {}

  private final Map<String, There> elsewhere = new HashMap<>();

  /** What everyone was told last. */
  private Map<ParticipantId, Whereabouts> told = new HashMap<>();

  private Count counted = new Count(0, 0, 0);
  private boolean isAhead;

  void add(Connection connection) {
    seats
        .computeIfAbsent(connection.guest().participant(), _ -> new Seat())
        .connections
        .add(connection);
  }

  void remove(Connection connection) {
    var id = connection.guest().participant();
    var seat = seats.get(id);
    if (seat == null) {
      return;
    }
    seat.connections.remove(connection);
    if (seat.connections.isEmpty()) {
      seats.remove(id);
    } else if (seat.toldBy == connection) {
      seat.toldBy = null;
      seat.where = Whereabouts.NOWHERE;
    }
  }

  /** Whether anything changed; a base that is not known is as if nothing was told. */
  boolean move(Connection connection, Whereabouts where, Table table) {
    var seat = seats.get(connection.guest().participant());
    if (seat == null || !seat.connections.contains(connection)) {
      return false;
    }
    var now = where.in(table);
    if (where.text() != null && now.text() == null) {
      return false;
    }
    seat.where = now;
    seat.toldBy = connection;
    return true;
  }

  /** Who sits here, through this node. */
  Present here(Table table) {
    var members = new ArrayList<Sitting>();
    seats.forEach((id, seat) -> {
      if (table.members().find(id) != null) {
        members.add(Sitting.of(id, seat.where));
      }
    });
    return new Present(members, seats.size() - members.size());
  }

  /** Whether that node had told of nobody before. */
  boolean sitElsewhere(String node, Present there) {
    var before = elsewhere.get(node);
    var members = new LinkedHashMap<ParticipantId, Whereabouts>();
    for (var one : there.members()) {
      var id = one.here().participant();
      var known = before == null ? null : before.members().get(id);
      // The same one: what did not change is not told again.
      members.put(id, one.where().equals(known) ? known : one.where());
    }
    if (members.isEmpty() && there.observers() == 0) {
      elsewhere.remove(node);
      return false;
    }
    elsewhere.put(node, new There(members, there.observers()));
    return before == null;
  }

  /** Whether somebody sat through a node that is none of these; nobody does any more. */
  boolean onlyThrough(Set<String> nodes) {
    return elsewhere.keySet().retainAll(nodes);
  }

  /** Each of whom it is known where they are; whoever is here and elsewhere, as they are here. */
  private Map<ParticipantId, Whereabouts> everyone() {
    var everyone = new LinkedHashMap<ParticipantId, Whereabouts>();
    seats.forEach((id, seat) -> everyone.put(id, seat.where));
    elsewhere.values().forEach(there -> there.members().forEach(everyone::putIfAbsent));
    return everyone;
  }

  /** Whether one more would be an observer too many. */
  boolean isFull(int observersMax, ParticipantId participant, Table table) {
    int others = elsewhere.values().stream().mapToInt(There::observers).sum();
    return seats.size() + others >= observersMax
        && table.members().find(participant) == null
        && !seats.containsKey(participant)
        && count(everyone().keySet(), table).observers() >= observersMax;
  }

  private Count count(Set<ParticipantId> everyone, Table table) {
    int room = 0;
    int remote = 0;
    int observers = elsewhere.values().stream().mapToInt(There::observers).sum();
    for (var id : everyone) {
      var member = table.members().find(id);
      if (member == null) {
        observers++;
      } else if (member.presence() == Presence.ROOM) {
        room++;
      } else {
        remote++;
      }
    }
    return new Count(room, remote, observers);
  }

  /** What changed since it was told last; {@code null} where nothing did. */
  byte @Nullable [] changes(Table table) {
    var everyone = everyone();
    var count = count(everyone.keySet(), table);
    var next = shown(everyone, table, count);
    var here = new ArrayList<ServerFrames.Here>();
    isAhead = false;
    for (var one : next.entrySet()) {
      var before = told.get(one.getKey());
      if (before != null && table.seq().isBefore(one.getValue().base())) {
        isAhead = true;
        one.setValue(before);
      } else if (before != one.getValue()) {
        here.add(one.getValue().in(table).told(one.getKey()));
      }
    }
    var left = told.keySet().stream().filter(id -> !everyone.containsKey(id)).toList();
    var isSame = here.isEmpty() && left.isEmpty() && count.equals(counted);
    told = next;
    counted = count;
    return isSame ? null : Json.writeUtf8(ServerFrames.presence(table.seq(), here, left, count));
  }

  /** Whether some place counts in what this node does not know yet: it was not told. */
  boolean isAhead() {
    return isAhead;
  }

  /**
   * Everything that was told.
   *
   * @param isAgain for one who missed some: names those who are not here as well
   */
  byte[] all(Table table, boolean isAgain) {
    var here = new ArrayList<ServerFrames.Here>();
    told.forEach((id, where) -> here.add(where.in(table).told(id)));
    var everyone = isAgain ? everyone() : Map.of();
    List<ParticipantId> left =
        isAgain
            ? table.members().inOrder().stream()
                .map(member -> member.id())
                .filter(id -> !everyone.containsKey(id))
                .toList()
            : List.of();
    return Json.writeUtf8(ServerFrames.presence(table.seq(), here, left, counted));
  }

  /** Each member; above a number only those who write, and those known already as being here. */
  private Map<ParticipantId, Whereabouts> shown(
      Map<ParticipantId, Whereabouts> everyone, Table table, Count count) {
    var isFew = count.room() + count.remote() <= SessionLimits.EACH_MEMBER_MAX;
    var shown = new LinkedHashMap<ParticipantId, Whereabouts>();
    everyone.forEach((id, where) -> {
      if (table.members().find(id) == null) {
        return;
      }
      if (isFew || where.isTyping()) {
        shown.put(id, where);
      } else if (told.containsKey(id)) {
        shown.put(id, Whereabouts.NOWHERE);
      }
    });
    return shown;
  }
}
