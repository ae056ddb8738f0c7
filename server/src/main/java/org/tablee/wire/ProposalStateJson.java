package org.tablee.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.json.MalformedJsonException;
import org.tablee.table.AmendmentId;
import org.tablee.table.Competence;
import org.tablee.table.DisagreementId;
import org.tablee.table.ItemId;
import org.tablee.table.ParticipantId;
import org.tablee.table.ProposalId;
import org.tablee.table.Seq;
import org.tablee.table.Stance;
import org.tablee.table.proposal.Amendment;
import org.tablee.table.proposal.AmendmentState;
import org.tablee.table.proposal.Answer;
import org.tablee.table.proposal.Brief;
import org.tablee.table.proposal.Disagreement;
import org.tablee.table.proposal.Discussion;
import org.tablee.table.proposal.Dissent;
import org.tablee.table.proposal.Position;
import org.tablee.table.proposal.Position.Earlier;
import org.tablee.table.proposal.Proposal;
import org.tablee.table.proposal.Proposals;

/** The proposals of a state. */
final class ProposalStateJson {
  private ProposalStateJson() {}

  static void write(JsonObject.Builder state, Proposals proposals) {
    state
        .field("proposals", proposals.inOrder().stream().map(ProposalStateJson::write).toList())
        .field("strips", words(proposals.shownBy(), ParticipantId::value));
  }

  private static JsonObject write(Proposal proposal) {
    var brief = proposal.brief();
    var discussion = proposal.discussion();
    var carrier = brief.carrier();
    var competence = brief.competence();
    var grownFrom = brief.grownFrom();
    return JsonObject.with()
        .field("id", proposal.id().value())
        .field("title", proposal.title().value())
        .field("text", proposal.text().value())
        .field("by", proposal.by().value())
        .field("at", proposal.at().toEpochMilli())
        .field("textSeq", proposal.textSeq().value())
        .field("links", words(brief.links(), ItemId::value))
        .field("carriedBy", words(brief.carriedBy(), ParticipantId::value))
        .field("carrier", Stored.words(carrier))
        .field("competence", competence == null ? null : competence.word())
        .field("means", ProposalEventJson.write(brief.means()))
        .field("grownFrom", grownFrom == null ? null : grownFrom.value())
        .field("amendments", all(discussion.amendments(), ProposalStateJson::write))
        .field("positions", all(discussion.positions(), ProposalStateJson::write))
        .field("disagreements", all(discussion.disagreements(), ProposalStateJson::write))
        .field("dissents", allOrNull(discussion.dissents(), ProposalStateJson::write))
        .flag("late", proposal.isLate())
        .flag("withdrawn", proposal.isWithdrawn())
        .build();
  }

  private static <T> List<JsonString> words(List<T> values, Function<T, String> word) {
    return values.stream().map(one -> new JsonString(word.apply(one))).toList();
  }

  private static <T> List<JsonObject> all(List<T> values, Function<T, JsonObject> write) {
    return values.stream().map(write).toList();
  }

  /** {@code null}, which is not written, where there are none. */
  private static <T> JsonValue.@Nullable JsonArray allOrNull(
      List<T> values, Function<T, JsonObject> write) {
    return values.isEmpty() ? null : new JsonValue.JsonArray(List.copyOf(all(values, write)));
  }

  private static JsonObject write(Amendment amendment) {
    return JsonObject.with()
        .field("id", amendment.id().value())
        .field("by", amendment.by().value())
        .field("at", amendment.at().toEpochMilli())
        .field("delta", DeltaJson.write(amendment.delta()))
        .field("reason", amendment.reason().value())
        .field("state", amendment.state().word())
        .field("answer", write(amendment.answer()))
        .flag("outdated", amendment.isOutdated())
        .build();
  }

  private static @Nullable JsonObject write(@Nullable Answer answer) {
    return answer == null
        ? null
        : JsonObject.with()
            .field("by", answer.by().value())
            .field("at", answer.at().toEpochMilli())
            .field("reason", Stored.words(answer.reason()))
            .build();
  }

  private static JsonObject write(Position position) {
    return JsonObject.with()
        .field("by", position.by().value())
        .field("position", position.position().word())
        .field("reason", Stored.words(position.reason()))
        .field("wouldLift", Stored.words(position.wouldLift()))
        .field("textSeq", position.textSeq().value())
        .field("at", position.at().toEpochMilli())
        .field("earlier", allOrNull(position.earlier(), ProposalStateJson::write))
        .build();
  }

