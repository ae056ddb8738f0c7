package org.tablee.table;

/** A stored event does not fit the state that the events before it made. */
public final class CorruptHistoryException extends RuntimeException {
  public CorruptHistoryException(String message) {
    super(message);
  }
}
