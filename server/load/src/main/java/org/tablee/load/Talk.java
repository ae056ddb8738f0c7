package org.tablee.load;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.text.Delta;

/** What one person says over the wire and hears there, and what must hold of it. */
sealed interface Talk permits TableTalk, FloorTalk {
  /**
   * A command of somebody that came back.
   *
   * @param change of the text; {@code null} where the command was another
   */
  record Heard(String client, long number, @Nullable Delta change) {}

  /** The name under which this person's commands come back. */
  String client();

  /** The first frame; {@code null} where there is none. */
  @Nullable String hello();

  /** The frame that asks for a command. */
  String ask(long number, JsonObject command);

  /** The command that changes the text, on what was heard so far. */
  JsonObject edit(Delta change);

  /** What came back in a frame, in its order. */
  List<Heard> hear(String frame);

  /** Whether this person was let in. */
  boolean isIn();

  /** How far this person has heard; equal for all who have heard everything. */
  long position();
}
