package org.tablee.table;

import java.util.List;
import java.util.stream.Stream;

/** The records under a sealed interface, whatever interfaces stand between. */
public final class Leaves {
  private Leaves() {}

  public static List<Class<?>> of(Class<?> sealed) {
    return Stream.of(sealed.getPermittedSubclasses())
        .<Class<?>>flatMap(one -> one.isSealed() ? of(one).stream() : Stream.of(one))
        .toList();
  }
}
