package org.tablee.hosting;

import java.util.ArrayList;
import java.util.List;
import org.tablee.history.Position;
import org.tablee.table.Commit;

/** An audience that remembers what it was told, and whether it was told so in order. */
public final class Listener implements Audience {
  private final List<Commit> heard = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private long from = -1;
  private boolean isLetGo;
  private int savings;

  @Override
  public synchronized void entered(Position position) {
    from = position.seq().value();
  }

  @Override
  public synchronized void announced(List<Commit> commits, Position position) {
    for (var commit : commits) {
      if (commit.seq().value() != from + heard.size() + 1) {
        faults.add("heard " + commit.seq() + " after " + (from + heard.size()));
      }
      heard.add(commit);
    }
    if (!position.seq().equals(commits.getLast().seq())) {
      faults.add("told a position that is not the last commit's");
    }
    notifyAll();
  }

  @Override
  public synchronized void letGo() {
    isLetGo = true;
    notifyAll();
  }

  @Override
  public synchronized void saving(boolean isWaiting) {
    savings += isWaiting ? 1 : 0;
    notifyAll();
  }

  public synchronized List<Commit> heard() {
    return List.copyOf(heard);
  }

  public synchronized long from() {
    return from;
  }

  public synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  public synchronized boolean isLetGo() {
    return isLetGo;
  }

  public synchronized void awaitSaving() throws InterruptedException {
    while (savings == 0) {
      wait(10_000);
    }
  }

  public synchronized void awaitLettingGo() throws InterruptedException {
    while (!isLetGo) {
      wait(10_000);
    }
  }
}
