package org.tablee.wire;

import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.table.ContestId;
import org.tablee.table.ContestOutcome;
import org.tablee.table.FrameCommand;
import org.tablee.table.FrameCommand.AcknowledgeFrame;
import org.tablee.table.FrameCommand.AddTerm;
import org.tablee.table.FrameCommand.AddWord;
import org.tablee.table.FrameCommand.AnswerContest;
import org.tablee.table.FrameCommand.CloseList;
import org.tablee.table.FrameCommand.ContestTerm;
import org.tablee.table.FrameCommand.MovePhase;
import org.tablee.table.FrameCommand.MoveTerm;
import org.tablee.table.FrameCommand.OpenList;
import org.tablee.table.FrameCommand.PlanPhase;
import org.tablee.table.FrameCommand.PublishFrame;
import org.tablee.table.FrameCommand.PutListAside;
import org.tablee.table.FrameCommand.RenameTerm;
import org.tablee.table.FrameCommand.RestoreTerm;
import org.tablee.table.FrameCommand.RestoreWord;
import org.tablee.table.FrameCommand.RewriteWord;
import org.tablee.table.FrameCommand.SayScope;
import org.tablee.table.FrameCommand.SettleTerm;
import org.tablee.table.FrameCommand.WithdrawContest;
import org.tablee.table.FrameCommand.WithdrawTerm;
import org.tablee.table.FrameCommand.WithdrawWord;
import org.tablee.table.FrameEvent;
import org.tablee.table.FrameEvent.ContestAnswered;
import org.tablee.table.FrameEvent.ContestWithdrawn;
import org.tablee.table.FrameEvent.FrameAcknowledged;
import org.tablee.table.FrameEvent.FramePublished;
import org.tablee.table.FrameEvent.ListClosed;
import org.tablee.table.FrameEvent.ListOpened;
import org.tablee.table.FrameEvent.ListPutAside;
import org.tablee.table.FrameEvent.PhaseMoved;
import org.tablee.table.FrameEvent.PhasePlanned;
import org.tablee.table.FrameEvent.ScopeSaid;
import org.tablee.table.FrameEvent.TermAdded;
import org.tablee.table.FrameEvent.TermContested;
import org.tablee.table.FrameEvent.TermMoved;
import org.tablee.table.FrameEvent.TermRenamed;
import org.tablee.table.FrameEvent.TermRestored;
import org.tablee.table.FrameEvent.TermSettled;
import org.tablee.table.FrameEvent.TermWithdrawn;
import org.tablee.table.FrameEvent.WordAdded;
import org.tablee.table.FrameEvent.WordRestored;
import org.tablee.table.FrameEvent.WordRewritten;
import org.tablee.table.FrameEvent.WordWithdrawn;
import org.tablee.table.Line;
import org.tablee.table.ListName;
import org.tablee.table.Phase;
import org.tablee.table.Seq;
import org.tablee.table.TermId;
import org.tablee.table.TermSection;
import org.tablee.table.TermStatus;
import org.tablee.table.WordId;

/** What is asked of the frame and what happens to it, on the wire and in the store. */
final class FrameJson {
  private FrameJson() {}

