package org.tablee.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonArray;
import org.tablee.table.CollegeId;
import org.tablee.table.Finding;
import org.tablee.table.FindingId;
import org.tablee.table.FindingKind;
import org.tablee.table.Header;
import org.tablee.table.Line;
import org.tablee.table.Participant;
import org.tablee.table.ParticipantId;
import org.tablee.table.Phase;
import org.tablee.table.Presence;
import org.tablee.table.Role;
import org.tablee.table.Table;
import org.tablee.table.TextId;

/** The state of a table as everyone at it may see it; what only the server needs is not in it. */
public final class StateJson {
  private StateJson() {}

  public static JsonObject write(Table table) {
    var header = table.existingHeader();
    var texts = JsonObject.with();
    table.diagnosis().inOrder().forEach(finding -> writeText(texts, table, finding.text()));
    return JsonObject.with()
        .field("title", header.title().value())
        .field("territory", words(header.territory()))
        .field("theme", words(header.theme()))
        .field("locale", header.locale())
        .field("phase", header.phase().word())
        .field("colleges", header.colleges().stream().map(EventJson::write).toList())
        .field("participants", table.members().inOrder().stream().map(StateJson::write).toList())
        .field("findings", table.diagnosis().inOrder().stream().map(StateJson::write).toList())
        .field("challenges", JsonArray.EMPTY)
        .field("proposals", JsonArray.EMPTY)
        .field("texts", texts.build())
        .build();
  }

  private static void writeText(JsonObject.Builder texts, Table table, TextId id) {
    var text = table.texts().find(id);
    if (text == null) {
      throw new IllegalStateException("an item without its text: " + id.value());
    }
    texts.field(id.value(), DeltaJson.write(text.document()));
  }

  private static JsonObject write(Participant participant) {
    var college = participant.college();
    return JsonObject.with()
        .field("id", participant.id().value())
        .field("role", participant.role().word())
        .field("college", college == null ? null : college.value())
        .field("presence", participant.presence().word())
        .build();
  }

  private static JsonObject write(Finding finding) {
    var json =
        JsonObject.with()
            .field("id", finding.id().value())
            .field("kind", finding.kind().word())
            .field("title", finding.title().value())
            .field("text", finding.text().value())
            .field("by", finding.by().value())
            .field("at", finding.at().toEpochMilli())
            .field("source", words(finding.source()));
    return (finding.isWithdrawn() ? json.field("withdrawn", true) : json).build();
  }

  private static @Nullable String words(@Nullable Line line) {
    return line == null ? null : line.value();
  }

  /** Reads the header of a state that our own code wrote. */
  public static Header header(JsonObject json) {
    return new Header(
        new Line(json.string("title")),
        EventJson.line(json, "territory"),
        EventJson.line(json, "theme"),
        json.string("locale"),
        EventJson.known(Phase.of(json.string("phase"))),
        json.objects("colleges").stream().map(EventJson::college).toList());
  }

  /** Reads a participant of a state that our own code wrote. */
  public static Participant participant(JsonObject json) {
    var college = json.stringOrNull("college");
    return new Participant(
        new ParticipantId(json.string("id")),
        EventJson.known(Role.of(json.string("role"))),
        college == null ? null : new CollegeId(college),
        EventJson.known(Presence.of(json.string("presence"))));
  }

  /** Reads a finding of a state that our own code wrote. */
  public static Finding finding(JsonObject json) {
    return new Finding(
        new FindingId(json.string("id")),
        EventJson.known(FindingKind.of(json.string("kind"))),
        new Line(json.string("title")),
        new TextId(json.string("text")),
        new ParticipantId(json.string("by")),
        Instant.ofEpochMilli(json.number("at")),
        EventJson.line(json, "source"),
        json.isTrue("withdrawn"));
  }
}
