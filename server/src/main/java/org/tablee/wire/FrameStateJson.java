package org.tablee.wire;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.table.ContestId;
import org.tablee.table.ContestOutcome;
import org.tablee.table.Items;
import org.tablee.table.ListName;
import org.tablee.table.ListState;
import org.tablee.table.ParticipantId;
import org.tablee.table.Phase;
import org.tablee.table.Seq;
import org.tablee.table.TermId;
import org.tablee.table.TermSection;
import org.tablee.table.TermStatus;
import org.tablee.table.WordId;
import org.tablee.table.frame.Contest;
import org.tablee.table.frame.Contests;
import org.tablee.table.frame.Frame;
import org.tablee.table.frame.GlossaryWord;
import org.tablee.table.frame.Planned;
import org.tablee.table.frame.Publication;
import org.tablee.table.frame.Scope;
import org.tablee.table.frame.Term;

/** The frame as part of a table's state. */
final class FrameStateJson {
  private FrameStateJson() {}

  static void write(JsonObject.Builder state, Frame frame) {
    state
        .field("phase", frame.phase().word())
        .field("lists", lists(frame))
        .field("calendar", calendar(frame.calendar()))
        .field("frame", said(frame))
        .field("terms", frame.terms().inOrder().stream().map(FrameStateJson::write).toList())
        .field("glossary", frame.glossary().inOrder().stream().map(FrameStateJson::write).toList());
  }

  private static JsonObject lists(Frame frame) {
    var lists = JsonObject.with();
    for (var list : ListName.values()) {
      var its = frame.lists().get(list);
      lists.field(list.word(), its == null ? null : its.word());
    }
    return lists.build();
  }

  /** In the order of the phases. */
  private static List<JsonObject> calendar(Map<Phase, Planned> calendar) {
    var planned = new ArrayList<JsonObject>();
    for (var phase : Phase.values()) {
      var its = calendar.get(phase);
      if (its != null) {
        planned.add(
            JsonObject.with()
                .field("phase", phase.word())
                .field("from", Stored.millis(its.from()))
                .field("until", Stored.millis(its.until()))
                .build());
      }
    }
    return planned;
  }

  private static JsonObject said(Frame frame) {
    var publication = frame.publication();
    var latest = publication.latest();
    return JsonObject.with()
        .field("decides", Stored.words(frame.scope().decides()))
        .field("leaves", Stored.words(frame.scope().leaves()))
        .field("published", latest == null ? null : new JsonNumber(latest.value()))
        .flag("changed", publication.isChanged())
        .field("acknowledged", acknowledged(publication))
        .field("contests", frame.contests().all().stream().map(FrameStateJson::write).toList())
        .build();
  }

  /** In the order of their ids, so that equal states are written alike. */
  private static List<JsonObject> acknowledged(Publication publication) {
    var byId = new TreeMap<String, Seq>();
    publication.acknowledged().forEach((who, frame) -> byId.put(who.value(), frame));
    return byId.entrySet().stream()
        .map(one ->
            JsonObject.with()
                .field("participant", one.getKey())
                .field("frame", one.getValue().value())
                .build())
        .toList();
  }

  private static JsonObject write(Contest contest) {
    return JsonObject.with()
        .field("id", contest.id().value())
        .field("term", contest.term().value())
        .field("reason", contest.reason().value())
        .field("by", contest.by().value())
        .field("at", contest.at().toEpochMilli())
        .field("answer", write(contest.answer()))
        .flag("withdrawn", contest.isWithdrawn())
        .build();
  }

  private static @Nullable JsonObject write(Contest.@Nullable Answer answer) {
    return answer == null
        ? null
        : JsonObject.with()
            .field("outcome", answer.outcome().word())
            .field("words", answer.words().value())
            .field("by", answer.by().value())
            .field("at", answer.at().toEpochMilli())
            .build();
  }

