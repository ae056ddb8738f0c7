package org.tablee.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.table.AmendmentId;
import org.tablee.table.Certainty;
import org.tablee.table.Competence;
import org.tablee.table.DisagreementId;
import org.tablee.table.ItemId;
import org.tablee.table.Line;
import org.tablee.table.Means;
import org.tablee.table.MeansKind;
import org.tablee.table.ProposalEvent;
import org.tablee.table.ProposalEvent.AmendmentAccepted;
import org.tablee.table.ProposalEvent.AmendmentDeclined;
import org.tablee.table.ProposalEvent.AmendmentSuggested;
import org.tablee.table.ProposalEvent.AmendmentWithdrawn;
import org.tablee.table.ProposalEvent.CarrierNamed;
import org.tablee.table.ProposalEvent.CarryingStopped;
import org.tablee.table.ProposalEvent.CompetenceSet;
import org.tablee.table.ProposalEvent.DisagreementLifted;
import org.tablee.table.ProposalEvent.DisagreementMaintained;
import org.tablee.table.ProposalEvent.DissentRecorded;
import org.tablee.table.ProposalEvent.MeansSet;
import org.tablee.table.ProposalEvent.PositionTaken;
import org.tablee.table.ProposalEvent.ProposalAdded;
import org.tablee.table.ProposalEvent.ProposalCarried;
import org.tablee.table.ProposalEvent.ProposalGrown;
import org.tablee.table.ProposalEvent.ProposalLinked;
import org.tablee.table.ProposalEvent.ProposalMoved;
import org.tablee.table.ProposalEvent.ProposalRenamed;
import org.tablee.table.ProposalEvent.ProposalRestored;
import org.tablee.table.ProposalEvent.ProposalUnlinked;
import org.tablee.table.ProposalEvent.ProposalWithdrawn;
import org.tablee.table.ProposalEvent.StripShown;
import org.tablee.table.ProposalId;
import org.tablee.table.Seq;
import org.tablee.table.Stance;

/** What happened to proposals, on the wire and in the store. */
final class ProposalEventJson {
  private ProposalEventJson() {}

  static void write(JsonObject.Builder json, ProposalEvent event) {
    switch (event) {
      case ProposalAdded(var proposal, var title, var text) ->
          of(json, proposal).field("title", title.value()).field("text", text.value());
      case ProposalRenamed(var proposal, var title) ->
          of(json, proposal).field("title", title.value());
      case ProposalMoved(var proposal, var before) ->
          of(json, proposal).field("before", before == null ? null : before.value());
      case ProposalWithdrawn(var proposal) -> of(json, proposal);
      case ProposalRestored(var proposal) -> of(json, proposal);
      case ProposalLinked(var proposal, var item) -> of(json, proposal).field("item", item.value());
      case ProposalUnlinked(var proposal, var item) ->
          of(json, proposal).field("item", item.value());
      case ProposalCarried(var proposal) -> of(json, proposal);
      case CarryingStopped(var proposal) -> of(json, proposal);
      case CarrierNamed(var proposal, var carrier) ->
          of(json, proposal).field("carrier", orEmpty(carrier));
      case CompetenceSet(var proposal, var level) ->
          of(json, proposal).field("level", level.word());
      case MeansSet(var proposal, var means) -> of(json, proposal).field("means", write(means));
      case AmendmentSuggested(var amendment, var proposal, var delta, var reason) ->
          of(json.field("amendment", amendment.value()), proposal)
              .field("delta", DeltaJson.write(delta))
              .field("reason", reason.value());
      case AmendmentAccepted(var amendment, var reason) ->
          json.field("amendment", amendment.value()).field("reason", Stored.words(reason));
      case AmendmentDeclined(var amendment, var reason) ->
          json.field("amendment", amendment.value()).field("reason", reason.value());
      case AmendmentWithdrawn(var amendment) -> json.field("amendment", amendment.value());
      case ProposalGrown(var proposal, var amendment) ->
          of(json, proposal).field("amendment", amendment.value());
      case PositionTaken(var proposal, var position, var reason, var wouldLift, var textSeq) ->
          of(json, proposal)
              .field("position", position.word())
              .field("reason", Stored.words(reason))
              .field("wouldLift", Stored.words(wouldLift))
              .field("textSeq", textSeq.value());
      case StripShown(var shown) -> json.field("shown", shown);
      case DisagreementMaintained(var disagreement, var proposal, var reason) ->
          of(json.field("disagreement", disagreement.value()), proposal)
              .field("reason", reason.value());
      case DisagreementLifted(var disagreement, var reason) ->
          json.field("disagreement", disagreement.value()).field("reason", Stored.words(reason));
      case DissentRecorded(var proposal, var dissent) ->
          of(json, proposal).field("dissent", orEmpty(dissent));
    }
  }

