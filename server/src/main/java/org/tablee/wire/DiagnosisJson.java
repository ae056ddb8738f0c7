package org.tablee.wire;

import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.table.DiagnosisCommand;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.DiagnosisCommand.MoveFinding;
import org.tablee.table.DiagnosisCommand.RenameFinding;
import org.tablee.table.DiagnosisCommand.RestoreFinding;
import org.tablee.table.DiagnosisCommand.RetypeFinding;
import org.tablee.table.DiagnosisCommand.SourceFinding;
import org.tablee.table.DiagnosisCommand.WithdrawFinding;
import org.tablee.table.DiagnosisEvent;
import org.tablee.table.DiagnosisEvent.FindingAdded;
import org.tablee.table.DiagnosisEvent.FindingMoved;
import org.tablee.table.DiagnosisEvent.FindingRenamed;
import org.tablee.table.DiagnosisEvent.FindingRestored;
import org.tablee.table.DiagnosisEvent.FindingRetyped;
import org.tablee.table.DiagnosisEvent.FindingSourced;
import org.tablee.table.DiagnosisEvent.FindingWithdrawn;
import org.tablee.table.FindingId;
import org.tablee.table.FindingKind;
import org.tablee.table.Line;
import org.tablee.table.diagnosis.Diagnosis;
import org.tablee.table.diagnosis.Finding;

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
      case "SourceFinding" -> new SourceFinding(finding(fields), source(fields));
      case "MoveFinding" ->
          new MoveFinding(finding(fields), fields.checkedOrNull("before", FindingId::new));
      case "WithdrawFinding" -> new WithdrawFinding(finding(fields));
      case "RestoreFinding" -> new RestoreFinding(finding(fields));
      default -> null;
    };
  }

  private static FindingId finding(Fields fields) {
    return fields.checked("finding", FindingId::new);
  }

  private static Line title(Fields fields) {
    return fields.line("title", Line.TITLE_MAX);
  }

  /** An empty source takes the source away. */
  private static @Nullable Line source(Fields fields) {
    return fields.string("source").isEmpty() ? null : fields.line("source", Line.REMARK_MAX);
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
      case FindingSourced(var finding, var source) ->
          json.field("finding", finding.value())
              .field("source", source == null ? "" : source.value());
      case FindingMoved(var finding, var before) ->
          json.field("finding", finding.value())
              .field("before", before == null ? null : before.value());
      case FindingWithdrawn(var finding) -> json.field("finding", finding.value());
      case FindingRestored(var finding) -> json.field("finding", finding.value());
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
        yield new FindingSourced(finding(json), source.isEmpty() ? null : new Line(source));
      }
      case "FindingMoved" ->
          new FindingMoved(finding(json), Stored.orNull(json, "before", FindingId::new));
      case "FindingWithdrawn" -> new FindingWithdrawn(finding(json));
      case "FindingRestored" -> new FindingRestored(finding(json));
      default -> null;
    };
  }

  private static FindingId finding(JsonObject json) {
    return new FindingId(json.string("finding"));
  }

  static void write(JsonObject.Builder state, Diagnosis diagnosis) {
    state.field("findings", diagnosis.inOrder().stream().map(DiagnosisJson::write).toList());
  }

  private static JsonObject write(Finding finding) {
    return JsonObject.with()
        .field("id", finding.id().value())
        .field("kind", finding.kind().word())
        .field("title", finding.title().value())
        .field("text", finding.text().value())
        .field("by", finding.by().value())
        .field("at", finding.at().toEpochMilli())
        .field("source", Stored.words(finding.source()))
        .flag("late", finding.isLate())
        .flag("withdrawn", finding.isWithdrawn())
        .build();
  }

  static Diagnosis read(JsonObject state) {
    return Diagnosis.of(state.objects("findings").stream().map(DiagnosisJson::stored).toList());
  }

  private static Finding stored(JsonObject json) {
    return new Finding(
        new FindingId(json.string("id")),
        Stored.word(json, "kind", FindingKind.class),
        Stored.line(json, "title"),
        Stored.text(json),
        Stored.participant(json, "by"),
        Stored.at(json),
        Stored.lineOrNull(json, "source"),
        json.isTrue("late"),
        json.isTrue("withdrawn"));
  }
}
