package org.tablee.table;

import org.jspecify.annotations.Nullable;

/** One area of a table's state: it knows which ids are its own, and what is locked in it. */
public interface Area {
  /** Whether something in this area bears that id, withdrawn things included. */
  boolean has(String id);

  /** The list that a text of this area stands in; {@code null} where the text is not of here. */
  @Nullable ListName listOf(TextId text);

  /** Whether a text of this area cannot be edited, whatever the state of its list. */
  boolean isLocked(TextId text);
}