  private static JsonObject write(Earlier earlier) {
    return JsonObject.with()
        .field("position", earlier.position().word())
        .field("at", earlier.at().toEpochMilli())
        .build();
  }

  private static JsonObject write(Disagreement disagreement) {
    return JsonObject.with()
        .field("id", disagreement.id().value())
        .field("by", disagreement.by().value())
        .field("at", disagreement.at().toEpochMilli())
        .field("reason", disagreement.reason().value())
        .field("lifted", write(disagreement.lifted()))
        .build();
  }

  private static JsonObject write(Dissent dissent) {
    return JsonObject.with()
        .field("by", dissent.by().value())
        .field("dissent", dissent.dissent().value())
        .field("at", dissent.at().toEpochMilli())
        .build();
  }

  static Proposals read(JsonObject state) {
    return Proposals.of(
        state.objects("proposals").stream().map(ProposalStateJson::proposal).toList(),
        names(state, "strips", ParticipantId::new));
  }

  private static Proposal proposal(JsonObject json) {
    return new Proposal(
        new ProposalId(json.string("id")),
        Stored.line(json, "title"),
        Stored.text(json),
        Stored.participant(json, "by"),
        Stored.at(json),
        new Seq(json.number("textSeq")),
        brief(json),
        new Discussion(
            each(json, "positions", ProposalStateJson::position),
            each(json, "amendments", ProposalStateJson::amendment),
            each(json, "disagreements", ProposalStateJson::disagreement),
            eachOrNone(json, "dissents", ProposalStateJson::dissent)),
        json.isTrue("late"),
        json.isTrue("withdrawn"));
  }

  private static Brief brief(JsonObject json) {
    var competence = json.stringOrNull("competence");
    return new Brief(
        names(json, "links", ItemId::new),
        names(json, "carriedBy", ParticipantId::new),
        Stored.lineOrNull(json, "carrier"),
        competence == null ? null : Stored.word(json, "competence", Competence.class),
        ProposalEventJson.means(json),
        Stored.orNull(json, "grownFrom", AmendmentId::new));
  }

  private static <T> PVector<T> names(
      JsonObject json, String field, Function<String, T> constructor) {
    var names = new ArrayList<T>();
    for (var value : json.array(field)) {
      if (!(value instanceof JsonString(var name))) {
        throw new MalformedJsonException("no name in " + field);
      }
      names.add(constructor.apply(name));
    }
    return TreePVector.from(names);
  }

  private static <T> PVector<T> each(JsonObject json, String field, Function<JsonObject, T> read) {
    return TreePVector.from(json.objects(field).stream().map(read).toList());
  }

  /** None where the field is absent. */
  private static <T> PVector<T> eachOrNone(
      JsonObject json, String field, Function<JsonObject, T> read) {
    return json.field(field) == null ? TreePVector.empty() : each(json, field, read);
  }

  private static Position position(JsonObject json) {
    return new Position(
        Stored.participant(json, "by"),
        stance(json),
        Stored.lineOrNull(json, "reason"),
        Stored.lineOrNull(json, "wouldLift"),
        new Seq(json.number("textSeq")),
        Stored.at(json),
        eachOrNone(json, "earlier", one -> new Earlier(stance(one), Stored.at(one))));
  }

  private static Stance stance(JsonObject json) {
    return Stored.word(json, "position", Stance.class);
  }

  private static Amendment amendment(JsonObject json) {
    return new Amendment(
        new AmendmentId(json.string("id")),
        Stored.participant(json, "by"),
        Stored.at(json),
        DeltaJson.read(json.object("delta")),
        Stored.line(json, "reason"),
        Stored.word(json, "state", AmendmentState.class),
        answer(json, "answer"));
  }

  private static Disagreement disagreement(JsonObject json) {
    return new Disagreement(
        new DisagreementId(json.string("id")),
        Stored.participant(json, "by"),
        Stored.at(json),
        Stored.line(json, "reason"),
        answer(json, "lifted"));
  }

  private static Dissent dissent(JsonObject json) {
    return new Dissent(
        Stored.participant(json, "by"), Stored.line(json, "dissent"), Stored.at(json));
  }

  private static @Nullable Answer answer(JsonObject json, String field) {
    if (json.field(field) == null) {
      return null;
    }
    var answer = json.object(field);
    return new Answer(
        Stored.participant(answer, "by"), Stored.at(answer), Stored.lineOrNull(answer, "reason"));
  }
}
