package org.tablee.people;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.json.MalformedJsonException;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.TableId;

/**
 * One browser or client that came in: at most one participant a table.
 *
 * @param organiser {@code null} where it does not run the installation
 * @param seenAt when it was used last, to the day
 */
public record Session(
    SessionId id,
    SequencedMap<TableId, ParticipantId> seats,
    @Nullable Organiser organiser,
    Instant seenAt) {
  /** Tables that one session sits at, at most. */
  static final int SEATS_MAX = 1_000;

  static final String SEATS = "participants";
  static final String ORGANISER = "organiser";
  static final String SEEN_AT = "seenAt";

  public Session {
    seats = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(seats));
  }

  static Session fresh(SessionId id, Instant now) {
    return new Session(id, new LinkedHashMap<>(), null, now);
  }

  /** The participant it is at a table, or {@code null}. */
  public @Nullable ParticipantId at(TableId table) {
    return seats.get(table);
  }

  public boolean isOrganiser() {
    return organiser != null;
  }

  JsonObject write() {
    return JsonObject.with()
        .field(SEATS, write(seats))
        .field(ORGANISER, organiser == null ? null : write(organiser))
        .field(SEEN_AT, seenAt.toEpochMilli())
        .build();
  }

  private static JsonObject write(Map<TableId, ParticipantId> seats) {
    var json = JsonObject.with();
    seats.forEach((table, participant) -> json.field(table.value(), participant.value()));
    return json.build();
  }

  static JsonObject write(Organiser organiser) {
    var organisation = organiser.organisation();
    return JsonObject.with()
        .field("id", organiser.id().value())
        .field("name", organiser.name().value())
        .field("organisation", organisation == null ? null : organisation.value())
        .build();
  }

  static Session read(SessionId id, JsonObject json) {
    var seats = new LinkedHashMap<TableId, ParticipantId>();
    json.object(SEATS)
        .fields()
        .forEach((table, participant) -> {
          if (!(participant instanceof JsonString(var value))) {
            throw new MalformedJsonException("no participant");
          }
          seats.put(new TableId(table), new ParticipantId(value));
        });
    var organiser = json.field(ORGANISER) == null ? null : json.object(ORGANISER);
    return new Session(
        id,
        seats,
        organiser == null ? null : organiser(organiser),
        Instant.ofEpochMilli(json.number(SEEN_AT)));
  }

  private static Organiser organiser(JsonObject json) {
    var organisation = json.stringOrNull("organisation");
    return new Organiser(
        new ParticipantId(json.string("id")),
        new Line(json.string("name")),
        organisation == null ? null : new Line(organisation));
  }
}
