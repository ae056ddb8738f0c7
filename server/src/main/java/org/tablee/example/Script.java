package org.tablee.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.json.MalformedJsonException;
import org.tablee.table.ClientId;
import org.tablee.table.College;
import org.tablee.table.CollegeId;
import org.tablee.table.CommandId;
import org.tablee.table.FrameCommand.AcknowledgeFrame;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.ProposalCommand.SuggestAmendment;
import org.tablee.table.ProposalCommand.TakePosition;
import org.tablee.table.Role;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.CreateTable;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TalkCommand.AddComment;
import org.tablee.table.TalkCommand.Passage;
import org.tablee.table.TextId;
import org.tablee.table.Word;
import org.tablee.text.Delta;
import org.tablee.text.RichText;
import org.tablee.wire.ClientFrame.Do;
import org.tablee.wire.ClientFrames;
import org.tablee.wire.DeltaJson;
import org.tablee.wire.ReadFrame;

/**
 * What is said and written at the example table, first to last: the same commands under the same
 * ids each time it is read.
 */
record Script(CreateTable table, List<Guest> guests, List<Step> steps) {
  Script {
    guests = List.copyOf(guests);
    steps = List.copyOf(steps);
  }

  /** What one of them asks. */
  record Step(ParticipantId by, CommandId id, ByMember command) {
    /** The command of somebody who has seen everything so far, and read what is published. */
    ByMember seeing(Table table) {
      return switch (command) {
        case EditText(var text, _, var delta) -> new EditText(text, table.seq(), delta);
        case AddComment(var id, var on, var kind, var words, var to, var anchor)
            when anchor != null ->
            new AddComment(
                id, on, kind, words, to, new Passage(table.seq(), anchor.index(), anchor.length()));
        case AcknowledgeFrame(var frame) ->
            new AcknowledgeFrame(
                Objects.requireNonNullElse(table.frame().publication().latest(), frame));
        case SuggestAmendment(var id, var proposal, _, var delta, var reason) ->
            new SuggestAmendment(id, proposal, table.seq(), delta, reason);
        case TakePosition(var proposal, var position, var reason, var wouldLift, _) ->
            new TakePosition(proposal, position, reason, wouldLift, table.seq());
        default -> command;
      };
    }
  }

