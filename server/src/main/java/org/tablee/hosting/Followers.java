package org.tablee.hosting;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The audiences of a table. The loop alone lets them in, out and tells them; others may look. */
final class Followers {
  private final List<Audience> audiences = new CopyOnWriteArrayList<>();

  void add(Audience audience) {
    audiences.add(audience);
  }

  void remove(Audience audience) {
    audiences.remove(audience);
  }

  boolean isEmpty() {
    return audiences.isEmpty();
  }

  void tell(Consumer<Audience> what) {
    audiences.forEach(what);
  }
}
