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

  /**
   * It lies so far behind that it is not judged here and now: what lies between has to be read
   * back, or takes long. Ask again with the edit carried further.
   */
  record PastNeeded(Late late) implements Decision {}

  /** Something is to be done with a sealed box before there is an answer. */
  sealed interface OnBox extends Decision {
    BoxId box();
  }

  /**
   * A content is to be put into a box, or to take the place of the one that the same hand put in.
   * Then the log tells the marks that it lacks ({@link BoxArea#marks}). Decided also while the box
   * is closed, for somebody who has something in it: their command may have come in before.
   *
   * @param closed what is said where it comes too late
   */
  record PutIn(BoxId box, Hand hand, BoxContent content, RefusalCode closed) implements OnBox {}

  /** A box is to be closed for good before these events are stored. */
  record CloseBox(BoxId box, List<TableEvent> events) implements OnBox {
    public CloseBox {
      events = List.copyOf(events);
    }
  }

  /**
   * A box is to be closed for good, and what is in it handed to {@link TableRules#open}, which
   * makes the event that tells it.
   */
  record OpenBox(BoxId box) implements OnBox {}

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
