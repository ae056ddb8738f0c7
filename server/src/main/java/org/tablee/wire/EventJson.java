package org.tablee.wire;

import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.json.MalformedJsonException;
import org.tablee.table.ChallengeEvent;
import org.tablee.table.College;
import org.tablee.table.CollegeId;
import org.tablee.table.DiagnosisEvent;
import org.tablee.table.FrameEvent;
import org.tablee.table.Mandate;
import org.tablee.table.Presence;
import org.tablee.table.ProposalEvent;
import org.tablee.table.Role;
import org.tablee.table.RoundEvent;
import org.tablee.table.TableEvent;
import org.tablee.table.TableEvent.MandateTaken;
import org.tablee.table.TableEvent.ParticipantJoined;
import org.tablee.table.TableEvent.RoleChanged;
import org.tablee.table.TableEvent.TableCreated;
import org.tablee.table.TableEvent.TextEdited;
import org.tablee.table.TalkEvent;
import org.tablee.table.VoteEvent;

/** Events as they are stored, hashed and sent: one shape for all three. */
public final class EventJson {
  private EventJson() {}

  public static JsonObject write(TableEvent event) {
    var json = JsonObject.with().field("type", event.getClass().getSimpleName());
    switch (event) {
      case TableCreated(var title, var territory, var theme, var locale, var colleges) ->
          json.field("title", title.value())
              .field("territory", Stored.words(territory))
              .field("theme", Stored.words(theme))
              .field("locale", locale)
              .field("colleges", colleges.stream().map(EventJson::write).toList());
      case ParticipantJoined(var participant, var role, var college, var presence) ->
          json.field("participant", participant.value())
              .field("role", role.word())
              .field("college", college == null ? null : college.value())
              .field("presence", presence.word());
      case RoleChanged(var participant, var role) ->
          json.field("participant", participant.value()).field("role", role.word());
      case MandateTaken(var mandate) -> json.field("mandate", mandate.word());
      case TextEdited(var text, var delta) ->
          json.field("text", text.value()).field("delta", DeltaJson.write(delta));
      case FrameEvent of -> FrameJson.write(json, of);
      case DiagnosisEvent of -> DiagnosisJson.write(json, of);
      case ChallengeEvent of -> ChallengeJson.write(json, of);
      case TalkEvent of -> TalkJson.write(json, of);
      case ProposalEvent of -> ProposalEventJson.write(json, of);
      case RoundEvent of -> RoundJson.write(json, of);
      case VoteEvent of -> VoteJson.write(json, of);
    }
    return json.build();
  }

  /**
   * Reads an event that was stored.
   *
   * @throws MalformedJsonException where it is none that this release knows
   */
  public static TableEvent read(JsonObject json) {
    var type = json.string("type");
    try {
      var event = event(type, json);
      if (event == null) {
        event = FrameJson.event(type, json);
      }
      if (event == null) {
        event = DiagnosisJson.event(type, json);
      }
      if (event == null) {
        event = ChallengeJson.event(type, json);
      }
      if (event == null) {
        event = TalkJson.event(type, json);
      }
      if (event == null) {
        event = ProposalEventJson.read(type, json);
      }
      if (event == null) {
        event = RoundJson.event(type, json);
      }
      if (event == null) {
        event = VoteJson.event(type, json);
      }
      if (event == null) {
        throw new MalformedJsonException("no event " + type);
      }
      return event;
    } catch (IllegalArgumentException e) {
      throw new MalformedJsonException("a field does not fit " + type, e);
    }
  }

  private static @Nullable TableEvent event(String type, JsonObject json) {
    return switch (type) {
      case "TextEdited" -> new TextEdited(Stored.text(json), DeltaJson.read(json.object("delta")));
      case "TableCreated" ->
          new TableCreated(
              Stored.line(json, "title"),
              Stored.lineOrNull(json, "territory"),
              Stored.lineOrNull(json, "theme"),
              json.string("locale"),
              json.objects("colleges").stream().map(EventJson::college).toList());
      case "ParticipantJoined" ->
          new ParticipantJoined(
              Stored.participant(json, "participant"),
              Stored.word(json, "role", Role.class),
              Stored.orNull(json, "college", CollegeId::new),
              Stored.word(json, "presence", Presence.class));
      case "MandateTaken" -> new MandateTaken(Stored.word(json, "mandate", Mandate.class));
      case "RoleChanged" ->
          new RoleChanged(
              Stored.participant(json, "participant"), Stored.word(json, "role", Role.class));
      default -> null;
    };
  }

  static JsonObject write(College college) {
    return JsonObject.with()
        .field("id", college.id().value())
        .field("name", college.name().value())
        .build();
  }

  static College college(JsonObject json) {
    return new College(new CollegeId(json.string("id")), Stored.line(json, "name"));
  }
}
