package org.tablee.table;

import org.tablee.text.Link;

/** Where a source can be read: an address as texts may carry it ({@code RULES.md}, T11). */
public record SourceLink(String value) {
  public SourceLink {
    if (!Link.isAllowed(value)) {
      throw new IllegalArgumentException("no link: " + value.length() + " characters");
    }
  }
}
