package org.tablee.people;

import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonNull;
import org.tablee.table.CollegeId;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.Role;
import org.tablee.table.TableId;
import org.tablee.wire.ServerFrames.Person;

/**
 * Somebody in the register of those who came in.
 *
 * @param table {@code null} for the organiser, who sits at none
 * @param name {@code null} where it was erased
 * @param role as invited; for a member the table's log has the last word
 */
public record Seated(
    ParticipantId id,
    @Nullable TableId table,
    @Nullable Line name,
    @Nullable Line organisation,
    Role role,
    @Nullable CollegeId college,
    Presence presence) {
  /** The organiser, as told where participants are told. */
  public static Seated of(Organiser organiser) {
    return new Seated(
        organiser.id(),
        null,
        organiser.name(),
        organiser.organisation(),
        Role.ORGANISER,
        null,
        Presence.REMOTE);
  }

  /** Whether the log knows of this participant; of observers it does not. */
  public boolean isMember() {
    return role != Role.OBSERVER && role != Role.ORGANISER;
  }

  Seated as(Role next, @Nullable CollegeId nextCollege) {
    return new Seated(id, table, name, organisation, next, nextCollege, presence);
  }

  /** The name as it travels beside the log. */
  public Person person() {
    return new Person(id, words(name), words(organisation));
  }

  /** As HTTP and a welcome tell it. */
  public JsonObject json() {
    var json = JsonObject.with().field("id", id.value());
    if (name == null) {
      json.field("name", JsonNull.NULL);
    } else {
      json.field("name", name.value());
    }
    return json.field("organisation", words(organisation))
        .field("role", role.word())
        .field("college", college == null ? null : college.value())
        .field("table", table == null ? null : table.value())
        .build();
  }

  private static @Nullable String words(@Nullable Line line) {
    return line == null ? null : line.value();
  }
}
