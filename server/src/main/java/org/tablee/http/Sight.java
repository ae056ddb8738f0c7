package org.tablee.http;

import java.util.Optional;
import org.tablee.people.Door;
import org.tablee.people.Seated;
import org.tablee.people.Session;
import org.tablee.people.TableCard;
import org.tablee.people.TableList;
import org.tablee.table.RefusalCode;
import org.tablee.table.Role;
import org.tablee.table.TableId;

/** Who may see a table. Whoever may not is answered as if there were none. */
final class Sight {
  private final TableList tables;
  private final Door door;

  Sight(TableList tables, Door door) {
    this.tables = tables;
    this.door = door;
  }

  /** The table that a path names; refused to whoever may not see it, in one way. */
  TableCard table(Session session, String id) {
    return find(session, id).orElseThrow(() -> new RefusedException(RefusalCode.TABLE_UNKNOWN));
  }

  private Optional<TableCard> find(Session session, String text) {
    TableId id;
    try {
      id = new TableId(text);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    var mayBeSeen = session.isOrganiser() || session.at(id) != null;
    // Read in any case: how long it takes must not tell whether the table is there.
    return tables.find(id).filter(_ -> mayBeSeen);
  }

  /** Who the session is at a table that it may see. */
  Optional<Seated> you(Session session, TableCard table) {
    return door.seated(session, table.id());
  }

  /** Refuses all but the organiser and this table's facilitators. */
  void requireLead(Session session, TableCard table) {
    var leads =
        session.isOrganiser()
            || you(session, table).filter(you -> you.role() == Role.FACILITATOR).isPresent();
    if (!leads) {
      throw new RefusedException(RefusalCode.RIGHTS_ROLE);
    }
  }
}