  private static JsonObject.Builder of(JsonObject.Builder json, ProposalId proposal) {
    return json.field("proposal", proposal.value());
  }

  /** The event of that type; {@code null} where it is none of the proposals. */
  static @Nullable ProposalEvent read(String type, JsonObject json) {
    return switch (type) {
      case "ProposalAdded" ->
          new ProposalAdded(proposal(json), Stored.line(json, "title"), Stored.text(json));
      case "ProposalRenamed" -> new ProposalRenamed(proposal(json), Stored.line(json, "title"));
      case "ProposalMoved" ->
          new ProposalMoved(proposal(json), Stored.orNull(json, "before", ProposalId::new));
      case "ProposalWithdrawn" -> new ProposalWithdrawn(proposal(json));
      case "ProposalRestored" -> new ProposalRestored(proposal(json));
      case "ProposalLinked" -> new ProposalLinked(proposal(json), item(json));
      case "ProposalUnlinked" -> new ProposalUnlinked(proposal(json), item(json));
      case "ProposalCarried" -> new ProposalCarried(proposal(json));
      case "CarryingStopped" -> new CarryingStopped(proposal(json));
      case "CarrierNamed" -> new CarrierNamed(proposal(json), nullIfEmpty(json, "carrier"));
      case "CompetenceSet" ->
          new CompetenceSet(proposal(json), Stored.word(json, "level", Competence.class));
      case "MeansSet" -> new MeansSet(proposal(json), means(json));
      default -> discussion(type, json);
    };
  }

  private static @Nullable ProposalEvent discussion(String type, JsonObject json) {
    return switch (type) {
      case "AmendmentSuggested" ->
          new AmendmentSuggested(
              amendment(json),
              proposal(json),
              DeltaJson.read(json.object("delta")),
              Stored.line(json, "reason"));
      case "AmendmentAccepted" -> new AmendmentAccepted(amendment(json), reasonOrNull(json));
      case "AmendmentDeclined" ->
          new AmendmentDeclined(amendment(json), Stored.line(json, "reason"));
      case "AmendmentWithdrawn" -> new AmendmentWithdrawn(amendment(json));
      case "ProposalGrown" -> new ProposalGrown(proposal(json), amendment(json));
      case "PositionTaken" ->
          new PositionTaken(
              proposal(json),
              Stored.word(json, "position", Stance.class),
              reasonOrNull(json),
              Stored.lineOrNull(json, "wouldLift"),
              new Seq(json.number("textSeq")));
      case "StripShown" -> new StripShown(json.isTrue("shown"));
      case "DisagreementMaintained" ->
          new DisagreementMaintained(
              disagreement(json), proposal(json), Stored.line(json, "reason"));
      case "DisagreementLifted" -> new DisagreementLifted(disagreement(json), reasonOrNull(json));
      case "DissentRecorded" -> new DissentRecorded(proposal(json), nullIfEmpty(json, "dissent"));
      default -> null;
    };
  }

  private static ProposalId proposal(JsonObject json) {
    return new ProposalId(json.string("proposal"));
  }

  private static ItemId item(JsonObject json) {
    return new ItemId(json.string("item"));
  }

  private static AmendmentId amendment(JsonObject json) {
    return new AmendmentId(json.string("amendment"));
  }

  private static DisagreementId disagreement(JsonObject json) {
    return new DisagreementId(json.string("disagreement"));
  }

  private static @Nullable Line reasonOrNull(JsonObject json) {
    return Stored.lineOrNull(json, "reason");
  }

  private static String orEmpty(@Nullable Line line) {
    return line == null ? "" : line.value();
  }

  private static @Nullable Line nullIfEmpty(JsonObject json, String name) {
    var words = json.string(name);
    return words.isEmpty() ? null : new Line(words);
  }

  static List<JsonObject> write(List<Means> means) {
    return means.stream().map(ProposalEventJson::write).toList();
  }

  private static JsonObject write(Means means) {
    return JsonObject.with()
        .field("kind", means.kind().word())
        .field("certainty", means.certainty().word())
        .field("from", number(means.from()))
        .field("to", number(means.to()))
        .field("note", Stored.words(means.note()))
        .build();
  }

  private static @Nullable JsonNumber number(@Nullable Long value) {
    return value == null ? null : new JsonNumber(value);
  }

  static List<Means> means(JsonObject json) {
    return json.objects("means").stream().map(ProposalEventJson::oneMeans).toList();
  }

  private static Means oneMeans(JsonObject json) {
    return new Means(
        Stored.word(json, "kind", MeansKind.class),
        Stored.word(json, "certainty", Certainty.class),
        numberOrNull(json, "from"),
        numberOrNull(json, "to"),
        Stored.lineOrNull(json, "note"));
  }

  private static @Nullable Long numberOrNull(JsonObject json, String name) {
    return json.fields().containsKey(name) ? json.number(name) : null;
  }
}
