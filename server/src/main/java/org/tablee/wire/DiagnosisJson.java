package org.tablee.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;
import org.tablee.json.JsonObject;
import org.tablee.table.DiagnosisCommand;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.DiagnosisCommand.AgreeFinding;
import org.tablee.table.DiagnosisCommand.MergeFindings;
import org.tablee.table.DiagnosisCommand.MoveFinding;
import org.tablee.table.DiagnosisCommand.RenameFinding;
import org.tablee.table.DiagnosisCommand.RestoreFinding;
import org.tablee.table.DiagnosisCommand.RetypeFinding;
import org.tablee.table.DiagnosisCommand.SourceFinding;
import org.tablee.table.DiagnosisCommand.TakeBackAgreement;
import org.tablee.table.DiagnosisCommand.UnmergeFinding;
import org.tablee.table.DiagnosisCommand.WithdrawFinding;
import org.tablee.table.DiagnosisEvent;
import org.tablee.table.DiagnosisEvent.AgreementTakenBack;
import org.tablee.table.DiagnosisEvent.FindingAdded;
import org.tablee.table.DiagnosisEvent.FindingAgreed;
import org.tablee.table.DiagnosisEvent.FindingMoved;
import org.tablee.table.DiagnosisEvent.FindingRenamed;
import org.tablee.table.DiagnosisEvent.FindingRestored;
import org.tablee.table.DiagnosisEvent.FindingRetyped;
import org.tablee.table.DiagnosisEvent.FindingSourced;
import org.tablee.table.DiagnosisEvent.FindingUnmerged;
import org.tablee.table.DiagnosisEvent.FindingWithdrawn;
import org.tablee.table.DiagnosisEvent.FindingsMerged;
import org.tablee.table.FindingId;
import org.tablee.table.FindingKind;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.SourceLink;
import org.tablee.table.SourceNature;
import org.tablee.table.diagnosis.Diagnosis;
import org.tablee.table.diagnosis.DiagnosisRules;
import org.tablee.table.diagnosis.Finding;
import org.tablee.table.diagnosis.Lineage;
import org.tablee.table.diagnosis.Source;

/** The shared diagnosis on the wire and in the store. */
final class DiagnosisJson {
  private DiagnosisJson() {}

  /** The command of that type; {@code null} where it is none of the diagnosis. */
  static @Nullable DiagnosisCommand command(String type, Fields fields) {
    return switch (type) {
      case "AddFinding" ->
          new AddFinding(finding(fields), fields.word("kind", FindingKind.class), title(fields));
      case "RenameFinding" -> new RenameFinding(finding(fields), title(fields));
      case "RetypeFinding" ->
          new RetypeFinding(finding(fields), fields.word("kind", FindingKind.class));
      case "SourceFinding" -> source(fields);
      case "MoveFinding" ->
          new MoveFinding(finding(fields), fields.checkedOrNull("before", FindingId::new));
      case "WithdrawFinding" -> new WithdrawFinding(finding(fields));
      case "RestoreFinding" -> new RestoreFinding(finding(fields));
      case "AgreeFinding" -> new AgreeFinding(finding(fields));
      case "TakeBackAgreement" -> new TakeBackAgreement(finding(fields));
      case "MergeFindings" ->
          new MergeFindings(
              finding(fields),
              fields.word("kind", FindingKind.class),
              title(fields),
              fields.distinct(
                  "parents",
                  DiagnosisRules.PARENTS_MIN,
                  DiagnosisRules.PARENTS_MAX,
                  FindingId::new));
      case "UnmergeFinding" -> new UnmergeFinding(finding(fields));
      default -> null;
    };
  }

  private static FindingId finding(Fields fields) {
    return fields.checked("finding", FindingId::new);
  }

  private static Line title(Fields fields) {
    return fields.line("title", Line.TITLE_MAX);
  }

  /** An empty source takes the source away: it has no nature and no link then. */
  private static SourceFinding source(Fields fields) {
    var finding = finding(fields);
    if (!fields.string("source").isEmpty()) {
      return new SourceFinding(
          finding,
          fields.line("source", Line.REMARK_MAX),
          fields.has("nature") ? fields.word("nature", SourceNature.class) : null,
          fields.checkedOrNull("link", SourceLink::new));
    }
    for (var name : List.of("nature", "link")) {
      if (fields.has(name)) {
        throw fields.unfit(name);
      }
    }
    return new SourceFinding(finding, null, null, null);
  }

