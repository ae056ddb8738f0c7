package org.tablee.table;

import java.util.List;
import org.tablee.text.Delta;
import org.tablee.text.RichText;
import org.tablee.text.TextFault;

/**
 * Carries a late change of a text over the changes it did not know, and checks where it arrives.
 */
public final class EditingText {
  private EditingText() {}

  /** What becomes of a change that may be late. */
  public sealed interface Carried {
    /** It may be made to the text as it is now. */
    record Arrived(Delta delta) implements Carried {}

    /** It may not, or it cannot be told yet. */
    record Stopped(Decision decision) implements Carried {}
  }

  /**
   * Carries a change to the present.
   *
   * @param sent as its author sent it
   * @param on where it is now
   * @param late the command that it belongs to, with it
   */
  public static Carried carry(Table table, CoText text, Delta sent, LateDelta on, Late late) {
    if (table.seq().isBefore(on.base()) || late.isTooLate() || text.isOutOfReach(on.base())) {
      return stopped(RefusalCode.TEXT_BASE);
    }
    // Before anything that costs more. What does not fit the text at the base does not fit later
    // either: transforming keeps the excess.
    var fault = RichText.checkSent(sent);
    if (fault.isPresent()) {
      return stopped(code(fault.get()));
    }
    var concurrent = text.since(on.base());
    if (concurrent.isEmpty()) {
      return late.isTooFar(table)
          ? stopped(RefusalCode.TEXT_BASE)
          : new Carried.Stopped(new Decision.PastNeeded(late));
    }
    if (on.changes() + concurrent.get().size() > CoText.CHANGES_MAX) {
      return stopped(RefusalCode.TEXT_BASE);
    }
    if (on.steps(concurrent.get()) > LateDelta.STEPS_MAX) {
      return new Carried.Stopped(new Decision.PastNeeded(late));
    }
    return carry(text.document(), concurrent.get(), on.delta());
  }

  /**
   * Carries a change over others.
   *
   * @param document the text now
   * @param concurrent its changes since the change's base, first to last
   */
  private static Carried carry(Delta document, List<Delta> concurrent, Delta sent) {
    var delta = sent;
    for (var change : concurrent) {
      delta = change.transform(delta, true);
    }
    var fault = RichText.check(delta, document);
    return fault.isPresent() ? stopped(code(fault.get())) : new Carried.Arrived(delta);
  }

  private static Carried stopped(RefusalCode code) {
    return new Carried.Stopped(Decision.refuse(code));
  }

  /** The reason that a change is refused for. */
  public static RefusalCode code(TextFault fault) {
    return switch (fault.reason()) {
      case LENGTH -> RefusalCode.TEXT_LENGTH;
      case FORMAT -> RefusalCode.TEXT_FORMAT;
      case SIZE -> RefusalCode.TEXT_SIZE;
      case CHARACTER -> RefusalCode.TEXT_CHARACTER;
    };
  }
}
