package org.tablee.hosting;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.tablee.table.CommandId;
import org.tablee.table.Late;
import org.tablee.table.ParticipantId;
import org.tablee.table.Seq;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.ByServer;

/** What waits in a table's queue. */
sealed interface Task {
  /** What a member asks. */
  record Ask(ParticipantId by, CommandId id, ByMember command, Consumer<Answer> answer)
      implements Task {}

  /** What a member asks, carried part of its way beside the loop. */
  record AskAgain(ParticipantId by, CommandId id, Late command, Consumer<Answer> answer)
      implements Task {}

  /** What the server asks, under an id of its own. */
  record Act(CommandId id, ByServer command, CompletableFuture<Answer> answer) implements Task {}

  record Enter(Audience audience, Seq known) implements Task {}

  record Leave(Audience audience) implements Task {}

  /** Reads what others may have stored. */
  record Look() implements Task {}

  /** Ends the loop after what stands before it. */
  record Stop() implements Task {}
}