  /** The command of that type; {@code null} where it is none of the frame. */
  static @Nullable FrameCommand command(String type, Fields fields) {
    return switch (type) {
      case "MovePhase" -> new MovePhase(phase(fields), reason(fields));
      case "PlanPhase" ->
          new PlanPhase(phase(fields), fields.instantOrNull("from"), fields.instantOrNull("until"));
      case "OpenList" -> new OpenList(list(fields));
      case "CloseList" -> new CloseList(list(fields), reason(fields));
      case "PutListAside" -> new PutListAside(list(fields), reason(fields));
      case "AddTerm" ->
          new AddTerm(term(fields), fields.word("section", TermSection.class), title(fields));
      case "RenameTerm" -> new RenameTerm(term(fields), title(fields));
      case "MoveTerm" -> new MoveTerm(term(fields), fields.checkedOrNull("before", TermId::new));
      case "WithdrawTerm" -> new WithdrawTerm(term(fields));
      case "RestoreTerm" -> new RestoreTerm(term(fields));
      case "SettleTerm" ->
          new SettleTerm(
              term(fields),
              fields.word("status", TermStatus.class),
              fields.lineOrNull("holder", Line.NAME_MAX),
              reason(fields),
              fields.lineOrNull("until", Line.NAME_MAX));
      case "ContestTerm" ->
          new ContestTerm(contest(fields), term(fields), fields.line("reason", Line.REMARK_MAX));
      case "AnswerContest" ->
          new AnswerContest(
              contest(fields),
              fields.word("outcome", ContestOutcome.class),
              fields.line("answer", Line.REMARK_MAX));
      case "WithdrawContest" -> new WithdrawContest(contest(fields));
      case "SayScope" ->
          new SayScope(
              fields.lineOrNull("decides", Line.REMARK_MAX),
              fields.lineOrNull("leaves", Line.REMARK_MAX));
      case "PublishFrame" -> new PublishFrame();
      case "AcknowledgeFrame" -> new AcknowledgeFrame(new Seq(fields.count("frame")));
      case "AddWord" -> new AddWord(word(fields), written(fields));
      case "RewriteWord" -> new RewriteWord(word(fields), written(fields));
      case "WithdrawWord" -> new WithdrawWord(word(fields));
      case "RestoreWord" -> new RestoreWord(word(fields));
      default -> null;
    };
  }

  private static Phase phase(Fields fields) {
    return fields.word("phase", Phase.class);
  }

  private static @Nullable Line reason(Fields fields) {
    return fields.lineOrNull("reason", Line.REMARK_MAX);
  }

  private static ListName list(Fields fields) {
    return fields.word("list", ListName.class);
  }

  private static TermId term(Fields fields) {
    return fields.checked("term", TermId::new);
  }

  private static Line title(Fields fields) {
    return fields.line("title", Line.TITLE_MAX);
  }

  private static ContestId contest(Fields fields) {
    return fields.checked("contest", ContestId::new);
  }

  private static WordId word(Fields fields) {
    return fields.checked("word", WordId::new);
  }

  private static Line written(Fields fields) {
    return fields.line("written", Line.NAME_MAX);
  }

  static void write(JsonObject.Builder json, FrameEvent event) {
    switch (event) {
      case PhaseMoved(var phase, var reason) ->
          json.field("phase", phase.word()).field("reason", Stored.words(reason));
      case PhasePlanned(var phase, var from, var until) ->
          json.field("phase", phase.word())
              .field("from", Stored.millis(from))
              .field("until", Stored.millis(until));
      case ListOpened(var list) -> json.field("list", list.word());
      case ListClosed(var list, var reason) ->
          json.field("list", list.word()).field("reason", Stored.words(reason));
      case ListPutAside(var list, var reason) ->
          json.field("list", list.word()).field("reason", Stored.words(reason));
      case TermAdded(var term, var section, var title, var text) ->
          json.field("term", term.value())
              .field("section", section.word())
              .field("title", title.value())
              .field("text", text.value());
      case TermRenamed(var term, var title) ->
          json.field("term", term.value()).field("title", title.value());
      case TermMoved(var term, var before) ->
          json.field("term", term.value()).field("before", before == null ? null : before.value());
      case TermWithdrawn(var term) -> json.field("term", term.value());
      case TermRestored(var term) -> json.field("term", term.value());
      case TermSettled(var term, var status, var holder, var reason, var until) ->
          json.field("term", term.value())
              .field("status", status.word())
              .field("holder", Stored.words(holder))
              .field("reason", Stored.words(reason))
              .field("until", Stored.words(until));
      case TermContested(var contest, var term, var reason) ->
          json.field("contest", contest.value())
              .field("term", term.value())
              .field("reason", reason.value());
      case ContestAnswered(var contest, var outcome, var answer) ->
          json.field("contest", contest.value())
              .field("outcome", outcome.word())
              .field("answer", answer.value());
      case ContestWithdrawn(var contest) -> json.field("contest", contest.value());
      case ScopeSaid(var decides, var leaves) ->
          json.field("decides", Stored.words(decides)).field("leaves", Stored.words(leaves));
      case FramePublished() -> {}
      case FrameAcknowledged(var frame) -> json.field("frame", frame.value());
      case WordAdded(var word, var written, var text) ->
          json.field("word", word.value())
              .field("written", written.value())
              .field("text", text.value());
      case WordRewritten(var word, var written) ->
          json.field("word", word.value()).field("written", written.value());
      case WordWithdrawn(var word) -> json.field("word", word.value());
      case WordRestored(var word) -> json.field("word", word.value());
    }
  }

