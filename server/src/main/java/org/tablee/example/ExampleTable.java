package org.tablee.example;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.tablee.hosting.Answer;
import org.tablee.hosting.HostedTable;
import org.tablee.hosting.Tables;
import org.tablee.people.Register;
import org.tablee.people.TableCard;
import org.tablee.people.TableList;
import org.tablee.store.StoreUnavailableException;
import org.tablee.table.TableId;

/**
 * The example table of an installation, made on demand: fourteen people write a shared diagnosis
 * through the commands and checks of everyone else.
 *
 * <p>Its id and those of its commands are always the same, and a command applies once. So whoever
 * opens it goes through all of it, and what is stored already is passed over: two who open it at
 * the same time make one table, and an opening that was cut off is completed by the next. The table
 * is listed last; until then nobody finds it, or can write in it.
 */
public final class ExampleTable {
  /** The table's id at every installation. */
  public static final TableId ID = new TableId("example");

  private final Tables hosts;
  private final TableList tables;
  private final Register register;
  private final ReentrantLock lock = new ReentrantLock();

  public ExampleTable(Tables hosts, TableList tables, Register register) {
    this.hosts = hosts;
    this.tables = tables;
    this.register = register;
  }

  /** The example table, where it was opened before. */
  public Optional<TableId> find() {
    return tables.find(ID).map(TableCard::id);
  }

  /**
   * The example table, made where there is none yet. Blocks; from a virtual thread.
   *
   * @throws StoreUnavailableException where the store does not answer; opening again goes on
   */
  public TableId open() {
    lock.lock();
    try {
      return find().orElseGet(this::make);
    } finally {
      lock.unlock();
    }
  }

  private TableId make() {
    var script = Script.ofResource("bien-vieillir.json");
    var table = hosts.create(ID, script.table());
    for (var guest : script.guests()) {
      register.add(ID, guest.at(ID));
      require(table.act(guest.join()), guest.id().value());
    }
    for (var step : script.steps()) {
      require(ask(table, step), step.id().toString());
    }
    return tables.list(ID, script.table()).id();
  }

  private static Answer ask(HostedTable table, Script.Step step) {
    var answer = new CompletableFuture<Answer>();
    var command = step.seeing(table.position().table());
    table.ask(step.by(), step.id(), command, answer::complete);
    return answer.join();
  }

  private static void require(Answer answer, String what) {
    if (answer instanceof Answer.Refused(var refusal)) {
      var code = refusal.code();
      if (code.isFinal()) {
        throw new IllegalStateException("example: " + what + " is refused: " + code.code());
      }
      throw new StoreUnavailableException("example: " + what + " is not stored: " + code.code());
    }
  }
}
