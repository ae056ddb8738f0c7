package org.tablee.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonArray;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.json.MalformedJsonException;
import org.tablee.table.BallotChoice;
import org.tablee.table.CollegeId;
import org.tablee.table.OptionId;
import org.tablee.table.Tally;
import org.tablee.table.Tally.Middle;
import org.tablee.table.Tally.OfChoices;
import org.tablee.table.Tally.OfOptions;
import org.tablee.table.Tally.OfValues;
import org.tablee.table.Tally.OptionTally;
import org.tablee.table.VoteResults;
import org.tablee.table.VoteResults.OfCollege;
import org.tablee.table.Word;

/** What a vote came to, in events and states. */
final class TallyJson {
  private TallyJson() {}

  static JsonObject write(VoteResults results) {
    return JsonObject.with()
        .field("total", fields(JsonObject.with(), results.total()))
        .field(
            "colleges",
            results.colleges().stream()
                .map(one ->
                    fields(JsonObject.with().field("college", one.college().value()), one.tally()))
                .toList())
        .build();
  }

  private static JsonObject fields(JsonObject.Builder json, Tally tally) {
    json.field("ballots", tally.ballots());
    switch (tally) {
      case OfChoices(_, var choices) -> {
        var counts = JsonObject.with();
        choices.forEach(one -> counts.field(one.choice().word(), one.count()));
        json.field("choices", counts.build());
      }
      case OfOptions(_, var options) ->
          json.field("options", options.stream().map(TallyJson::write).toList());
      case OfValues(_, var values, var unknown, var middle) -> {
        json.field("values", numbers(values)).field("unknown", unknown);
        if (middle != null) {
          json.field("middle", numbers(List.of(middle.lower(), middle.upper())));
        }
      }
    }
    return json.build();
  }

  private static JsonObject write(OptionTally one) {
    return JsonObject.with()
        .field("option", one.option().value())
        .field("counts", numbers(one.counts()))
        .field("score", one.score())
        .field("rank", one.rank())
        .build();
  }

  private static JsonArray numbers(List<Integer> values) {
    return new JsonArray(values.stream().<JsonValue>map(one -> new JsonNumber(one)).toList());
  }

  static VoteResults results(JsonObject json) {
    return new VoteResults(
        tally(json.object("total")),
        json.objects("colleges").stream()
            .map(one -> new OfCollege(new CollegeId(one.string("college")), tally(one)))
            .toList());
  }

  private static Tally tally(JsonObject json) {
    int ballots = (int) json.number("ballots");
    if (json.field("choices") != null) {
      var counts = json.object("choices");
      return new OfChoices(
          ballots,
          counts.fields().sequencedKeySet().stream()
              .map(word -> new OfChoices.Count(choice(word), (int) counts.number(word)))
              .toList());
    }
    if (json.field("options") != null) {
      return new OfOptions(
          ballots, json.objects("options").stream().map(TallyJson::option).toList());
    }
    return new OfValues(
        ballots, numbers(json, "values"), (int) json.number("unknown"), middle(json));
  }

  private static BallotChoice choice(String word) {
    return Word.of(BallotChoice.class, word)
        .orElseThrow(() -> new MalformedJsonException("no choice"));
  }

  private static OptionTally option(JsonObject json) {
    return new OptionTally(
        new OptionId(json.string("option")),
        numbers(json, "counts"),
        (int) json.number("score"),
        (int) json.number("rank"));
  }

  private static @Nullable Middle middle(JsonObject json) {
    if (json.field("middle") == null) {
      return null;
    }
    var both = numbers(json, "middle");
    if (both.size() != 2) {
      throw new MalformedJsonException("no middle");
    }
    return new Middle(both.getFirst(), both.getLast());
  }

  private static List<Integer> numbers(JsonObject json, String name) {
    return json.array(name).stream()
        .map(one -> {
          if (one instanceof JsonNumber(var number)) {
            return Math.toIntExact(number);
          }
          throw new MalformedJsonException("no number: " + name);
        })
        .toList();
  }
}
