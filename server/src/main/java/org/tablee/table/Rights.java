package org.tablee.table;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.tablee.table.TableCommand.AddFinding;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TableCommand.MoveFinding;
import org.tablee.table.TableCommand.MovePhase;
import org.tablee.table.TableCommand.RenameFinding;
import org.tablee.table.TableCommand.RestoreFinding;
import org.tablee.table.TableCommand.RetypeFinding;
import org.tablee.table.TableCommand.SourceFinding;
import org.tablee.table.TableCommand.WithdrawFinding;

/** Who may do what: one table, checked on each command (I8). */
final class Rights {
  /** What a role may do to an item. */
  enum Reach {
    NOTHING,
    OWN,
    ANY
  }

  /** The kinds of act that rights tell apart. */
  enum Act {
    ADD,
    EDIT_TEXT,
    MOVE,
    CHANGE_ITEM,
    MOVE_PHASE
  }

  private static final Set<Act> ON_ITEMS =
      EnumSet.of(Act.ADD, Act.EDIT_TEXT, Act.MOVE, Act.CHANGE_ITEM);

  private static final Map<Role, Map<Act, Reach>> TABLE = new EnumMap<>(Role.class);

  static {
    for (var role : Role.values()) {
      TABLE.put(role, new EnumMap<>(Act.class));
    }
    give(Role.PARTICIPANT, Reach.ANY, EnumSet.of(Act.ADD, Act.EDIT_TEXT, Act.MOVE));
    give(Role.PARTICIPANT, Reach.OWN, EnumSet.of(Act.CHANGE_ITEM));
    give(Role.SCRIBE, Reach.ANY, ON_ITEMS);
    give(Role.FACILITATOR, Reach.ANY, EnumSet.allOf(Act.class));
  }

  private Rights() {}

  private static void give(Role role, Reach reach, Set<Act> acts) {
    acts.forEach(act -> of(role).put(act, reach));
  }

  private static Map<Act, Reach> of(Role role) {
    var rights = TABLE.get(role);
    if (rights == null) {
      throw new IllegalStateException("a role without rights: " + role);
    }
    return rights;
  }

  static Reach reach(Role role, Act act) {
    return of(role).getOrDefault(act, Reach.NOTHING);
  }

  static Act act(ByMember command) {
    return switch (command) {
      case AddFinding _ -> Act.ADD;
      case EditText _ -> Act.EDIT_TEXT;
      case MoveFinding _ -> Act.MOVE;
      case RenameFinding _, RetypeFinding _, SourceFinding _ -> Act.CHANGE_ITEM;
      case WithdrawFinding _, RestoreFinding _ -> Act.CHANGE_ITEM;
      case MovePhase _ -> Act.MOVE_PHASE;
    };
  }
}
