package org.tablee.history;

import org.tablee.table.Seq;

/**
 * A table as read from the store.
 *
 * @param pastKnownFrom the state knows its texts' changes after this commit, none before
 */
public record Opened(Position position, Seq pastKnownFrom) {}
