package org.tablee.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a table is about, and where it stands. */
public record Header(
    Line title,
    @Nullable Line territory,
    @Nullable Line theme,
    String locale,
    Phase phase,
    List<College> colleges) {
  public Header {
    colleges = List.copyOf(colleges);
  }

  Header in(Phase next) {
    return new Header(title, territory, theme, locale, next, colleges);
  }

  boolean hasCollege(CollegeId college) {
    return colleges.stream().anyMatch(one -> one.id().equals(college));
  }
}
