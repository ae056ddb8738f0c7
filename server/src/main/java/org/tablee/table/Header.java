package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a table is about, and whom it brings together. */
public record Header(
    Line title,
    @Nullable Line territory,
    @Nullable Line theme,
    String locale,
    List<College> colleges) {
  public Header {
    colleges = List.copyOf(colleges);
  }

  boolean hasCollege(CollegeId college) {
    return colleges.stream().anyMatch(one -> one.id().equals(college));
  }
}
