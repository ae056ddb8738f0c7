package org.tablee.hosting;

import java.util.function.Consumer;
import org.tablee.history.Position;
import org.tablee.table.CommandId;
import org.tablee.table.ParticipantId;
import org.tablee.table.Seq;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.ByServer;

/** A table, wherever it is hosted. */
public interface HostedTable {
  /**
   * Queues what a member asks, without blocking. The answer is told on the table's thread and must
   * not block; where the queue is full it is a refusal, told at once on the caller's thread.
   */
  void ask(ParticipantId by, CommandId id, ByMember command, Consumer<Answer> answer);

  /**
   * Does what the server asks, and waits until {@link #position} shows it; from a virtual thread.
   */
  Answer act(ByServer command);

  /**
   * Lets an audience in: its {@code entered} comes first, then every later commit once.
   *
   * @param known how far it was told elsewhere: it is let in no earlier, for what was told is
   *     stored
   */
  void enter(Audience audience, Seq known);

  /** Has it read what others stored, before what is asked next is decided. Does not block. */
  void look();

  /** Lets in an audience that was told nothing yet. */
  default void enter(Audience audience) {
    enter(audience, Seq.NONE);
  }

  /** After this returns at most the call in progress reaches the audience. */
  void leave(Audience audience);

  /** The latest stored position, from any thread. */
  Position position();
}
