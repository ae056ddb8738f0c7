package org.tablee.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.tablee.json.JsonObject;
import org.tablee.table.CollegeId;
import org.tablee.table.Contributions;
import org.tablee.table.Contributions.Share;
import org.tablee.table.Header;
import org.tablee.table.IdMemory;
import org.tablee.table.Mandate;
import org.tablee.table.Members;
import org.tablee.table.Participant;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.Role;
import org.tablee.table.Seq;
import org.tablee.table.Table;
import org.tablee.table.Texts;

/** The state of a table as everyone at it may see it; what only the server needs is not in it. */
public final class StateJson {
  private StateJson() {}

  public static JsonObject write(Table table) {
    var header = table.existingHeader();
    var state =
        JsonObject.with()
            .field("title", header.title().value())
            .field("territory", Stored.words(header.territory()))
            .field("theme", Stored.words(header.theme()))
            .field("locale", header.locale())
            .field("colleges", header.colleges().stream().map(EventJson::write).toList())
            .field(
                "participants", table.members().inOrder().stream().map(StateJson::write).toList());
    FrameStateJson.write(state, table.frame());
    DiagnosisJson.write(state, table.diagnosis());
    ChallengeJson.write(state, table.challenges());
    RoundJson.write(state, table.rounds());
    TalkJson.write(state, table.talk());
    ProposalStateJson.write(state, table.proposals());
    VoteJson.write(state, table.votes());
    return state.field("contributions", shares(table)).field("texts", texts(table.texts())).build();
  }

  /** In the order of their ids, so that equal states are written alike. */
  private static JsonObject texts(Texts texts) {
    var byId = new TreeMap<String, JsonObject>();
    texts.all().forEach((id, text) -> byId.put(id.value(), DeltaJson.write(text.document())));
    return JsonObject.with().fields(byId).build();
  }

  /** In the order the members joined. */
  private static List<JsonObject> shares(Table table) {
    var shares = table.contributions().byMember();
    var written = new ArrayList<JsonObject>();
    for (var member : table.members().inOrder()) {
      var share = shares.get(member.id());
      if (share != null) {
        written.add(write(member.id(), share));
      }
    }
    return written;
  }

  private static JsonObject write(ParticipantId id, Share share) {
    return JsonObject.with()
        .field("participant", id.value())
        .field("acts", share.acts())
        .field("units", share.units())
        .build();
  }

  private static JsonObject write(Participant participant) {
    var college = participant.college();
    var mandate = participant.mandate();
    return JsonObject.with()
        .field("id", participant.id().value())
        .field("role", participant.role().word())
        .field("college", college == null ? null : college.value())
        .field("presence", participant.presence().word())
        .field("mandate", mandate == null ? null : mandate.word())
        .build();
  }

  /**
   * Reads a state that our own code wrote, and adds what it does not hold.
   *
   * @throws org.tablee.json.MalformedJsonException where it is none that this release knows
   */
  public static Table read(JsonObject state, Seq seq, Instant at, Texts texts, IdMemory memory) {
    return new Table(
        seq,
        at,
        header(state),
        Members.of(state.objects("participants").stream().map(StateJson::participant).toList()),
        FrameStateJson.read(state),
        DiagnosisJson.read(state),
        ChallengeJson.read(state),
        RoundJson.read(state),
        TalkJson.read(state),
        ProposalStateJson.read(state),
        VoteJson.read(state),
        texts,
        contributions(state),
        memory);
  }

  private static Contributions contributions(JsonObject state) {
    var shares = new HashMap<ParticipantId, Share>();
    for (var json : state.objects("contributions")) {
      shares.put(
          Stored.participant(json, "participant"),
          new Share(json.number("acts"), json.number("units")));
    }
    return Contributions.of(shares);
  }

  private static Header header(JsonObject json) {
    return new Header(
        Stored.line(json, "title"),
        Stored.lineOrNull(json, "territory"),
        Stored.lineOrNull(json, "theme"),
        json.string("locale"),
        json.objects("colleges").stream().map(EventJson::college).toList());
  }

  private static Participant participant(JsonObject json) {
    return new Participant(
        new ParticipantId(json.string("id")),
        Stored.word(json, "role", Role.class),
        Stored.orNull(json, "college", CollegeId::new),
        Stored.word(json, "presence", Presence.class),
        json.field("mandate") == null ? null : Stored.word(json, "mandate", Mandate.class));
  }
}
