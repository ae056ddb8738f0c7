package org.tablee.hosting;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tablee.table.Chance;

/** Chance for the rules, from a generator that is not to be guessed. */
record HostChance(RandomGenerator random) implements Chance {
  private static final int ID_BYTES = 16;

  @Override
  public <T> List<T> shuffled(List<T> things) {
    var any = new ArrayList<>(things);
    for (int last = any.size() - 1; last > 0; last--) {
      Collections.swap(any, last, random.nextInt(last + 1));
    }
    return List.copyOf(any);
  }

  @Override
  public String newId() {
    var bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