  /** Reads a script that stands beside this class. */
  static Script ofResource(String name) {
    try (var resource = Script.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return read(Json.readObject(resource.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a script. A step has an author and either {@code do}, a command as a browser sends it (a
   * comment may have its {@code passage}, a phrase that stands once in its item's text; an
   * amendment has the phrase that it would {@code replace}, and its words), or {@code write}, the
   * text that its words (see {@link Markup}) go to: at its end, {@code after} a phrase or in the
   * place of one ({@code replace}). Which commit published the frame is known only when it is read:
   * a script names it 0.
   *
   * @throws MalformedJsonException where it is none
   */
  static Script read(JsonObject json) {
    var reader = new Reader();
    json.objects("steps").forEach(reader::read);
    return new Script(
        new CreateTable(
            new Line(json.string("title")),
            line(json, "territory"),
            line(json, "theme"),
            json.string("locale"),
            json.objects("colleges").stream()
                .map(one -> new College(new CollegeId(one.string("id")), lineOf(one, "name")))
                .toList()),
        json.objects("members").stream().map(Script::guest).toList(),
        reader.steps);
  }

  private static Guest guest(JsonObject json) {
    var college = json.stringOrNull("college");
    return new Guest(
        new ParticipantId(json.string("id")),
        lineOf(json, "name"),
        line(json, "organisation"),
        known(Word.of(Role.class, json.string("role")), () -> "role"),
        college == null ? null : new CollegeId(college),
        known(Word.of(Presence.class, json.string("presence")), () -> "presence"));
  }

  private static Line lineOf(JsonObject json, String name) {
    return new Line(json.string(name));
  }

  private static @Nullable Line line(JsonObject json, String name) {
    return json.field(name) == null ? null : lineOf(json, name);
  }

  private static <T> T known(Optional<T> value, Supplier<String> what) {
    return value.orElseThrow(() -> new MalformedJsonException("unknown: " + what.get()));
  }

  /** Reads steps in order, and knows what each text says by then. */
  private static final class Reader {
    private final List<Step> steps = new ArrayList<>();
    private final Map<TextId, Delta> texts = new HashMap<>();
    private final Map<ParticipantId, Integer> numbers = new HashMap<>();

    /** What the amendments so far do to their texts as these are by then. */
    private final Map<String, Amending> amendments = new HashMap<>();

    private record Amending(TextId text, Delta delta) {}

    void read(JsonObject step) {
      var by = new ParticipantId(step.string("by"));
      if (step.field("do") != null) {
        var id = nextId(by);
        steps.add(new Step(by, id, command(id, whole(step))));
        accept(step.object("do"));
        return;
      }
      var text = new TextId(step.string("write"));
      for (var change : changes(document(text), step)) {
        steps.add(new Step(by, nextId(by), new EditText(text, Seq.NONE, change)));
        change(text, change);
      }
    }

    private Delta document(TextId text) {
      return texts.getOrDefault(text, RichText.EMPTY);
    }

    /** Amendments follow their text, as they do at the table. */
    private void change(TextId text, Delta change) {
      texts.put(text, document(text).compose(change));
      amendments.replaceAll((_, one) ->
          one.text().equals(text) ? new Amending(text, change.transform(one.delta(), true)) : one);
    }

    private void accept(JsonObject command) {
      if (command.string("type").equals("AcceptAmendment")) {
        var accepted = Objects.requireNonNull(amendments.remove(command.string("amendment")));
        change(accepted.text(), accepted.delta());
      }
    }

    private JsonObject whole(JsonObject step) {
      return step.field("replace") == null ? anchored(step) : amending(step);
    }

    /** A proposal's text bears the proposal's id. */
    private JsonObject amending(JsonObject step) {
      var command = step.object("do");
      var text = new TextId(command.string("proposal"));
      var delta =
          Typing.replace(document(text), step.string("replace"), Markup.read(lines(step)))
              .getFirst();
      amendments.put(command.string("amendment"), new Amending(text, delta));
      var fields = JsonObject.with();
      command.fields().forEach(fields::field);
      return fields.field("base", 0).field("delta", DeltaJson.write(delta)).build();
    }

    private JsonObject anchored(JsonObject step) {
      var command = step.object("do");
      var phrase = step.stringOrNull("passage");
      if (phrase == null) {
        return command;
      }
      var document = document(new TextId(command.string("on")));
      var anchor =
          JsonObject.with()
              .field("base", 0)
              .field("index", Typing.find(document, phrase))
              .field("length", phrase.length())
              .build();
      var fields = JsonObject.with();
      command.fields().forEach(fields::field);
      return fields.field("anchor", anchor).build();
    }

    private static List<Delta> changes(Delta document, JsonObject step) {
      var strokes = Markup.read(lines(step));
      var after = step.stringOrNull("after");
      var replace = step.stringOrNull("replace");
      if (after != null) {
        return Typing.after(document, after, strokes);
      }
      return replace == null
          ? Typing.atEnd(document, strokes)
          : Typing.replace(document, replace, strokes);
    }

    private static List<String> lines(JsonObject step) {
      return step.field("text") instanceof JsonString(var line)
          ? List.of(line)
          : step.array("text").stream().map(Reader::line).toList();
    }

    private static String line(JsonValue value) {
      if (value instanceof JsonString(var line)) {
        return line;
      }
      throw new MalformedJsonException("no line of a text");
    }

    private CommandId nextId(ParticipantId by) {
      int number = numbers.merge(by, 1, Integer::sum);
      return new CommandId(new ClientId("example-" + by.value()), number);
    }

    /** By way of a frame, so that nothing stands here that could not have been sent. */
    private static ByMember command(CommandId id, JsonObject command) {
      var frame =
          JsonObject.with()
              .field("type", "do")
              .field("id", id.toString())
              .field("command", command)
              .build();
      if (ClientFrames.read(Json.write(frame)) instanceof ReadFrame.Fine(Do(_, var read))) {
        return read;
      }
      throw new MalformedJsonException("no command: " + Json.write(command));
    }
  }
}
