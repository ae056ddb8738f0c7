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
   * @param delta against the text as it stood after commit {@code base}
   */
  public static Carried carry(Table table, CoText text, Seq base, Delta delta) {
    if (table.seq().isBefore(base) || text.isOutOfReach(base)) {
      return new Carried.Stopped(Decision.refuse(RefusalCode.TEXT_BASE));
    }
    var concurrent = text.since(base);
    if (concurrent.isEmpty()) {
      return new Carried.Stopped(new Decision.PastNeeded(base));
    }
    return carry(text.document(), concurrent.get(), delta);
  }

  /**
   * Carries a change over others.
   *
   * @param document the text now
   * @param concurrent its changes since the change's base, first to last
   */
  private static Carried carry(Delta document, List<Delta> concurrent, Delta sent) {
    // One after the other, the earlier commit first; composed first would give other results.
    var delta = sent;
    for (var change : concurrent) {
      delta = change.transform(delta, true);
    }
    // What did not fit the text at the base does not fit now either: transforming keeps the excess.
    var fault = RichText.checkSent(sent);
    if (fault.isEmpty()) {
      fault = RichText.check(delta, document);
    }
    return fault.isPresent()
        ? new Carried.Stopped(Decision.refuse(code(fault.get())))
        : new Carried.Arrived(delta);
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
