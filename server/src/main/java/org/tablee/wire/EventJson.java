package org.tablee.wire;

import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.json.MalformedJsonException;
import org.tablee.table.College;
import org.tablee.table.CollegeId;
import org.tablee.table.FindingId;
import org.tablee.table.FindingKind;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Phase;
import org.tablee.table.Presence;
import org.tablee.table.Role;
import org.tablee.table.TableEvent;
import org.tablee.table.TableEvent.FindingAdded;
import org.tablee.table.TableEvent.FindingMoved;
import org.tablee.table.TableEvent.FindingRenamed;
import org.tablee.table.TableEvent.FindingRestored;
import org.tablee.table.TableEvent.FindingRetyped;
import org.tablee.table.TableEvent.FindingSourced;
import org.tablee.table.TableEvent.FindingWithdrawn;
import org.tablee.table.TableEvent.ParticipantJoined;
import org.tablee.table.TableEvent.PhaseMoved;
import org.tablee.table.TableEvent.RoleChanged;
import org.tablee.table.TableEvent.TableCreated;
import org.tablee.table.TableEvent.TextEdited;
import org.tablee.table.TextId;

/** Events as they are stored, hashed and sent: one shape for all three. */
public final class EventJson {
  private EventJson() {}

  public static JsonObject write(TableEvent event) {
    var json = JsonObject.with().field("type", event.getClass().getSimpleName());
    switch (event) {
      case TableCreated(var title, var territory, var theme, var locale, var colleges) ->
          json.field("title", title.value())
              .field("territory", words(territory))
              .field("theme", words(theme))
              .field("locale", locale)
              .field("colleges", colleges.stream().map(EventJson::write).toList());
      case ParticipantJoined(var participant, var role, var college, var presence) ->
          json.field("participant", participant.value())
              .field("role", role.word())
              .field("college", college == null ? null : college.value())
              .field("presence", presence.word());
      case RoleChanged(var participant, var role) ->
          json.field("participant", participant.value()).field("role", role.word());
      case PhaseMoved(var phase, var reason) ->
          json.field("phase", phase.word()).field("reason", words(reason));
      case FindingAdded(var finding, var kind, var title, var text) ->
          json.field("finding", finding.value())
              .field("kind", kind.word())
              .field("title", title.value())
              .field("text", text.value());
      case FindingRenamed(var finding, var title) ->
          json.field("finding", finding.value()).field("title", title.value());
      case FindingRetyped(var finding, var kind) ->
          json.field("finding", finding.value()).field("kind", kind.word());
      case FindingSourced(var finding, var source) ->
          json.field("finding", finding.value())
              .field("source", source == null ? "" : source.value());
      case FindingMoved(var finding, var before) ->
          json.field("finding", finding.value())
              .field("before", before == null ? null : before.value());
      case FindingWithdrawn(var finding) -> json.field("finding", finding.value());
      case FindingRestored(var finding) -> json.field("finding", finding.value());
      case TextEdited(var text, var delta) ->
          json.field("text", text.value()).field("delta", DeltaJson.write(delta));
    }
    return json.build();
  }

  /**
   * Reads an event that was stored.
   *
   * @throws MalformedJsonException where it is none that this release knows
   */
  public static TableEvent read(JsonObject json) {
    try {
      return event(json);
    } catch (IllegalArgumentException e) {
      throw new MalformedJsonException("a field does not fit " + json.string("type"), e);
    }
  }

  private static TableEvent event(JsonObject json) {
    return switch (json.string("type")) {
      case "TableCreated" ->
          new TableCreated(
              title(json),
              line(json, "territory"),
              line(json, "theme"),
              json.string("locale"),
              json.objects("colleges").stream().map(EventJson::college).toList());
      case "ParticipantJoined" -> {
        var college = json.stringOrNull("college");
        yield new ParticipantJoined(
            participant(json),
            known(Role.of(json.string("role"))),
            college == null ? null : new CollegeId(college),
            known(Presence.of(json.string("presence"))));
      }
      case "RoleChanged" -> new RoleChanged(participant(json), known(Role.of(json.string("role"))));
      case "PhaseMoved" ->
          new PhaseMoved(known(Phase.of(json.string("phase"))), line(json, "reason"));
      case "FindingAdded" ->
          new FindingAdded(finding(json), kind(json), title(json), new TextId(json.string("text")));
      case "FindingRenamed" -> new FindingRenamed(finding(json), title(json));
      case "FindingRetyped" -> new FindingRetyped(finding(json), kind(json));
      case "FindingSourced" -> {
        var source = json.string("source");
        yield new FindingSourced(finding(json), source.isEmpty() ? null : new Line(source));
      }
      case "FindingMoved" -> {
        var before = json.stringOrNull("before");
        yield new FindingMoved(finding(json), before == null ? null : new FindingId(before));
      }
      case "FindingWithdrawn" -> new FindingWithdrawn(finding(json));
      case "FindingRestored" -> new FindingRestored(finding(json));
      case "TextEdited" ->
          new TextEdited(new TextId(json.string("text")), DeltaJson.read(json.object("delta")));
      default -> throw new MalformedJsonException("no event " + json.string("type"));
    };
  }

  static JsonObject write(College college) {
    return JsonObject.with()
        .field("id", college.id().value())
        .field("name", college.name().value())
        .build();
  }

  static College college(JsonObject json) {
    return new College(new CollegeId(json.string("id")), new Line(json.string("name")));
  }

  private static @Nullable String words(@Nullable Line line) {
    return line == null ? null : line.value();
  }

  static @Nullable Line line(JsonObject json, String name) {
    var words = json.stringOrNull(name);
    return words == null ? null : new Line(words);
  }

  private static Line title(JsonObject json) {
    return new Line(json.string("title"));
  }

  private static FindingId finding(JsonObject json) {
    return new FindingId(json.string("finding"));
  }

  private static FindingKind kind(JsonObject json) {
    return known(FindingKind.of(json.string("kind")));
  }

  private static ParticipantId participant(JsonObject json) {
    return new ParticipantId(json.string("participant"));
  }

  static <T> T known(java.util.Optional<T> word) {
    return word.orElseThrow(() -> new MalformedJsonException("a word that is not known"));
  }
}
