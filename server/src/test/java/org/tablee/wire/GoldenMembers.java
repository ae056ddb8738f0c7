package org.tablee.wire;

import java.util.List;
import org.tablee.table.College;
import org.tablee.table.CollegeId;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.Role;
import org.tablee.table.TableEvent;
import org.tablee.table.TableEvent.ParticipantJoined;
import org.tablee.table.TableEvent.RoleChanged;
import org.tablee.table.TableEvent.TableCreated;

/** What the files of a table and its members say, as values. */
final class GoldenMembers {
  private static final ParticipantId ANA = new ParticipantId("ana");

  static final List<TableEvent> EVENTS =
      List.of(
          new TableCreated(
              new Line("Vieillir au village"),
              new Line("Val de Sèvre"),
              new Line("Services aux aînés"),
              "fr",
              List.of(
                  new College(new CollegeId("users"), new Line("Usagers")),
                  new College(new CollegeId("inhabitants"), new Line("Habitants")))),
          new ParticipantJoined(ANA, Role.FACILITATOR, new CollegeId("users"), Presence.ROOM),
          new RoleChanged(ANA, Role.FACILITATOR));

  private GoldenMembers() {}
}