  static void write(JsonObject.Builder json, DiagnosisEvent event) {
    switch (event) {
      case FindingAdded(var finding, var kind, var title, var text) ->
          json.field("finding", finding.value())
              .field("kind", kind.word())
              .field("title", title.value())
              .field("text", text.value());
      case FindingRenamed(var finding, var title) ->
          json.field("finding", finding.value()).field("title", title.value());
      case FindingRetyped(var finding, var kind) ->
          json.field("finding", finding.value()).field("kind", kind.word());
      case FindingSourced(var finding, var source, var nature, var link) ->
          json.field("finding", finding.value())
              .field("source", source == null ? "" : source.value())
              .field("nature", nature == null ? null : nature.word())
              .field("link", link == null ? null : link.value());
      case FindingMoved(var finding, var before) ->
          json.field("finding", finding.value())
              .field("before", before == null ? null : before.value());
      case FindingWithdrawn(var finding) -> json.field("finding", finding.value());
      case FindingRestored(var finding) -> json.field("finding", finding.value());
      case FindingAgreed(var finding) -> json.field("finding", finding.value());
      case AgreementTakenBack(var finding) -> json.field("finding", finding.value());
      case FindingsMerged(var finding, var kind, var title, var text, var parents) ->
          json.field("finding", finding.value())
              .field("kind", kind.word())
              .field("title", title.value())
              .field("text", text.value())
              .field("parents", Stored.ids(parents, FindingId::value));
      case FindingUnmerged(var finding) -> json.field("finding", finding.value());
    }
  }

  /** The event of that type; {@code null} where it is none of the diagnosis. */
  static @Nullable DiagnosisEvent event(String type, JsonObject json) {
    return switch (type) {
      case "FindingAdded" ->
          new FindingAdded(
              finding(json),
              Stored.word(json, "kind", FindingKind.class),
              Stored.line(json, "title"),
              Stored.text(json));
      case "FindingRenamed" -> new FindingRenamed(finding(json), Stored.line(json, "title"));
      case "FindingRetyped" ->
          new FindingRetyped(finding(json), Stored.word(json, "kind", FindingKind.class));
      case "FindingSourced" -> {
        var source = json.string("source");
        yield new FindingSourced(
            finding(json),
            source.isEmpty() ? null : new Line(source),
            nature(json),
            Stored.orNull(json, "link", SourceLink::new));
      }
      case "FindingMoved" ->
          new FindingMoved(finding(json), Stored.orNull(json, "before", FindingId::new));
      case "FindingWithdrawn" -> new FindingWithdrawn(finding(json));
      case "FindingRestored" -> new FindingRestored(finding(json));
      case "FindingAgreed" -> new FindingAgreed(finding(json));
      case "AgreementTakenBack" -> new AgreementTakenBack(finding(json));
      case "FindingsMerged" ->
          new FindingsMerged(
              finding(json),
              Stored.word(json, "kind", FindingKind.class),
              Stored.line(json, "title"),
              Stored.text(json),
              Stored.ids(json, "parents", FindingId::new));
      case "FindingUnmerged" -> new FindingUnmerged(finding(json));
      default -> null;
    };
  }

  private static @Nullable SourceNature nature(JsonObject json) {
    return json.field("nature") == null ? null : Stored.word(json, "nature", SourceNature.class);
  }

  private static FindingId finding(JsonObject json) {
    return new FindingId(json.string("finding"));
  }

  static void write(JsonObject.Builder state, Diagnosis diagnosis) {
    state.field("findings", diagnosis.inOrder().stream().map(DiagnosisJson::write).toList());
  }

  private static JsonObject write(Finding finding) {
    var source = finding.source();
    var lineage = finding.lineage();
    var json =
        JsonObject.with()
            .field("id", finding.id().value())
            .field("kind", finding.kind().word())
            .field("title", finding.title().value())
            .field("text", finding.text().value())
            .field("by", finding.by().value())
            .field("at", finding.at().toEpochMilli());
    if (source != null) {
      var nature = source.nature();
      var link = source.link();
      json.field("source", source.words().value())
          .field("nature", nature == null ? null : nature.word())
          .field("link", link == null ? null : link.value());
    }
    var mergedInto = lineage.mergedInto();
    return json.field("agreed", Stored.idsOrNull(finding.agreed(), ParticipantId::value))
        .field("parents", Stored.idsOrNull(lineage.parents(), FindingId::value))
        .field("mergedInto", mergedInto == null ? null : mergedInto.value())
        .flag("late", finding.isLate())
        .flag("withdrawn", finding.isWithdrawn())
        .build();
  }

  static Diagnosis read(JsonObject state) {
    return Diagnosis.of(state.objects("findings").stream().map(DiagnosisJson::stored).toList());
  }

  private static Finding stored(JsonObject json) {
    var source = Stored.lineOrNull(json, "source");
    return new Finding(
        new FindingId(json.string("id")),
        Stored.word(json, "kind", FindingKind.class),
        Stored.line(json, "title"),
        Stored.text(json),
        Stored.participant(json, "by"),
        Stored.at(json),
        source == null
            ? null
            : new Source(source, nature(json), Stored.orNull(json, "link", SourceLink::new)),
        TreePVector.from(Stored.ids(json, "agreed", ParticipantId::new)),
        new Lineage(
            Stored.ids(json, "parents", FindingId::new),
            Stored.orNull(json, "mergedInto", FindingId::new)),
        json.isTrue("late"),
        json.isTrue("withdrawn"));
  }
}
