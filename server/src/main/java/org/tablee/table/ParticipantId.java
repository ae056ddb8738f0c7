package org.tablee.table;

/** Names a participant of a table, or the server itself. */
public record ParticipantId(String value) {
  /** Who acts where the server does. */
  public static final ParticipantId SYSTEM = new ParticipantId("system");

  public ParticipantId {
    Id.require(value);
  }
}
