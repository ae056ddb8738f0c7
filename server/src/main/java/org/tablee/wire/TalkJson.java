package org.tablee.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.table.CommentId;
import org.tablee.table.CommentKind;
import org.tablee.table.ParticipantId;
import org.tablee.table.Prose;
import org.tablee.table.Seq;
import org.tablee.table.TalkCommand;
import org.tablee.table.TalkCommand.AddComment;
import org.tablee.table.TalkCommand.Passage;
import org.tablee.table.TalkCommand.ReopenThread;
import org.tablee.table.TalkCommand.ResolveThread;
import org.tablee.table.TalkCommand.RestoreComment;
import org.tablee.table.TalkCommand.RewordComment;
import org.tablee.table.TalkCommand.WithdrawComment;
import org.tablee.table.TalkEvent;
import org.tablee.table.TalkEvent.Anchor;
import org.tablee.table.TalkEvent.CommentAdded;
import org.tablee.table.TalkEvent.CommentRestored;
import org.tablee.table.TalkEvent.CommentReworded;
import org.tablee.table.TalkEvent.CommentWithdrawn;
import org.tablee.table.TalkEvent.ThreadReopened;
import org.tablee.table.TalkEvent.ThreadResolved;
import org.tablee.table.talk.Comment;
import org.tablee.table.talk.Talk;
import org.tablee.text.RichText;

/** The talk about items on the wire and in the store. */
final class TalkJson {
  private TalkJson() {}

  /** The command of that type; {@code null} where it is none of the talk. */
  static @Nullable TalkCommand command(String type, Fields fields) {
    return switch (type) {
      case "AddComment" ->
          new AddComment(
              comment(fields),
              fields.checked("on", ParticipantId::new).value(),
              fields.has("kind") ? fields.word("kind", CommentKind.class) : CommentKind.REMARK,
              words(fields),
              fields.checkedOrNull("to", CommentId::new),
              fields.has("anchor") ? passage(fields) : null);
      case "RewordComment" -> new RewordComment(comment(fields), words(fields));
      case "WithdrawComment" -> new WithdrawComment(comment(fields));
      case "RestoreComment" -> new RestoreComment(comment(fields));
      case "ResolveThread" -> new ResolveThread(comment(fields));
      case "ReopenThread" -> new ReopenThread(comment(fields));
      default -> null;
    };
  }

  private static CommentId comment(Fields fields) {
    return fields.checked("comment", CommentId::new);
  }

  private static Prose words(Fields fields) {
    return fields.checked("words", Prose::new);
  }

  private static Passage passage(Fields fields) {
    return fields.inner(
        "anchor",
        anchor ->
            new Passage(
                new Seq(anchor.count("base")),
                anchor.count("index", 0, RichText.UNITS_MAX),
                anchor.count("length", 1, RichText.UNITS_MAX)));
  }

  static void write(JsonObject.Builder json, TalkEvent event) {
    switch (event) {
      case CommentAdded(var comment, var on, var kind, var words, var to, var anchor) ->
          json.field("comment", comment.value())
              .field("on", on)
              .field("kind", kind.word())
              .field("words", words.value())
              .field("to", to == null ? null : to.value())
              .field("anchor", anchor == null ? null : write(anchor));
      case CommentReworded(var comment, var words) ->
          json.field("comment", comment.value()).field("words", words.value());
      case CommentWithdrawn(var comment) -> json.field("comment", comment.value());
      case CommentRestored(var comment) -> json.field("comment", comment.value());
      case ThreadResolved(var comment) -> json.field("comment", comment.value());
      case ThreadReopened(var comment) -> json.field("comment", comment.value());
    }
  }

  private static JsonObject write(Anchor anchor) {
    return JsonObject.with()
        .field("index", anchor.index())
        .field("length", anchor.length())
        .field("quote", anchor.quote())
        .build();
  }

  /** The event of that type; {@code null} where it is none of the talk. */
  static @Nullable TalkEvent event(String type, JsonObject json) {
    return switch (type) {
      case "CommentAdded" ->
          new CommentAdded(
              comment(json),
              json.string("on"),
              Stored.word(json, "kind", CommentKind.class),
              words(json),
              Stored.orNull(json, "to", CommentId::new),
              anchor(json));
      case "CommentReworded" -> new CommentReworded(comment(json), words(json));
      case "CommentWithdrawn" -> new CommentWithdrawn(comment(json));
      case "CommentRestored" -> new CommentRestored(comment(json));
      case "ThreadResolved" -> new ThreadResolved(comment(json));
      case "ThreadReopened" -> new ThreadReopened(comment(json));
      default -> null;
    };
  }

  private static CommentId comment(JsonObject json) {
    return new CommentId(json.string("comment"));
  }

  private static Prose words(JsonObject json) {
    return new Prose(json.string("words"));
  }

  private static @Nullable Anchor anchor(JsonObject json) {
    if (json.field("anchor") == null) {
      return null;
    }
    var anchor = json.object("anchor");
    return new Anchor(
        Math.toIntExact(anchor.number("index")),
        Math.toIntExact(anchor.number("length")),
        anchor.string("quote"));
  }

  static void write(JsonObject.Builder state, Talk talk) {
    state.field("comments", talk.comments().inOrder().stream().map(TalkJson::write).toList());
  }

  private static JsonObject write(Comment comment) {
    var to = comment.to();
    var anchor = comment.anchor();
    var reworded = comment.rewordedAt();
    var resolved = comment.resolved();
    var json =
        JsonObject.with()
            .field("id", comment.id().value())
            .field("on", comment.on())
            .field("kind", comment.kind().word())
            .field("words", comment.words().value())
            .field("by", comment.by().value())
            .field("at", comment.at().toEpochMilli())
            .field("to", to == null ? null : to.value())
            .field("anchor", anchor == null ? null : write(anchor));
    if (reworded != null) {
      json.field("reworded", reworded.toEpochMilli());
    }
    if (resolved != null) {
      json.field(
          "resolved",
          JsonObject.with()
              .field("by", resolved.by().value())
              .field("at", resolved.at().toEpochMilli())
              .build());
    }
    return json.flag("withdrawn", comment.isWithdrawn()).build();
  }

  static Talk read(JsonObject state) {
    return Talk.of(state.objects("comments").stream().map(TalkJson::stored).toList());
  }

  private static Comment stored(JsonObject json) {
    return new Comment(
        new CommentId(json.string("id")),
        json.string("on"),
        Stored.word(json, "kind", CommentKind.class),
        words(json),
        Stored.participant(json, "by"),
        Stored.at(json),
        Stored.orNull(json, "to", CommentId::new),
        anchor(json),
        json.field("reworded") == null ? null : Instant.ofEpochMilli(json.number("reworded")),
        resolved(json),
        json.isTrue("withdrawn"));
  }

  private static Comment.@Nullable Resolved resolved(JsonObject json) {
    if (json.field("resolved") == null) {
      return null;
    }
    var resolved = json.object("resolved");
    return new Comment.Resolved(Stored.participant(resolved, "by"), Stored.at(resolved));
  }
}
