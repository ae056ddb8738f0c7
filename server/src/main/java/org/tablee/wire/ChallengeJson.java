package org.tablee.wire;

import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.table.ChallengeCommand;
import org.tablee.table.ChallengeCommand.AddChallenge;
import org.tablee.table.ChallengeCommand.CloseRating;
import org.tablee.table.ChallengeCommand.GatherFindings;
import org.tablee.table.ChallengeCommand.MoveChallenge;
import org.tablee.table.ChallengeCommand.OpenRating;
import org.tablee.table.ChallengeCommand.RateChallenge;
import org.tablee.table.ChallengeCommand.ReleaseFindings;
import org.tablee.table.ChallengeCommand.RenameChallenge;
import org.tablee.table.ChallengeCommand.RestoreChallenge;
import org.tablee.table.ChallengeCommand.WithdrawChallenge;
import org.tablee.table.ChallengeEvent;
import org.tablee.table.ChallengeEvent.ChallengeAdded;
import org.tablee.table.ChallengeEvent.ChallengeMoved;
import org.tablee.table.ChallengeEvent.ChallengeRated;
import org.tablee.table.ChallengeEvent.ChallengeRenamed;
import org.tablee.table.ChallengeEvent.ChallengeRestored;
import org.tablee.table.ChallengeEvent.ChallengeWithdrawn;
import org.tablee.table.ChallengeEvent.FindingsGathered;
import org.tablee.table.ChallengeEvent.FindingsReleased;
import org.tablee.table.ChallengeEvent.RatingClosed;
import org.tablee.table.ChallengeEvent.RatingGiven;
import org.tablee.table.ChallengeEvent.RatingOpened;
import org.tablee.table.ChallengeEvent.RatingValue;
import org.tablee.table.ChallengeId;
import org.tablee.table.FindingId;
import org.tablee.table.Given;
import org.tablee.table.Line;
import org.tablee.table.ParticipantId;
import org.tablee.table.RatingId;
import org.tablee.table.Score;
import org.tablee.table.Slot;
import org.tablee.table.challenge.Challenge;
import org.tablee.table.challenge.ChallengeRules;
import org.tablee.table.challenge.Challenges;
import org.tablee.table.challenge.Rated;
import org.tablee.table.challenge.Rating;

/** The challenges on the wire and in the store. */
final class ChallengeJson {
  private ChallengeJson() {}

  /** The command of that type; {@code null} where it is none of the challenges. */
  static @Nullable ChallengeCommand command(String type, Fields fields) {
    return switch (type) {
      case "AddChallenge" -> new AddChallenge(challenge(fields), title(fields));
      case "RenameChallenge" -> new RenameChallenge(challenge(fields), title(fields));
      case "MoveChallenge" ->
          new MoveChallenge(challenge(fields), fields.checkedOrNull("before", ChallengeId::new));
      case "WithdrawChallenge" -> new WithdrawChallenge(challenge(fields));
      case "RestoreChallenge" -> new RestoreChallenge(challenge(fields));
      case "GatherFindings" -> new GatherFindings(challenge(fields), findings(fields));
      case "ReleaseFindings" -> new ReleaseFindings(findings(fields));
      case "OpenRating" -> new OpenRating(rating(fields), fields.bool("hidden"));
      case "RateChallenge" -> new RateChallenge(rating(fields), challenge(fields), score(fields));
      case "CloseRating" -> new CloseRating(rating(fields));
      default -> null;
    };
  }

  private static ChallengeId challenge(Fields fields) {
    return fields.checked("challenge", ChallengeId::new);
  }

  private static RatingId rating(Fields fields) {
    return fields.checked("rating", RatingId::new);
  }

  private static Line title(Fields fields) {
    return fields.line("title", Line.TITLE_MAX);
  }

  private static List<FindingId> findings(Fields fields) {
    return fields.distinct("findings", 1, ChallengeRules.AT_ONCE_MAX, FindingId::new);
  }

