package org.tablee.table.proposal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tablee.table.College;
import org.tablee.table.CollegeId;
import org.tablee.table.Members;
import org.tablee.table.Participant;
import org.tablee.table.ParticipantId;
import org.tablee.table.Stance;

/**
 * How one college stands on a proposal; colleges stand side by side, never added up.
 *
 * @param members those of the college who take part
 * @param counts how many of them hold each position; the others have taken none
 * @param isShown whether it may be shown: a college of few members only where each of them agreed
 */
public record Strip(CollegeId college, int members, Map<Stance, Integer> counts, boolean isShown) {
  /** Members of a college whose strip is shown without asking. */
  public static final int MEMBERS_SHOWN = 3;

  public Strip {
    counts = Map.copyOf(counts);
  }

  /** One for each college that has members who take part, in the table's order. */
  public static List<Strip> of(
      List<College> colleges, Members members, List<ParticipantId> shownBy, Proposal proposal) {
    var strips = new ArrayList<Strip>();
    for (var college : colleges) {
      var its =
          members.inOrder().stream()
              .filter(one -> one.role().takesPart())
              .filter(one -> Objects.equals(one.college(), college.id()))
              .map(Participant::id)
              .toList();
      if (!its.isEmpty()) {
        var isShown = its.size() >= MEMBERS_SHOWN || shownBy.containsAll(its);
        strips.add(new Strip(college.id(), its.size(), counts(its, proposal), isShown));
      }
    }
    return strips;
  }

  private static Map<Stance, Integer> counts(List<ParticipantId> members, Proposal proposal) {
    var counts = new EnumMap<Stance, Integer>(Stance.class);
    for (var member : members) {
      var position = proposal.discussion().positionOf(member);
      if (position != null) {
        counts.merge(position.position(), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** Whether nobody of the college has taken position. */
  public boolean isSilent() {
    return counts.isEmpty();
  }
}
