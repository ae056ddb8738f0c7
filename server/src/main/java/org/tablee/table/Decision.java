package org.tablee.table;

import java.util.List;

/** What the rules answer to a command on a state. */
public sealed interface Decision {
  /**
   * It may be stored. Only what the server asks may have no events: there is nothing to do then.
   */
  record Accepted(List<TableEvent> events) implements Decision {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** It changes nothing and goes back to the one who asked. */
  record Refused(Refusal refusal) implements Decision {}

  /** It was stored before, as commit {@code seq}. */
  record Repeated(Seq seq) implements Decision {}

  /** It cannot be judged before the state knows its texts' changes since that commit. */
  record PastNeeded(Seq since) implements Decision {}

  public static Decision accept(TableEvent event) {
    return new Accepted(List.of(event));
  }

  public static Decision refuse(RefusalCode code) {
    return new Refused(new Refusal(code));
  }

  public static Decision refuseField(String pointer) {
    return new Refused(Refusal.ofField(pointer));
  }
}
