package org.tablee.replay;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tablee.history.ChainedCommit;
import org.tablee.history.History;
import org.tablee.history.Position;
import org.tablee.hosting.Tables;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.people.Register;
import org.tablee.table.Participant;
import org.tablee.table.Seq;
import org.tablee.table.TableId;
import org.tablee.wire.ServerFrames;
import org.tablee.wire.StateJson;

/** What was, of every table. Calls block. */
public final class Past {
  /** Commits of one answer where no limit is told, and at most. */
  public static final int COMMITS_USUAL = 1_000;

  public static final int COMMITS_MAX = 100_000;

  private final History history;
  private final Tables hosts;
  private final Register register;

  public Past(History history, Tables hosts, Register register) {
    this.history = history;
    this.hosts = hosts;
    this.register = register;
  }

  /**
   * The state after a commit, with the names of its members as they are today.
   *
   * @param at {@code null} for the latest
   * @return empty where the table has not come so far
   */
  public Optional<JsonObject> state(TableId table, @Nullable Seq at) {
    var now = hosts.host(table).position();
    if (at == null || at.equals(now.seq())) {
      return Optional.of(json(table, now));
    }
    return at.equals(Seq.NONE) || now.seq().isBefore(at)
        ? Optional.empty()
        : Optional.of(json(table, history.at(table, at)));
  }

  private JsonObject json(TableId table, Position position) {
    var members = position.table().members().inOrder().stream().map(Participant::id).toList();
    var people = ServerFrames.people(register.people(table, members));
    return JsonObject.with()
        .field("seq", position.seq().value())
        .field("hash", position.hash())
        .field("state", StateJson.write(position.table()))
        .field("people", people.array("people"))
        .build();
  }

  /** The commits from a number on, as pages of lines: a page is read when it is asked for. */
  public CommitLines commits(TableId table, Seq from, int limit) {
    return new CommitLines(history, table, from, limit);
  }

  /** A commit as a line of JSON. */
  static byte[] line(ChainedCommit commit) {
    return Json.writeUtf8(History.served(commit));
  }
}
