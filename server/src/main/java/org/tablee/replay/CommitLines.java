package org.tablee.replay;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.tablee.history.History;
import org.tablee.table.Seq;
import org.tablee.table.TableId;

/** The lines of an answer, read a page at a time: memory stays flat however much is asked. */
public final class CommitLines {
  private static final int PAGE = 200;

  private final History history;
  private final TableId table;
  private Seq next;
  private int left;

  CommitLines(History history, TableId table, Seq from, int limit) {
    this.history = history;
    this.table = table;
    this.next = from;
    this.left = limit;
  }

  /** The next page, whole lines of UTF-8; empty behind the last. Blocks. */
  public Optional<byte[]> page() {
    if (left == 0) {
      return Optional.empty();
    }
    int asked = Math.min(left, PAGE);
    var commits = history.read(table, next, asked);
    left = commits.size() < asked ? 0 : left - asked;
    if (commits.isEmpty()) {
      return Optional.empty();
    }
    next = commits.getLast().commit().seq().next();
    var lines = new ByteArrayOutputStream();
    for (var commit : commits) {
      lines.writeBytes(Past.line(commit));
      lines.write('\n');
    }
    return Optional.of(lines.toByteArray());
  }
}
