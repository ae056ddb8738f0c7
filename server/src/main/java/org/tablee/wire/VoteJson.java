package org.tablee.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;
import org.tablee.json.JsonObject;
import org.tablee.table.Line;
import org.tablee.table.OptionId;
import org.tablee.table.ParticipantId;
import org.tablee.table.ProposalId;
import org.tablee.table.VoteEvent;
import org.tablee.table.VoteEvent.BallotCast;
import org.tablee.table.VoteEvent.NamedBallot;
import org.tablee.table.VoteEvent.VoteClosed;
import org.tablee.table.VoteEvent.VoteDropped;
import org.tablee.table.VoteEvent.VoteOpened;
import org.tablee.table.VoteEvent.VotePublished;
import org.tablee.table.VoteId;
import org.tablee.table.VoteMethod;
import org.tablee.table.VoteOption;
import org.tablee.table.vote.Vote;
import org.tablee.table.vote.VoteState;
import org.tablee.table.vote.Votes;

/** Events and state of votes. */
final class VoteJson {
  private VoteJson() {}

  static void write(JsonObject.Builder json, VoteEvent event) {
    switch (event) {
      case VoteOpened opened ->
          writeAsked(json.field("vote", opened.vote().value()), opened)
              .field("secret", opened.secret());
      case BallotCast(var vote, var participant) ->
          json.field("vote", vote.value()).field("participant", participant.value());
      case VoteClosed(var vote) -> json.field("vote", vote.value());
      case VotePublished(var vote, var results, var ballots) ->
          writeBallots(
              json.field("vote", vote.value()).field("results", TallyJson.write(results)), ballots);
      case VoteDropped(var vote) -> json.field("vote", vote.value());
    }
  }

  /** What was asked, but for whether it was secret: a flag in the state. */
  private static JsonObject.Builder writeAsked(JsonObject.Builder json, VoteOpened opened) {
    var about = opened.about();
    json.field("about", about == null ? null : about.value())
        .field("question", opened.question().value())
        .field("method", opened.method().word())
        .field("options", opened.options().stream().map(VoteJson::write).toList());
    var dots = opened.dots();
    return dots == null ? json : json.field("dots", dots);
  }

  private static JsonObject write(VoteOption option) {
    return JsonObject.with()
        .field("id", option.id().value())
        .field("title", option.title().value())
        .build();
  }

  private static void writeBallots(JsonObject.Builder json, @Nullable List<NamedBallot> ballots) {
    if (ballots != null) {
      json.field(
          "ballots",
          ballots.stream()
              .map(one ->
                  JsonObject.with()
                      .field("by", one.by().value())
                      .field("ballot", BallotJson.write(one.ballot()))
                      .build())
              .toList());
    }
  }

  /** The event of that type; {@code null} where it is none of the votes. */
  static @Nullable VoteEvent event(String type, JsonObject json) {
    return switch (type) {
      case "VoteOpened" -> asked(json, "vote");
      case "BallotCast" -> new BallotCast(vote(json), Stored.participant(json, "participant"));
      case "VoteClosed" -> new VoteClosed(vote(json));
      case "VotePublished" ->
          new VotePublished(
              vote(json), TallyJson.results(json.object("results")), ballotsOrNull(json));
      case "VoteDropped" -> new VoteDropped(vote(json));
      default -> null;
    };
  }

  private static VoteId vote(JsonObject json) {
    return new VoteId(json.string("vote"));
  }

  private static VoteOpened asked(JsonObject json, String id) {
    return new VoteOpened(
        new VoteId(json.string(id)),
        Stored.orNull(json, "about", ProposalId::new),
        new Line(json.string("question")),
        Stored.word(json, "method", VoteMethod.class),
        json.objects("options").stream().map(VoteJson::option).toList(),
        json.isTrue("secret"),
        json.field("dots") == null ? null : (int) json.number("dots"));
  }

  private static VoteOption option(JsonObject json) {
    return new VoteOption(new OptionId(json.string("id")), Stored.line(json, "title"));
  }

  private static @Nullable List<NamedBallot> ballotsOrNull(JsonObject json) {
    return json.field("ballots") == null
        ? null
        : json.objects("ballots").stream()
            .map(one ->
                new NamedBallot(
                    Stored.participant(one, "by"), BallotJson.read(one.object("ballot"))))
            .toList();
  }

  static void write(JsonObject.Builder state, Votes votes) {
    state.field("votes", votes.inOrder().stream().map(VoteJson::write).toList());
  }

  private static JsonObject write(Vote vote) {
    var json =
        writeAsked(JsonObject.with().field("id", vote.id().value()), vote.opened())
            .flag("secret", vote.isSecret())
            .field("by", vote.by().value())
            .field("at", vote.at().toEpochMilli())
            .field("state", vote.state().word())
            .field("voted", Stored.ids(vote.voted(), ParticipantId::value));
    var results = vote.results();
    if (results != null) {
      json.field("results", TallyJson.write(results));
    }
    writeBallots(json, vote.ballots());
    return json.build();
  }

  static Votes read(JsonObject state) {
    return Votes.of(state.objects("votes").stream().map(VoteJson::stored).toList());
  }

  private static Vote stored(JsonObject json) {
    return new Vote(
        asked(json, "id"),
        Stored.participant(json, "by"),
        Stored.at(json),
        Stored.word(json, "state", VoteState.class),
        TreePVector.from(Stored.ids(json, "voted", ParticipantId::new)),
        json.field("results") == null ? null : TallyJson.results(json.object("results")),
        ballotsOrNull(json));
  }
}
