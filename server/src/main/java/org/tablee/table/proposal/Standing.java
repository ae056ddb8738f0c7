package org.tablee.table.proposal;

import java.util.List;
import java.util.function.Predicate;
import org.tablee.table.College;
import org.tablee.table.CollegeId;
import org.tablee.table.Members;
import org.tablee.table.ParticipantId;
import org.tablee.table.Stance;

/**
 * Whether a proposal stands, and the work that is left until it does. Only who takes part at the
 * table now is counted: nobody else could lift an objection.
 *
 * @param stands every college with members has taken position and no objection is open
 * @param silent the colleges with members of which nobody has taken position
 * @param objections who objects
 * @param reserves who accepts with a reserve; that keeps nothing from standing
 * @param earlier whose position is on an earlier text
 */
public record Standing(
    boolean stands,
    List<CollegeId> silent,
    List<ParticipantId> objections,
    List<ParticipantId> reserves,
    List<ParticipantId> earlier) {
  public Standing {
    silent = List.copyOf(silent);
    objections = List.copyOf(objections);
    reserves = List.copyOf(reserves);
    earlier = List.copyOf(earlier);
  }

  public static Standing of(List<College> colleges, Members members, Proposal proposal) {
    var strips = Strip.of(colleges, members, List.of(), proposal);
    var silent = strips.stream().filter(Strip::isSilent).map(Strip::college).toList();
    var counted =
        proposal.discussion().positions().stream()
            .filter(one -> members.roleOf(one.by()).takesPart())
            .toList();
    var objections = holders(counted, one -> one.position() == Stance.OBJECT);
    return new Standing(
        !proposal.isWithdrawn() && !strips.isEmpty() && silent.isEmpty() && objections.isEmpty(),
        silent,
        objections,
        holders(counted, one -> one.position() == Stance.RESERVE),
        holders(counted, proposal::isOnEarlierText));
  }

  private static List<ParticipantId> holders(List<Position> all, Predicate<Position> among) {
    return all.stream().filter(among).map(Position::by).toList();
  }
}
