package org.tablee.table;

import org.tablee.table.MemberCommand.TakeMandate;
import org.tablee.table.TableEvent.MandateTaken;

/** Decides what members ask of their own seat. */
final class MemberRules {
  private MemberRules() {}

  static Decision decide(MemberCommand command) {
    return switch (command) {
      case TakeMandate(var mandate) -> Decision.accept(new MandateTaken(mandate));
    };
  }
}
