package org.tablee.wire;

import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.json.MalformedJsonException;
import org.tablee.table.Mandate;
import org.tablee.table.MemberCommand.TakeMandate;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Seq;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TextId;

/** Turns what a member sent into a command: asks each area in turn whether it is one of its own. */
public final class CommandJson {
  private CommandJson() {}

  /**
   * Reads a command.
   *
   * @throws InvalidFieldException where it is none
   */
  static ByMember read(JsonObject json) {
    var fields = new Fields(json);
    var command = command(fields.string("type"), fields);
    if (command == null) {
      throw new InvalidFieldException(new Refusal(RefusalCode.COMMAND_UNKNOWN));
    }
    fields.end();
    return command;
  }

  /** The command as a client would send it. */
  public static JsonObject write(ByMember command) {
    return CommandWriter.write(command);
  }

  /**
   * Reads a command that {@link #write} wrote.
   *
   * @throws MalformedJsonException where it is none
   */
  public static ByMember readWritten(JsonObject json) {
    try {
      return read(json);
    } catch (InvalidFieldException e) {
      throw new MalformedJsonException("no command that this release knows", e);
    }
  }

  private static @Nullable ByMember command(String type, Fields fields) {
    if (type.equals("EditText")) {
      return new EditText(
          fields.checked("text", TextId::new),
          new Seq(fields.count("base")),
          DeltaJson.readSent(fields.object("delta"), "delta"));
    }
    ByMember command = DiagnosisJson.command(type, fields);
    if (command == null) {
      command = FrameJson.command(type, fields);
    }
    if (command == null) {
      command = ChallengeJson.command(type, fields);
    }
    if (command == null) {
      command = TalkJson.command(type, fields);
    }
    if (command == null && type.equals("TakeMandate")) {
      command = new TakeMandate(fields.word("mandate", Mandate.class));
    }
    if (command == null) {
      command = ProposalCommandJson.read(type, fields);
    }
    if (command == null) {
      command = RoundJson.command(type, fields);
    }
    if (command == null) {
      command = VoteCommandJson.read(type, fields);
    }
    return command;
  }
}