  private static JsonObject write(Term term) {
    return JsonObject.with()
        .field("id", term.id().value())
        .field("section", term.section().word())
        .field("title", term.title().value())
        .field("text", term.text().value())
        .field("status", term.status().word())
        .field("holder", Stored.words(term.holder()))
        .field("reason", Stored.words(term.reason()))
        .field("until", Stored.words(term.until()))
        .field("by", term.by().value())
        .field("at", term.at().toEpochMilli())
        .flag("late", term.isLate())
        .flag("withdrawn", term.isWithdrawn())
        .build();
  }

  private static JsonObject write(GlossaryWord word) {
    return JsonObject.with()
        .field("id", word.id().value())
        .field("written", word.written().value())
        .field("text", word.text().value())
        .field("by", word.by().value())
        .field("at", word.at().toEpochMilli())
        .flag("late", word.isLate())
        .flag("withdrawn", word.isWithdrawn())
        .build();
  }

  static Frame read(JsonObject state) {
    var said = state.object("frame");
    return new Frame(
        Stored.word(state, "phase", Phase.class),
        HashTreePMap.from(lists(state.object("lists"))),
        HashTreePMap.from(calendar(state.objects("calendar"))),
        new Scope(Stored.lineOrNull(said, "decides"), Stored.lineOrNull(said, "leaves")),
        publication(said),
        Items.of(state.objects("terms").stream().map(FrameStateJson::term).toList()),
        Contests.of(said.objects("contests").stream().map(FrameStateJson::contest).toList()),
        Items.of(state.objects("glossary").stream().map(FrameStateJson::word).toList()));
  }

  private static Map<ListName, ListState> lists(JsonObject stored) {
    var lists = new EnumMap<ListName, ListState>(ListName.class);
    for (var list : ListName.values()) {
      if (stored.stringOrNull(list.word()) != null) {
        lists.put(list, Stored.word(stored, list.word(), ListState.class));
      }
    }
    return lists;
  }

  private static Map<Phase, Planned> calendar(List<JsonObject> stored) {
    var calendar = new EnumMap<Phase, Planned>(Phase.class);
    for (var one : stored) {
      calendar.put(
          Stored.word(one, "phase", Phase.class),
          new Planned(Stored.atOrNull(one, "from"), Stored.atOrNull(one, "until")));
    }
    return calendar;
  }

  private static Publication publication(JsonObject said) {
    var acknowledged = new HashMap<ParticipantId, Seq>();
    for (var one : said.objects("acknowledged")) {
      acknowledged.put(Stored.participant(one, "participant"), new Seq(one.number("frame")));
    }
    var latest = said.field("published") == null ? null : new Seq(said.number("published"));
    return Publication.of(latest, said.isTrue("changed"), acknowledged);
  }

  private static Contest contest(JsonObject json) {
    return new Contest(
        new ContestId(json.string("id")),
        new TermId(json.string("term")),
        Stored.line(json, "reason"),
        Stored.participant(json, "by"),
        Stored.at(json),
        json.field("answer") == null ? null : answer(json.object("answer")),
        json.isTrue("withdrawn"));
  }

  private static Contest.Answer answer(JsonObject json) {
    return new Contest.Answer(
        Stored.word(json, "outcome", ContestOutcome.class),
        Stored.line(json, "words"),
        Stored.participant(json, "by"),
        Stored.at(json));
  }

  private static Term term(JsonObject json) {
    return new Term(
        new TermId(json.string("id")),
        Stored.word(json, "section", TermSection.class),
        Stored.line(json, "title"),
        Stored.text(json),
        Stored.word(json, "status", TermStatus.class),
        Stored.lineOrNull(json, "holder"),
        Stored.lineOrNull(json, "reason"),
        Stored.lineOrNull(json, "until"),
        Stored.participant(json, "by"),
        Stored.at(json),
        json.isTrue("late"),
        json.isTrue("withdrawn"));
  }

  private static GlossaryWord word(JsonObject json) {
    return new GlossaryWord(
        new WordId(json.string("id")),
        Stored.line(json, "written"),
        Stored.text(json),
        Stored.participant(json, "by"),
        Stored.at(json),
        json.isTrue("late"),
        json.isTrue("withdrawn"));
  }
}
