package org.tablee.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.store.MemoryStore;
import org.tablee.table.CollegeId;
import org.tablee.table.Commit;
import org.tablee.table.FindingKind;
import org.tablee.table.Participant;
import org.tablee.table.ParticipantId;
import org.tablee.table.Phase;
import org.tablee.table.Presence;
import org.tablee.table.Role;
import org.tablee.table.SourceNature;
import org.tablee.table.Table;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TermSection;
import org.tablee.table.TermStatus;
import org.tablee.table.TextId;
import org.tablee.table.challenge.Rated;
import org.tablee.table.diagnosis.Finding;
import org.tablee.table.diagnosis.Source;
import org.tablee.table.frame.Term;
import org.tablee.table.proposal.Amendment;
import org.tablee.table.proposal.AmendmentState;
import org.tablee.table.proposal.Conflicts;
import org.tablee.table.proposal.Standing;
import org.tablee.text.RichText;

/** What a visitor of the example table finds. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingTheExampleTest {
  private final Script script = Script.ofResource("bien-vieillir.json");
  private Table table = Table.EMPTY;
  private List<Commit> commits = List.of();

  @BeforeEach
  void open() {
    try (var server = new Installation(new MemoryStore(), 1)) {
      server.example.open();
      table = server.table();
      commits = server.commits();
    }
  }

  @Test
  void X4_it_stands_in_the_diagnosis() {
    assertThat(table.frame().phase()).isEqualTo(Phase.DIAGNOSIS);
    assertThat(table.existingHeader().locale()).isEqualTo("fr");
  }

  @Test
  void X4_every_college_has_members_and_some_of_them_join_from_afar() {
    var members = table.members().inOrder();

    assertThat(members).extracting(Participant::college).containsAll(colleges());
    assertThat(members).extracting(Participant::presence).contains(Presence.values());
    assertThat(members)
        .extracting(Participant::role)
        .containsOnlyOnce(Role.FACILITATOR, Role.SCRIBE)
        .contains(Role.PARTICIPANT);
  }

  @Test
  void X4_some_thirty_findings_of_every_kind_stand_in_the_list() {
    var standing =
        table.diagnosis().inOrder().stream()
            .filter(finding -> !finding.isWithdrawn() && !finding.isMerged())
            .toList();

    assertThat(standing).hasSizeBetween(30, 36);
    assertThat(
            standing.stream().collect(Collectors.groupingBy(Finding::kind, Collectors.counting())))
        .containsOnlyKeys(FindingKind.values())
        .allSatisfy((_, count) -> assertThat(count).isGreaterThanOrEqualTo(3));
    assertThat(table.diagnosis().inOrder()).filteredOn(Finding::isWithdrawn).hasSizeBetween(1, 2);
    assertThat(table.diagnosis().inOrder()).filteredOn(Finding::isMerged).hasSize(2);
    assertThat(standing).filteredOn(finding -> finding.source() != null).hasSizeGreaterThan(12);
  }

  @Test
  void X4_sources_are_of_every_nature_and_members_of_every_college_agree() {
    var findings = table.diagnosis().inOrder();
    var natures =
        findings.stream()
            .map(Finding::source)
            .filter(Objects::nonNull)
            .map(Source::nature)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    var agreed = findings.stream().flatMap(finding -> finding.agreed().stream()).toList();

    assertThat(natures).containsExactlyInAnyOrder(SourceNature.values());
    assertThat(collegesOf(agreed)).containsExactlyInAnyOrderElementsOf(colleges());
  }

  @Test
  void X4_five_challenges_gather_findings_and_are_rated_by_every_college() {
    var challenges = table.challenges().inOrder();

    assertThat(challenges).hasSize(5);
    assertThat(challenges)
        .allSatisfy(challenge -> {
          assertThat(challenge.findings()).hasSizeGreaterThan(1);
          assertThat(words(challenge.text())).hasSizeGreaterThan(60);
          assertThat(collegesOf(challenge.ratings().stream().map(Rated::by).toList()))
              .containsExactlyInAnyOrderElementsOf(colleges());
        });
    assertThat(challenges.stream().flatMap(challenge -> challenge.ratings().stream()))
        .anyMatch(rated -> rated.value() == null);
  }

  private Set<CollegeId> collegesOf(List<ParticipantId> people) {
    return people.stream()
        .map(id -> Objects.requireNonNull(table.members().find(id)).college())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  @Test
  void X4_every_finding_says_something() {
    assertThat(table.diagnosis().inOrder())
        .allSatisfy(finding -> assertThat(words(finding.text())).hasSizeGreaterThan(60));
  }

  @Test
  void X4_every_college_has_brought_findings() {
    var brought = new HashSet<CollegeId>();
    for (var finding : table.diagnosis().inOrder()) {
      var author = Objects.requireNonNull(table.members().find(finding.by()));
      var college = author.college();
      if (college != null) {
        brought.add(college);
      }
    }

    assertThat(brought).containsExactlyInAnyOrderElementsOf(colleges());
  }

  @Test
  void X4_every_format_of_a_text_is_seen() {
    var seen = new TreeSet<String>();
    for (var text : table.texts().all().values()) {
      for (var op : text.document().ops()) {
        op.attributes().values().forEach((name, value) -> seen.add(name + valueOf(name, value)));
      }
    }

    assertThat(seen)
        .containsExactly(
            "blockquote",
            "bold",
            "headerWhole[value=2]",
            "headerWhole[value=3]",
            "indent",
            "italic",
            "link",
            "listText[value=bullet]",
            "listText[value=ordered]");
  }

  @Test
  void X4_most_texts_have_several_authors_and_a_history_of_changes() {
    Map<TextId, Set<ParticipantId>> authors = new HashMap<>();
    int changes = 0;
    for (var step : script.steps()) {
      if (step.command() instanceof EditText edit) {
        authors.computeIfAbsent(edit.text(), _ -> new HashSet<>()).add(step.by());
        changes++;
      }
    }

    assertThat(authors.values()).filteredOn(writers -> writers.size() >= 2).hasSizeGreaterThan(25);
    assertThat(authors.values()).filteredOn(writers -> writers.size() >= 3).hasSizeGreaterThan(8);
    assertThat(changes).isGreaterThan(250);
  }

  @Test
  void X4_most_of_what_can_happen_at_a_table_happened() {
    var done =
        commits.stream()
            .flatMap(commit -> commit.events().stream())
            .map(event -> event.getClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(done)
        .containsExactly(
            "AgreementTakenBack",
            "AmendmentAccepted",
            "AmendmentDeclined",
            "AmendmentSuggested",
            "ChallengeAdded",
            "ChallengeRated",
            "CommentAdded",
            "CompetenceSet",
            "DisagreementMaintained",
            "DissentRecorded",
            "FindingAdded",
            "FindingAgreed",
            "FindingMoved",
            "FindingRenamed",
            "FindingRestored",
            "FindingRetyped",
            "FindingSourced",
            "FindingWithdrawn",
            "FindingsGathered",
            "FindingsMerged",
            "FrameAcknowledged",
            "FramePublished",
            "MandateTaken",
            "MeansSet",
            "ParticipantJoined",
            "PhaseMoved",
            "PositionTaken",
            "ProposalAdded",
            "ProposalCarried",
            "ProposalLinked",
            "RatingOpened",
            "ScopeSaid",
            "TableCreated",
            "TermAdded",
            "TermSettled",
            "TextEdited",
            "WordAdded");
  }

  @Test
  void X4_everyone_has_read_a_frame_with_terms_of_every_section_and_status() {
    var frame = table.frame();
    var terms = frame.terms().inOrder();

    assertThat(terms).extracting(Term::section).contains(TermSection.values());
    assertThat(terms).extracting(Term::status).contains(TermStatus.values());
    assertThat(terms)
        .filteredOn(term -> term.status() == TermStatus.NON_NEGOTIABLE)
        .hasSize(2)
        .allSatisfy(term -> assertThat(term.reason()).isNotNull());
    assertThat(terms).allSatisfy(term -> assertThat(words(term.text())).hasSizeGreaterThan(60));
    assertThat(frame.scope().decides()).isNotNull();
    assertThat(frame.scope().leaves()).isNotNull();
    assertThat(table.members().inOrder())
        .allSatisfy(
            member -> assertThat(frame.publication().isAcknowledgedBy(member.id())).isTrue());
    assertThat(frame.publication().isChanged()).isFalse();
  }

  @Test
  void X4_the_words_of_its_glossary_stand_in_its_findings() {
    var findings =
        table.diagnosis().inOrder().stream()
            .map(finding -> words(finding.text()).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("\n"));

    assertThat(table.frame().glossary().inOrder())
        .hasSize(3)
        .allSatisfy(word -> assertThat(findings).contains(word.written().value()));
  }

  @Test
  void X4_of_two_proposals_one_stands_and_one_is_still_argued() {
    var members = table.members();
    var colleges = table.existingHeader().colleges();
    var proposals = table.proposals().inOrder();
    var argued = proposals.getFirst();
    var standings = proposals.stream().map(one -> Standing.of(colleges, members, one)).toList();

    assertThat(standings).extracting(Standing::stands).containsExactly(false, true);
    assertThat(standings.getFirst().objections()).hasSize(1);
    assertThat(standings.getFirst().earlier()).isNotEmpty();
    assertThat(argued.discussion().amendments())
        .extracting(Amendment::state)
        .contains(AmendmentState.OPEN, AmendmentState.ACCEPTED, AmendmentState.DECLINED);
    assertThat(Conflicts.among(argued.discussion().amendments())).hasSize(2);
    assertThat(words(argued.text())).contains("d’ici au 15 mai");
  }

  private Set<CollegeId> colleges() {
    return table.existingHeader().colleges().stream()
        .map(college -> college.id())
        .collect(Collectors.toSet());
  }

  private String words(TextId text) {
    return RichText.plainText(Objects.requireNonNull(table.texts().find(text)).document());
  }

  private static String valueOf(String name, Object value) {
    return name.equals("header") || name.equals("list") ? value.toString() : "";
  }
}
