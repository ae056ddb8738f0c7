package org.tablee.wire;

import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.json.MalformedJsonException;
import org.tablee.table.BoxContent;
import org.tablee.table.CollegeId;
import org.tablee.table.Line;
import org.tablee.table.Score;
import org.tablee.table.SealedBallot;
import org.tablee.table.SealedScore;
import org.tablee.table.Sheet;

/** What was handed in, as a sealed box keeps it. It is never sent. */
public final class BoxContentJson {
  private BoxContentJson() {}

  public static JsonObject write(BoxContent content) {
    var json = JsonObject.with().field("type", content.getClass().getSimpleName());
    return switch (content) {
      case SealedBallot(var ballot, var college) ->
          json.field("ballot", BallotJson.write(ballot))
              .field("college", college == null ? null : college.value())
              .build();
      case Sheet(var entries) ->
          json.field("entries", entries.stream().map(one -> new JsonString(one.value())).toList())
              .build();
      case SealedScore(var value) -> {
        if (value != null) {
          json.field("value", value.value());
        }
        yield json.build();
      }
    };
  }

  /**
   * Reads what was written.
   *
   * @throws MalformedJsonException where it is no content that this release knows
   */
  public static BoxContent read(JsonObject json) {
    var type = json.string("type");
    return switch (type) {
      case "SealedBallot" ->
          new SealedBallot(
              BallotJson.read(json.object("ballot")),
              Stored.orNull(json, "college", CollegeId::new));
      case "Sheet" -> new Sheet(json.array("entries").stream().map(BoxContentJson::line).toList());
      case "SealedScore" ->
          new SealedScore(
              json.field("value") == null
                  ? null
                  : new Score(Math.toIntExact(json.number("value"))));
      default -> throw new MalformedJsonException("no content " + type);
    };
  }

  private static Line line(org.tablee.json.JsonValue value) {
    if (value instanceof JsonString(var words)) {
      return new Line(words);
    }
    throw new MalformedJsonException("no line");
  }
}
