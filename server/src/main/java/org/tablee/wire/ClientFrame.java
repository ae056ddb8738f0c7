package org.tablee.wire;

import org.jspecify.annotations.Nullable;
import org.tablee.table.ClientId;
import org.tablee.table.CommandId;
import org.tablee.table.Seq;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TextId;

/** What a browser sends over its live connection. */
public sealed interface ClientFrame {
  /**
   * The first frame of every connection.
   *
   * @param since the last commit it holds, or {@code null} for none
   * @param hash that commit's hash, or {@code null} where it holds none
   */
  record Join(ClientId client, @Nullable Seq since, @Nullable String hash) implements ClientFrame {}

  record Do(CommandId id, ByMember command) implements ClientFrame {}

  /**
   * Where somebody is.
   *
   * @param base positions count in the text after this commit
   * @param text {@code null} where in no text
   */
  record Here(Seq base, @Nullable TextId text, int index, int length, boolean isTyping)
      implements ClientFrame {}

  record Ping(long n) implements ClientFrame {}
}