  /** Without a value one does not know. */
  private static @Nullable Score score(Fields fields) {
    return fields.has("value") ? new Score(fields.count("value", Score.LEAST, Score.MOST)) : null;
  }

  static void write(JsonObject.Builder json, ChallengeEvent event) {
    switch (event) {
      case ChallengeAdded(var challenge, var title, var text) ->
          json.field("challenge", challenge.value())
              .field("title", title.value())
              .field("text", text.value());
      case ChallengeRenamed(var challenge, var title) ->
          json.field("challenge", challenge.value()).field("title", title.value());
      case ChallengeMoved(var challenge, var before) ->
          json.field("challenge", challenge.value())
              .field("before", before == null ? null : before.value());
      case ChallengeWithdrawn(var challenge) -> json.field("challenge", challenge.value());
      case ChallengeRestored(var challenge) -> json.field("challenge", challenge.value());
      case FindingsGathered(var challenge, var findings) ->
          json.field("challenge", challenge.value())
              .field("findings", Stored.ids(findings, FindingId::value));
      case FindingsReleased(var findings) ->
          json.field("findings", Stored.ids(findings, FindingId::value));
      case RatingOpened(var rating, var isHidden) ->
          json.field("rating", rating.value()).field("hidden", isHidden);
      case RatingGiven(var challenge, var participant, var commitment) ->
          json.field("challenge", challenge.value())
              .field("participant", participant.value())
              .field("commitment", commitment);
      case ChallengeRated(var challenge, var value) -> {
        json.field("challenge", challenge.value());
        writeScore(json, value);
      }
      case RatingClosed(var rating, var values) -> {
        json.field("rating", rating.value());
        if (values != null) {
          json.field("values", values.stream().map(ChallengeJson::write).toList());
        }
      }
    }
  }

  private static JsonObject write(RatingValue value) {
    var json =
        JsonObject.with()
            .field("challenge", value.challenge().value())
            .field("participant", value.participant().value());
    writeScore(json, value.value());
    return json.field("salt", value.salt()).build();
  }

  private static RatingValue value(JsonObject json) {
    return new RatingValue(
        challenge(json), Stored.participant(json, "participant"), score(json), json.string("salt"));
  }

  private static void writeScore(JsonObject.Builder json, @Nullable Score score) {
    if (score != null) {
      json.field("value", score.value());
    }
  }

  /** The event of that type; {@code null} where it is none of the challenges. */
  static @Nullable ChallengeEvent event(String type, JsonObject json) {
    return switch (type) {
      case "ChallengeAdded" ->
          new ChallengeAdded(challenge(json), Stored.line(json, "title"), Stored.text(json));
      case "ChallengeRenamed" -> new ChallengeRenamed(challenge(json), Stored.line(json, "title"));
      case "ChallengeMoved" ->
          new ChallengeMoved(challenge(json), Stored.orNull(json, "before", ChallengeId::new));
      case "ChallengeWithdrawn" -> new ChallengeWithdrawn(challenge(json));
      case "ChallengeRestored" -> new ChallengeRestored(challenge(json));
      case "FindingsGathered" -> new FindingsGathered(challenge(json), findings(json));
      case "FindingsReleased" -> new FindingsReleased(findings(json));
      case "RatingOpened" -> new RatingOpened(rating(json), json.isTrue("hidden"));
      case "RatingGiven" ->
          new RatingGiven(
              challenge(json), Stored.participant(json, "participant"), json.string("commitment"));
      case "ChallengeRated" -> new ChallengeRated(challenge(json), score(json));
      case "RatingClosed" ->
          new RatingClosed(
              rating(json),
              json.field("values") == null
                  ? null
                  : json.objects("values").stream().map(ChallengeJson::value).toList());
      default -> null;
    };
  }

  private static ChallengeId challenge(JsonObject json) {
    return new ChallengeId(json.string("challenge"));
  }

  private static RatingId rating(JsonObject json) {
    return new RatingId(json.string("rating"));
  }

