package org.tablee.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.RunningServer;
import org.tablee.json.Json;
import org.tablee.json.JsonObject;
import org.tablee.json.JsonValue.JsonString;
import org.tablee.table.BallotChoice;
import org.tablee.table.Certainty;
import org.tablee.table.CommentKind;
import org.tablee.table.Competence;
import org.tablee.table.ContestOutcome;
import org.tablee.table.FindingKind;
import org.tablee.table.Leaves;
import org.tablee.table.ListName;
import org.tablee.table.ListState;
import org.tablee.table.Mandate;
import org.tablee.table.MeansKind;
import org.tablee.table.Phase;
import org.tablee.table.RefusalCode;
import org.tablee.table.Role;
import org.tablee.table.RoundKind;
import org.tablee.table.SourceNature;
import org.tablee.table.Stance;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableEvent;
import org.tablee.table.TermSection;
import org.tablee.table.TermStatus;
import org.tablee.table.VoteMethod;
import org.tablee.table.round.RoundState;
import org.tablee.table.vote.VoteState;
import org.tablee.wire.ClientFrame;
import org.tablee.wire.Goodbye;
import org.tablee.wire.ServerFrames;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContractDocumentsTest {
  private static final JsonObject OPENAPI =
      Json.readObject(ContractDocuments.read(ContractDocuments.OPENAPI));
  private static final JsonObject ASYNCAPI =
      Json.readObject(ContractDocuments.read(ContractDocuments.ASYNCAPI));

  @Test
  void H17_every_route_is_in_the_document_and_every_path_of_it_is_a_route() throws Exception {
    var documented = new TreeSet<String>();
    OPENAPI
        .object("paths")
        .fields()
        .forEach((path, item) ->
            ((JsonObject) item)
                .fields()
                .keySet()
                .forEach(method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    var mounted = new TreeSet<String>();
    try (var server = RunningServer.start()) {
      server.routes().forEach(mounted::add);
    }
    assertThat(documented).isEqualTo(mounted);
  }

  @Test
  void H17_the_documents_are_served_as_they_are() throws Exception {
    try (var server = RunningServer.start()) {
      var client = new Client(server);
      assertThat(client.get("/api/openapi.json").body()).isEqualTo(OPENAPI);
      assertThat(client.get("/api/asyncapi.json").body()).isEqualTo(ASYNCAPI);
    }
    assertThat(OPENAPI.string("openapi")).startsWith("3.1.");
    assertThat(ASYNCAPI.string("asyncapi")).startsWith("3.0.");
  }

  @Test
  void H17_every_reason_is_in_both_documents() {
    var codes = Arrays.stream(RefusalCode.values()).map(RefusalCode::code).toList();

    assertThat(words(schema(OPENAPI, "Error").object("properties").object("code")))
        .containsExactlyElementsOf(codes);
    assertThat(words(payload("refused").object("properties").object("code")))
        .containsExactlyElementsOf(codes);
  }

  @Test
  void H18_every_frame_of_a_client_is_in_the_document_and_no_other() {
    var frames =
        Arrays.stream(ClientFrame.class.getPermittedSubclasses())
            .map(one -> one.getSimpleName().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());

    assertThat(sent("fromClient")).isEqualTo(frames);
    for (var frame : ClientFrame.class.getPermittedSubclasses()) {
      var name = frame.getSimpleName().toLowerCase(Locale.ROOT);
      assertThat(properties(payload(name))).as(name).isEqualTo(components(frame));
    }
  }

  @Test
  void H18_every_frame_of_the_server_is_in_the_document_and_no_other() {
    var frames =
        Arrays.stream(ServerFrames.class.getDeclaredMethods())
            .filter(one -> Modifier.isPublic(one.getModifiers()))
            .map(java.lang.reflect.Method::getName)
            .filter(name -> !name.equals("params"))
            .collect(Collectors.toSet());

    assertThat(sent("fromServer")).isEqualTo(frames);
    assertThat(words(payload("goodbye").object("properties").object("code")))
        .containsExactlyElementsOf(Arrays.stream(Goodbye.values()).map(Goodbye::word).toList());
  }

  @Test
  void H18_every_command_and_event_is_in_the_document_with_its_fields_and_no_other() {
    hold("Command", ByMember.class);
    hold("Event", TableEvent.class);
  }

  private static void hold(String union, Class<?> sealed) {
    var types = Leaves.of(sealed);
    var documented =
        schema(ASYNCAPI, union).objects("oneOf").stream()
            .map(one -> one.string("$ref"))
            .map(ref -> ref.substring(ref.lastIndexOf('/') + 1))
            .toList();

    assertThat(documented)
        .containsExactlyInAnyOrderElementsOf(types.stream().map(Class::getSimpleName).toList());
    for (var type : types) {
      var schema = schema(ASYNCAPI, type.getSimpleName());
      assertThat(properties(schema)).as(type.getSimpleName()).isEqualTo(components(type));
      assertThat(required(schema)).as(type.getSimpleName()).isEqualTo(neverMissing(type));
      assertThat(schema.object("properties").object("type").string("const"))
          .isEqualTo(type.getSimpleName());
    }
  }

  @Test
  void H18_the_words_of_lists_are_those_of_the_rules() {
    assertThat(words(schema(ASYNCAPI, "Role")))
        .containsExactlyElementsOf(Arrays.stream(Role.values()).map(Role::word).toList());
    assertThat(words(schema(ASYNCAPI, "Phase")))
        .containsExactlyElementsOf(Arrays.stream(Phase.values()).map(Phase::word).toList());
    assertThat(words(schema(ASYNCAPI, "Mandate")))
        .containsExactlyElementsOf(Arrays.stream(Mandate.values()).map(Mandate::word).toList());
    assertThat(words(schema(ASYNCAPI, "CommentKind")))
        .containsExactlyElementsOf(
            Arrays.stream(CommentKind.values()).map(CommentKind::word).toList());
    assertThat(words(schema(ASYNCAPI, "ListName")))
        .containsExactlyElementsOf(Arrays.stream(ListName.values()).map(ListName::word).toList());
    assertThat(words(schema(ASYNCAPI, "ListState")))
        .containsExactlyElementsOf(Arrays.stream(ListState.values()).map(ListState::word).toList());
    assertThat(words(schema(ASYNCAPI, "TermSection")))
        .containsExactlyElementsOf(
            Arrays.stream(TermSection.values()).map(TermSection::word).toList());
    assertThat(words(schema(ASYNCAPI, "TermStatus")))
        .containsExactlyElementsOf(
            Arrays.stream(TermStatus.values()).map(TermStatus::word).toList());
    assertThat(words(schema(ASYNCAPI, "ContestOutcome")))
        .containsExactlyElementsOf(
            Arrays.stream(ContestOutcome.values()).map(ContestOutcome::word).toList());
    assertThat(words(schema(ASYNCAPI, "FindingKind")))
        .containsExactlyElementsOf(
            Arrays.stream(FindingKind.values()).map(FindingKind::word).toList());
    assertThat(words(schema(ASYNCAPI, "SourceNature")))
        .containsExactlyElementsOf(
            Arrays.stream(SourceNature.values()).map(SourceNature::word).toList());
    assertThat(words(schema(ASYNCAPI, "Stance")))
        .containsExactlyElementsOf(Arrays.stream(Stance.values()).map(Stance::word).toList());
    assertThat(words(schema(ASYNCAPI, "Competence")))
        .containsExactlyElementsOf(
            Arrays.stream(Competence.values()).map(Competence::word).toList());
    assertThat(words(schema(ASYNCAPI, "MeansKind")))
        .containsExactlyElementsOf(Arrays.stream(MeansKind.values()).map(MeansKind::word).toList());
    assertThat(words(schema(ASYNCAPI, "Certainty")))
        .containsExactlyElementsOf(Arrays.stream(Certainty.values()).map(Certainty::word).toList());
    assertThat(words(schema(ASYNCAPI, "RoundKind")))
        .containsExactlyElementsOf(Arrays.stream(RoundKind.values()).map(RoundKind::word).toList());
    assertThat(words(schema(ASYNCAPI, "RoundState")))
        .containsExactlyElementsOf(
            Arrays.stream(RoundState.values()).map(RoundState::word).toList());
    assertThat(words(schema(ASYNCAPI, "VoteMethod")))
        .containsExactlyElementsOf(
            Arrays.stream(VoteMethod.values()).map(VoteMethod::word).toList());
    assertThat(words(schema(ASYNCAPI, "VoteState")))
        .containsExactlyElementsOf(Arrays.stream(VoteState.values()).map(VoteState::word).toList());
    assertThat(words(schema(ASYNCAPI, "BallotChoice")))
        .containsExactlyElementsOf(
            Arrays.stream(BallotChoice.values()).map(BallotChoice::word).toList());
  }

  @Test
  void H17_every_reference_of_the_documents_leads_somewhere() {
    for (var document : List.of(OPENAPI, ASYNCAPI)) {
      references(document.toString())
          .forEach(reference -> {
            var at = document;
            for (var step : reference.substring(2).split("/")) {
              at = at.object(step);
            }
          });
    }
  }

  private static Stream<String> references(String json) {
    return java.util.regex.Pattern.compile("\"\\$ref\":\"([^\"]+)\"")
        .matcher(json)
        .results()
        .map(one -> one.group(1));
  }

  private static Set<String> sent(String operation) {
    return ASYNCAPI.object("operations").object(operation).objects("messages").stream()
        .map(one -> one.string("$ref"))
        .map(ref -> ref.substring(ref.lastIndexOf('/') + 1))
        .collect(Collectors.toSet());
  }

  private static JsonObject payload(String message) {
    return ASYNCAPI.object("components").object("messages").object(message).object("payload");
  }

  private static JsonObject schema(JsonObject document, String name) {
    return document.object("components").object("schemas").object(name);
  }

  private static List<String> words(JsonObject schema) {
    return schema.array("enum").stream().map(one -> ((JsonString) one).value()).toList();
  }

  private static Set<String> properties(JsonObject schema) {
    return Set.copyOf(schema.object("properties").fields().keySet());
  }

  private static Set<String> required(JsonObject schema) {
    return schema.array("required").stream()
        .map(one -> ((JsonString) one).value())
        .collect(Collectors.toSet());
  }

  /** The fields that a record stands for on the wire. */
  private static Set<String> components(Class<?> type) {
    return fields(Arrays.stream(type.getRecordComponents()));
  }

  /** An empty source, carrier or dissent says that there is none, so those fields never miss. */
  private static Set<String> neverMissing(Class<?> type) {
    return fields(
        Arrays.stream(type.getRecordComponents())
            .filter(one ->
                Set.of("source", "carrier", "dissent").contains(one.getName())
                    || !one.getAnnotatedType().isAnnotationPresent(Nullable.class)));
  }

  private static Set<String> fields(Stream<RecordComponent> components) {
    return Stream.concat(
            Stream.of("type"),
            components
                .map(RecordComponent::getName)
                .map(name -> name.equals("isTyping") ? "typing" : name))
        .collect(Collectors.toSet());
  }
}
