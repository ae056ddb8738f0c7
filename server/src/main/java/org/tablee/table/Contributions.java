package org.tablee.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.tablee.table.TableEvent.TextEdited;
import org.tablee.table.TalkEvent.CommentAdded;
import org.tablee.text.Op.Insert;

/** How much each member brought to the table, counted from what is stored. */
public record Contributions(PMap<ParticipantId, Share> byMember) {
  static final Contributions NONE = new Contributions(HashTreePMap.empty());

  /**
   * What one member brought.
   *
   * @param acts commits that did more than edit a text
   * @param units code units written into texts and comments; what was deleted again counts as well
   */
  public record Share(long acts, long units) {
    static final Share NONE = new Share(0, 0);
  }

  public static Contributions of(Map<ParticipantId, Share> shares) {
    return new Contributions(HashTreePMap.from(shares));
  }

  Contributions after(Commit commit) {
    if (commit.by().equals(ParticipantId.SYSTEM)) {
      return this;
    }
    var share = byMember.getOrDefault(commit.by(), Share.NONE);
    var only = commit.events().size() == 1 ? commit.events().getFirst() : null;
    return new Contributions(
        byMember.plus(
            commit.by(),
            new Share(
                share.acts() + (only instanceof TextEdited ? 0 : 1), share.units() + units(only))));
  }

  /** Text that an act moved rather than a person wrote (a merge, say) comes with other events. */
  private static long units(@Nullable TableEvent only) {
    if (only instanceof TextEdited(_, var delta)) {
      return delta.ops().stream()
          .mapToLong(op -> op instanceof Insert insert ? insert.length() : 0)
          .sum();
    }
    return only instanceof CommentAdded added ? added.words().value().length() : 0;
  }
}
