package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.table.TableCommand.ByMember;

/**
 * One command in the table of rights, spelt out: who may, on which list, and samples on what is
 * one's own and on what is another's. The one who asks is {@link ATable#NOBODY}, the other {@link
 * ATable#YANN}.
 *
 * @param who {@code members}, {@code authors}, {@code holders}, {@code oneself}, {@code scribes} or
 *     {@code facilitators}
 * @param list whose state refuses it; {@code null} where none does
 * @param refusal what a list that is not open answers
 * @param isContribution whether one must have read the frame first
 */
record RightsCase(
    Class<? extends ByMember> command,
    String who,
    @Nullable ListName list,
    RefusalCode refusal,
    boolean isContribution,
    List<ByMember> onOwn,
    List<ByMember> onOthers) {
  static RightsCase of(
      String who, @Nullable ListName list, List<ByMember> onOwn, List<ByMember> onOthers) {
    var command = onOwn.getFirst().getClass();
    return new RightsCase(command, who, list, RefusalCode.LIST_CLOSED, true, onOwn, onOthers);
  }

  /** The same, also for somebody who has not read the frame. */
  RightsCase beforeReading() {
    return new RightsCase(command, who, list, refusal, false, onOwn, onOthers);
  }

  /** What the role may do: {@code nothing}, {@code own} or {@code any}. */
  String reach(Role role) {
    return switch (role) {
      case OBSERVER, GUARANTOR, ORGANISER -> "nothing";
      case PARTICIPANT ->
          switch (who) {
            case "members" -> "any";
            case "authors", "holders", "oneself" -> "own";
            default -> "nothing";
          };
      case SCRIBE ->
          switch (who) {
            case "members", "authors", "scribes" -> "any";
            case "holders", "oneself" -> "own";
            default -> "nothing";
          };
      case FACILITATOR -> who.equals("oneself") ? "own" : "any";
    };
  }

  @Override
  public String toString() {
    return command.getSimpleName();
  }
}
