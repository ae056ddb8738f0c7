package org.tablee.table.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcollections.TreePVector;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue;
import org.tablee.json.JsonValue.JsonArray;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.table.AmendmentId;
import org.tablee.table.College;
import org.tablee.table.CollegeId;
import org.tablee.table.CommandId;
import org.tablee.table.Commit;
import org.tablee.table.Line;
import org.tablee.table.Members;
import org.tablee.table.Participant;
import org.tablee.table.ParticipantId;
import org.tablee.table.Presence;
import org.tablee.table.ProposalId;
import org.tablee.table.Role;
import org.tablee.table.Seq;
import org.tablee.table.Stance;
import org.tablee.table.Table;
import org.tablee.table.TextId;
import org.tablee.table.Word;
import org.tablee.wire.DeltaJson;
import org.tablee.wire.EventJson;
import org.tablee.wire.StateJson;

/**
 * Holds what is folded and derived of proposals to the files in {@code resources/proposal/}, which
 * the web client's tests read as well: both come to the same.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProposalVectorsTest {
  private static final ParticipantId ANA = new ParticipantId("ana");
  private static final Line WORDS = new Line("Des mots");

  private record Case(JsonObject json) {
    @Override
    public String toString() {
      return json.string("name");
    }
  }

  static Stream<Case> standings() {
    return cases("standing");
  }

  static Stream<Case> conflicts() {
    return cases("conflicts");
  }

  private static Stream<Case> cases(String name) {
    return Json.readObject("{\"all\":" + text(name) + "}").objects("all").stream().map(Case::new);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("standings")
  void PO4_PO5_PO6_PO7_how_a_proposal_stands(Case one) {
    var json = one.json();
    var colleges = names(json, "colleges").stream().map(ProposalVectorsTest::college).toList();
    var members =
        Members.of(json.objects("members").stream().map(ProposalVectorsTest::member).toList());
    var shownBy = names(json, "shownBy").stream().map(ParticipantId::new).toList();
    var proposal = proposal(json);

    assertThat(write(Standing.of(colleges, members, proposal))).isEqualTo(json.object("standing"));
    assertThat(
            Strip.of(colleges, members, shownBy, proposal).stream()
                .map(ProposalVectorsTest::write)
                .toList())
        .isEqualTo(json.objects("strips"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conflicts")
  void AM8_which_amendments_are_in_conflict(Case one) {
    var amendments =
        one.json().objects("amendments").stream().map(ProposalVectorsTest::amendment).toList();
    var found = new TreeMap<String, JsonValue>();
    Conflicts.among(amendments)
        .forEach((id, others) ->
            found.put(id.value(), words(others.stream().map(AmendmentId::value).toList())));

    assertThat(JsonObject.with().fields(found).build()).isEqualTo(one.json().object("conflicts"));
  }

  @Test
  void AM3_AM5_PO1_PO4_DI2_DS2_DS3_a_history_makes_the_proposals_it_tells_of() {
    var history = Json.readObject(text("history"));
    var table = Table.EMPTY;
    for (var commit : history.objects("commits")) {
      table =
          table.after(
              new Commit(
                  new Seq(commit.number("seq")),
                  Instant.ofEpochMilli(commit.number("at")),
                  new ParticipantId(commit.string("by")),
                  CommandId.parse(commit.string("id")).orElseThrow(),
                  commit.objects("events").stream().map(EventJson::read).toList()));
    }
    var state = StateJson.write(table);

    assertThat(state.array("strips")).isEqualTo(history.array("strips"));
    assertThat(state.array("proposals")).isEqualTo(history.array("proposals"));
  }

  private static College college(String name) {
    return new College(new CollegeId(name), WORDS);
  }

  private static Participant member(JsonObject json) {
    var college = json.stringOrNull("college");
    return new Participant(
        new ParticipantId(json.string("id")),
        Word.of(Role.class, json.string("role")).orElseThrow(),
        college == null ? null : new CollegeId(college),
        Presence.ROOM);
  }

  private static Proposal proposal(JsonObject json) {
    var positions =
        json.objects("positions").stream()
            .map(one ->
                new Position(
                    new ParticipantId(one.string("by")),
                    Word.of(Stance.class, one.string("position")).orElseThrow(),
                    null,
                    null,
                    new Seq(one.number("textSeq")),
                    Instant.EPOCH,
                    TreePVector.empty()))
            .toList();
    return new Proposal(
        new ProposalId("bench"),
        WORDS,
        new TextId("bench"),
        ANA,
        Instant.EPOCH,
        new Seq(json.number("textSeq")),
        Brief.EMPTY,
        new Discussion(
            TreePVector.from(positions),
            TreePVector.empty(),
            TreePVector.empty(),
            TreePVector.empty()),
        false,
        json.isTrue("withdrawn"));
  }

  private static Amendment amendment(JsonObject json) {
    return new Amendment(
        new AmendmentId(json.string("id")),
        ANA,
        Instant.EPOCH,
        DeltaJson.read(json.object("delta")),
        WORDS,
        Word.of(AmendmentState.class, json.string("state")).orElseThrow(),
        null);
  }

  private static JsonObject write(Standing standing) {
    return JsonObject.with()
        .field("stands", standing.stands())
        .field("silent", words(standing.silent().stream().map(CollegeId::value).toList()))
        .field("objections", people(standing.objections()))
        .field("reserves", people(standing.reserves()))
        .field("earlier", people(standing.earlier()))
        .build();
  }

  private static JsonObject write(Strip strip) {
    Map<String, JsonNumber> counts =
        strip.counts().entrySet().stream()
            .collect(
                Collectors.toMap(
                    one -> one.getKey().word(), one -> new JsonNumber(one.getValue())));
    return JsonObject.with()
        .field("college", strip.college().value())
        .field("members", strip.members())
        .field("counts", JsonObject.with().fields(counts).build())
        .field("shown", strip.isShown())
        .build();
  }

  private static JsonArray people(List<ParticipantId> all) {
    return words(all.stream().map(ParticipantId::value).toList());
  }

  private static JsonArray words(List<String> all) {
    return new JsonArray(all.stream().<JsonValue>map(JsonString::new).toList());
  }

  private static List<String> names(JsonObject json, String field) {
    return json.array(field).stream().map(one -> ((JsonString) one).value()).toList();
  }

  private static String text(String name) {
    try (var file = ProposalVectorsTest.class.getResourceAsStream("/proposal/" + name + ".json")) {
      if (file == null) {
        throw new AssertionError("no file " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
