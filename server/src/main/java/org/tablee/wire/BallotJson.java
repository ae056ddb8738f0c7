package org.tablee.wire;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.table.Ballot;
import org.tablee.table.BallotChoice;
import org.tablee.table.OptionId;
import org.tablee.table.Score;
import org.tablee.table.VoteMethod;

/** Ballots on the wire, in sealed boxes and in published votes: told apart by their one field. */
final class BallotJson {
  private static final int OPTIONS_MAX =
      Stream.of(VoteMethod.values()).mapToInt(VoteMethod::optionsMax).max().orElseThrow();

  private BallotJson() {}

  /** A ballot that somebody sent: whether it fits the vote is for the rules to say. */
  static Ballot sent(Fields fields) {
    if (fields.has("choice")) {
      return new Ballot.Choice(fields.word("choice", BallotChoice.class));
    }
    if (fields.has("grades")) {
      return new Ballot.Grades(
          fields.counts("grades", OPTIONS_MAX, OptionId::new, 0, Ballot.Grades.BEST));
    }
    if (fields.has("dots")) {
      return new Ballot.Dots(
          fields.counts("dots", OPTIONS_MAX, OptionId::new, 0, Ballot.Dots.DOTS_MAX));
    }
    if (fields.has("order")) {
      return new Ballot.Order(fields.distinct("order", 0, OPTIONS_MAX, OptionId::new));
    }
    return new Ballot.Value(
        fields.has("value") ? new Score(fields.count("value", Score.LEAST, Score.MOST)) : null);
  }

  static JsonObject write(Ballot ballot) {
    var json = JsonObject.with();
    switch (ballot) {
      case Ballot.Choice(var choice) -> json.field("choice", choice.word());
      case Ballot.Grades(var grades) -> json.field("grades", counts(grades));
      case Ballot.Dots(var dots) -> json.field("dots", counts(dots));
      case Ballot.Order(var order) -> json.field("order", Stored.ids(order, OptionId::value));
      case Ballot.Value(var score) -> {
        if (score != null) {
          json.field("value", score.value());
        }
      }
    }
    return json.build();
  }

  private static JsonObject counts(SortedMap<OptionId, Integer> counts) {
    var json = JsonObject.with();
    counts.forEach((option, count) -> json.field(option.value(), new JsonNumber(count)));
    return json.build();
  }

  static Ballot read(JsonObject json) {
    if (json.field("choice") != null) {
      return new Ballot.Choice(Stored.word(json, "choice", BallotChoice.class));
    }
    if (json.field("grades") != null) {
      return new Ballot.Grades(counts(json, "grades"));
    }
    if (json.field("dots") != null) {
      return new Ballot.Dots(counts(json, "dots"));
    }
    if (json.field("order") != null) {
      return new Ballot.Order(Stored.ids(json, "order", OptionId::new));
    }
    return new Ballot.Value(
        json.field("value") == null ? null : new Score((int) json.number("value")));
  }

  private static SortedMap<OptionId, Integer> counts(JsonObject json, String name) {
    var counts = new TreeMap<OptionId, Integer>();
    var object = json.object(name);
    object
        .fields()
        .sequencedKeySet()
        .forEach(option -> counts.put(new OptionId(option), (int) object.number(option)));
    return counts;
  }
}
