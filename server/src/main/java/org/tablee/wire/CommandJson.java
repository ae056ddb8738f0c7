package org.tablee.wire;

import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.table.FindingId;
import org.tablee.table.FindingKind;
import org.tablee.table.Line;
import org.tablee.table.Phase;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Seq;
import org.tablee.table.TableCommand.AddFinding;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TableCommand.MoveFinding;
import org.tablee.table.TableCommand.MovePhase;
import org.tablee.table.TableCommand.RenameFinding;
import org.tablee.table.TableCommand.RestoreFinding;
import org.tablee.table.TableCommand.RetypeFinding;
import org.tablee.table.TableCommand.SourceFinding;
import org.tablee.table.TableCommand.WithdrawFinding;
import org.tablee.table.TextId;

/** Turns what a member sent into a command. */
final class CommandJson {
  private CommandJson() {}

  /**
   * Reads a command.
   *
   * @throws InvalidFieldException where it is none
   */
  static ByMember read(JsonObject json) {
    var fields = new Fields(json);
    var command = command(fields.string("type"), fields);
    fields.end();
    return command;
  }

  private static ByMember command(String type, Fields fields) {
    return switch (type) {
      case "AddFinding" -> new AddFinding(finding(fields), kind(fields), title(fields));
      case "RenameFinding" -> new RenameFinding(finding(fields), title(fields));
      case "RetypeFinding" -> new RetypeFinding(finding(fields), kind(fields));
      case "SourceFinding" -> new SourceFinding(finding(fields), source(fields));
      case "MoveFinding" ->
          new MoveFinding(finding(fields), fields.checkedOrNull("before", FindingId::new));
      case "WithdrawFinding" -> new WithdrawFinding(finding(fields));
      case "RestoreFinding" -> new RestoreFinding(finding(fields));
      case "EditText" ->
          new EditText(
              fields.checked("text", TextId::new),
              new Seq(fields.count("base")),
              DeltaJson.readSent(fields.object("delta"), "delta"));
      case "MovePhase" ->
          new MovePhase(
              fields.word("phase", Phase::of), fields.lineOrNull("reason", Line.REMARK_MAX));
      default -> throw new InvalidFieldException(new Refusal(RefusalCode.COMMAND_UNKNOWN));
    };
  }

  private static FindingId finding(Fields fields) {
    return fields.checked("finding", FindingId::new);
  }

  private static FindingKind kind(Fields fields) {
    return fields.word("kind", FindingKind::of);
  }

  private static Line title(Fields fields) {
    return fields.line("title", Line.TITLE_MAX);
  }

  /** An empty source takes the source away. */
  private static @Nullable Line source(Fields fields) {
    return fields.string("source").isEmpty() ? null : fields.line("source", Line.REMARK_MAX);
  }
}
