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
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.Table;
import org.tablee.wire.ServerFrames;
import org.tablee.wire.ServerFrames.Count;

/** Who is at a table through this node, and where. Touched on the table's thread only. */
final class Seats {
  private static final class Seat {
    private final Set<Connection> connections = new HashSet<>();
    private Whereabouts where = Whereabouts.NOWHERE;
    private @Nullable Connection toldBy;
  }

  private final Map<ParticipantId, Seat> seats = new LinkedHashMap<>();

  /** What everyone was told last. */
  private Map<ParticipantId, Whereabouts> told = new HashMap<>();

  private Count counted = new Count(0, 0, 0);

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

  /** Whether one more would be an observer too many. */
  boolean isFull(int observersMax, ParticipantId participant, Table table) {
    return seats.size() >= observersMax
        && table.members().find(participant) == null
        && !seats.containsKey(participant)
        && count(table).observers() >= observersMax;
  }

  Count count(Table table) {
    int room = 0;
    int remote = 0;
    int observers = 0;
    for (var id : seats.keySet()) {
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
    var count = count(table);
    var next = shown(table, count);
    var here = new ArrayList<ServerFrames.Here>();
    for (var one : next.entrySet()) {
      if (told.get(one.getKey()) != one.getValue()) {
        here.add(one.getValue().in(table).told(one.getKey()));
      }
    }
    var left = told.keySet().stream().filter(id -> !seats.containsKey(id)).toList();
    var isSame = here.isEmpty() && left.isEmpty() && count.equals(counted);
    told = next;
    counted = count;
    return isSame ? null : Json.writeUtf8(ServerFrames.presence(table.seq(), here, left, count));
  }

  /**
   * Everything that was told.
   *
   * @param isAgain for one who missed some: names those who are not here as well
   */
  byte[] all(Table table, boolean isAgain) {
    var here = new ArrayList<ServerFrames.Here>();
    told.forEach((id, where) -> here.add(where.in(table).told(id)));
    List<ParticipantId> left =
        isAgain
            ? table.members().inOrder().stream()
                .map(member -> member.id())
                .filter(id -> !seats.containsKey(id))
                .toList()
            : List.of();
    return Json.writeUtf8(ServerFrames.presence(table.seq(), here, left, counted));
  }

  /** Each member; above a number only those who write, and those known already as being here. */
  private Map<ParticipantId, Whereabouts> shown(Table table, Count count) {
    var isFew = count.room() + count.remote() <= SessionLimits.EACH_MEMBER_MAX;
    var shown = new LinkedHashMap<ParticipantId, Whereabouts>();
    seats.forEach((id, seat) -> {
      if (table.members().find(id) == null) {
        return;
      }
      if (isFew || seat.where.isTyping()) {
        shown.put(id, seat.where);
      } else if (told.containsKey(id)) {
        shown.put(id, Whereabouts.NOWHERE);
      }
    });
    return shown;
  }
}