  private static List<FindingId> findings(JsonObject json) {
    return Stored.ids(json, "findings", FindingId::new);
  }

  private static @Nullable Score score(JsonObject json) {
    return json.field("value") == null ? null : new Score(Math.toIntExact(json.number("value")));
  }

  static void write(JsonObject.Builder state, Challenges challenges) {
    state.field("challenges", challenges.inOrder().stream().map(ChallengeJson::write).toList());
    var rating = challenges.rating();
    if (rating != null) {
      state.field(
          "rating",
          JsonObject.with()
              .field("id", rating.id().value())
              .flag("hidden", rating.isHidden())
              .flag("open", rating.isOpen())
              .field("given", given(rating))
              .field("earlier", Stored.idsOrNull(rating.earlier(), RatingId::value))
              .build());
    }
  }

  /** By challenge and member, so that equal states are written alike. */
  private static @Nullable JsonObject given(Rating rating) {
    var byChallenge = new TreeMap<String, TreeMap<String, JsonString>>();
    rating
        .given()
        .forEach((given, commitment) ->
            byChallenge
                .computeIfAbsent(given.slot().value(), _ -> new TreeMap<>())
                .put(given.by().value(), new JsonString(commitment)));
    if (byChallenge.isEmpty()) {
      return null;
    }
    var json = JsonObject.with();
    byChallenge.forEach(
        (challenge, members) -> json.field(challenge, JsonObject.with().fields(members).build()));
    return json.build();
  }

  private static PMap<Given, String> storedGiven(JsonObject rating) {
    var all = new HashMap<Given, String>();
    if (rating.field("given") != null) {
      var given = rating.object("given");
      for (var challenge : given.fields().keySet()) {
        var members = given.object(challenge);
        for (var who : members.fields().keySet()) {
          all.put(new Given(new ParticipantId(who), new Slot(challenge)), members.string(who));
        }
      }
    }
    return HashTreePMap.from(all);
  }

  private static JsonObject write(Challenge challenge) {
    var json =
        JsonObject.with()
            .field("id", challenge.id().value())
            .field("title", challenge.title().value())
            .field("text", challenge.text().value())
            .field("by", challenge.by().value())
            .field("at", challenge.at().toEpochMilli())
            .field("findings", Stored.idsOrNull(challenge.findings(), FindingId::value));
    if (!challenge.ratings().isEmpty()) {
      json.field("ratings", challenge.ratings().stream().map(ChallengeJson::write).toList());
    }
    return json.flag("late", challenge.isLate()).flag("withdrawn", challenge.isWithdrawn()).build();
  }

  private static JsonObject write(Rated rated) {
    var json = JsonObject.with().field("by", rated.by().value());
    writeScore(json, rated.value());
    return json.field("at", rated.at().toEpochMilli()).build();
  }

  static Challenges read(JsonObject state) {
    return Challenges.of(
        state.objects("challenges").stream().map(ChallengeJson::stored).toList(),
        state.field("rating") == null ? null : storedRating(state.object("rating")));
  }

  private static Challenge stored(JsonObject json) {
    return new Challenge(
        new ChallengeId(json.string("id")),
        Stored.line(json, "title"),
        Stored.text(json),
        Stored.participant(json, "by"),
        Stored.at(json),
        TreePVector.from(findings(json)),
        ratings(json),
        json.isTrue("late"),
        json.isTrue("withdrawn"));
  }

  private static PVector<Rated> ratings(JsonObject json) {
    if (json.field("ratings") == null) {
      return TreePVector.empty();
    }
    return TreePVector.from(
        json.objects("ratings").stream()
            .map(one -> new Rated(Stored.participant(one, "by"), score(one), Stored.at(one)))
            .toList());
  }

  private static Rating storedRating(JsonObject json) {
    return new Rating(
        new RatingId(json.string("id")),
        json.isTrue("hidden"),
        json.isTrue("open"),
        storedGiven(json),
        TreePVector.from(Stored.ids(json, "earlier", RatingId::new)));
  }
}
