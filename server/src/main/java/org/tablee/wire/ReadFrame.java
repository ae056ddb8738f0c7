package org.tablee.wire;

import org.jspecify.annotations.Nullable;
import org.tablee.table.CommandId;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;

/** A client's frame as it could be read. */
public sealed interface ReadFrame {
  /** It is one. */
  record Fine(ClientFrame frame) implements ReadFrame {}

  /**
   * It is none, or its command is none.
   *
   * @param id {@code null} where it could not be read
   */
  record Bad(@Nullable CommandId id, Refusal refusal) implements ReadFrame {
    /** Whether the frame itself was broken, which many times over closes a connection. */
    public boolean isBroken() {
      return refusal.code() == RefusalCode.FRAME_INVALID;
    }
  }
}