  /** The event of that type; {@code null} where it is none of the frame. */
  static @Nullable FrameEvent event(String type, JsonObject json) {
    return switch (type) {
      case "PhaseMoved" -> new PhaseMoved(phase(json), reason(json));
      case "PhasePlanned" ->
          new PhasePlanned(
              phase(json), Stored.atOrNull(json, "from"), Stored.atOrNull(json, "until"));
      case "ListOpened" -> new ListOpened(list(json));
      case "ListClosed" -> new ListClosed(list(json), reason(json));
      case "ListPutAside" -> new ListPutAside(list(json), reason(json));
      case "TermAdded" ->
          new TermAdded(
              term(json),
              Stored.word(json, "section", TermSection.class),
              Stored.line(json, "title"),
              Stored.text(json));
      case "TermRenamed" -> new TermRenamed(term(json), Stored.line(json, "title"));
      case "TermMoved" -> new TermMoved(term(json), Stored.orNull(json, "before", TermId::new));
      case "TermWithdrawn" -> new TermWithdrawn(term(json));
      case "TermRestored" -> new TermRestored(term(json));
      case "TermSettled" ->
          new TermSettled(
              term(json),
              Stored.word(json, "status", TermStatus.class),
              Stored.lineOrNull(json, "holder"),
              reason(json),
              Stored.lineOrNull(json, "until"));
      case "TermContested" ->
          new TermContested(contest(json), term(json), Stored.line(json, "reason"));
      case "ContestAnswered" ->
          new ContestAnswered(
              contest(json),
              Stored.word(json, "outcome", ContestOutcome.class),
              Stored.line(json, "answer"));
      case "ContestWithdrawn" -> new ContestWithdrawn(contest(json));
      case "ScopeSaid" ->
          new ScopeSaid(Stored.lineOrNull(json, "decides"), Stored.lineOrNull(json, "leaves"));
      case "FramePublished" -> new FramePublished();
      case "FrameAcknowledged" -> new FrameAcknowledged(new Seq(json.number("frame")));
      case "WordAdded" -> new WordAdded(word(json), written(json), Stored.text(json));
      case "WordRewritten" -> new WordRewritten(word(json), written(json));
      case "WordWithdrawn" -> new WordWithdrawn(word(json));
      case "WordRestored" -> new WordRestored(word(json));
      default -> null;
    };
  }

  private static Phase phase(JsonObject json) {
    return Stored.word(json, "phase", Phase.class);
  }

  private static @Nullable Line reason(JsonObject json) {
    return Stored.lineOrNull(json, "reason");
  }

  private static ListName list(JsonObject json) {
    return Stored.word(json, "list", ListName.class);
  }

  private static TermId term(JsonObject json) {
    return new TermId(json.string("term"));
  }

  private static ContestId contest(JsonObject json) {
    return new ContestId(json.string("contest"));
  }

  private static WordId word(JsonObject json) {
    return new WordId(json.string("word"));
  }

  private static Line written(JsonObject json) {
    return Stored.line(json, "written");
  }
}
