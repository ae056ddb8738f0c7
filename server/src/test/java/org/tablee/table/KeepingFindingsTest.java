package org.tablee.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.USERS;
import static org.tablee.table.ATable.YANN;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.TreePVector;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.DiagnosisCommand.MoveFinding;
import org.tablee.table.DiagnosisCommand.RenameFinding;
import org.tablee.table.DiagnosisCommand.RestoreFinding;
import org.tablee.table.DiagnosisCommand.RetypeFinding;
import org.tablee.table.DiagnosisCommand.SourceFinding;
import org.tablee.table.DiagnosisCommand.WithdrawFinding;
import org.tablee.table.DiagnosisEvent.FindingAdded;
import org.tablee.table.DiagnosisEvent.FindingMoved;
import org.tablee.table.DiagnosisEvent.FindingRenamed;
import org.tablee.table.DiagnosisEvent.FindingSourced;
import org.tablee.table.FrameCommand.MovePhase;
import org.tablee.table.FrameEvent.PhaseMoved;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.TableEvent.RoleChanged;
import org.tablee.table.TableEvent.TableCreated;
import org.tablee.table.diagnosis.DiagnosisRules;
import org.tablee.table.diagnosis.Finding;
import org.tablee.table.diagnosis.Lineage;
import org.tablee.table.diagnosis.Source;
import org.tablee.text.Delta;
import org.tablee.text.RichText;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingFindingsTest {
  private static final FindingId SHUTTLE = new FindingId("shuttle");
  private static final FindingId HALL = new FindingId("hall");
  private static final FindingId CLUB = new FindingId("club");
  private static final Line TITLE = new Line("La navette s'arrête à 13 h");

  private static ATable withThree() {
    var table = ATable.withMembers();
    for (var id : List.of(SHUTTLE, HALL, CLUB)) {
      table.does(ANA, new AddFinding(id, FindingKind.NEED, TITLE));
    }
    return table;
  }

  private static List<FindingId> order(ATable table) {
    return table.table().diagnosis().inOrder().stream().map(Finding::id).toList();
  }

  @Test
  void M1_a_table_is_created_once_and_starts_in_the_frame() {
    var create = ATable.create();
    var created =
        new TableCreated(
            create.title(), create.territory(), create.theme(), "fr", create.colleges());

    assertThat(TableRules.decide(Table.EMPTY, create)).isEqualTo(Decision.accept(created));
    var table = new ATable().created();
    assertThat(table.table().frame().phase()).isEqualTo(Phase.FRAME);
    assertThat(TableRules.decide(table.table(), create))
        .isEqualTo(new Decision.Accepted(List.of()));
  }

  @Test
  void M2_joining_again_raises_the_role_and_never_lowers_it() {
    var table = new ATable().created().joined(ANA, Role.PARTICIPANT);

    assertThat(TableRules.decide(table.table(), join(Role.FACILITATOR)))
        .isEqualTo(Decision.accept(new RoleChanged(ANA, Role.FACILITATOR)));
    table.act(join(Role.FACILITATOR));
    assertThat(table.table().members().roleOf(ANA)).isEqualTo(Role.FACILITATOR);
    assertThat(TableRules.decide(table.table(), join(Role.PARTICIPANT)))
        .isEqualTo(new Decision.Accepted(List.of()));
    assertThat(table.table().members().count()).isEqualTo(1);
  }

  private static Join join(Role role) {
    return new Join(ANA, role, USERS, Presence.REMOTE);
  }

  @Test
  void M3_nobody_joins_a_college_that_is_not_there() {
    var table = new ATable().created();

    assertThat(
            TableRules.decide(
                table.table(),
                new Join(ANA, Role.PARTICIPANT, new CollegeId("none"), Presence.ROOM)))
        .isEqualTo(Decision.refuseField("/college"));
  }

  @Test
  void F1_a_finding_is_added_at_the_end_with_an_empty_text() {
    var table = withThree();

    assertThat(order(table)).containsExactly(SHUTTLE, HALL, CLUB);
    assertThat(table.table().diagnosis().find(CLUB))
        .isEqualTo(
            new Finding(
                CLUB,
                FindingKind.NEED,
                TITLE,
                new TextId("club"),
                ANA,
                ATable.NOON,
                null,
                TreePVector.empty(),
                new Lineage(List.of(), null),
                false,
                false));
    var text = Objects.requireNonNull(table.table().texts().find(new TextId("club")));
    assertThat(text.document()).isEqualTo(RichText.EMPTY);
    assertThat(table.decides(ANA, new AddFinding(new FindingId("x"), FindingKind.ACTOR, TITLE)))
        .isEqualTo(
            Decision.accept(
                new FindingAdded(new FindingId("x"), FindingKind.ACTOR, TITLE, new TextId("x"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shuttle", "ana", "users"})
  void F2_a_taken_id_is_refused(String id) {
    var table = withThree().does(ANA, new WithdrawFinding(SHUTTLE));

    assertThat(table.decides(YANN, new AddFinding(new FindingId(id), FindingKind.NEED, TITLE)))
        .isEqualTo(Decision.refuseField("/finding"));
  }

  @Test
  void F3_a_finding_is_moved_before_another_or_to_the_end() {
    var table = withThree().does(YANN, new MoveFinding(CLUB, SHUTTLE));
    assertThat(order(table)).containsExactly(CLUB, SHUTTLE, HALL);

    table.does(YANN, new MoveFinding(CLUB, null));
    assertThat(order(table)).containsExactly(SHUTTLE, HALL, CLUB);

    table.does(YANN, new MoveFinding(SHUTTLE, CLUB));
    assertThat(order(table)).containsExactly(HALL, SHUTTLE, CLUB);
    assertThat(table.decides(YANN, new MoveFinding(HALL, null)))
        .isEqualTo(Decision.accept(new FindingMoved(HALL, null)));
  }

  @Test
  void F3_nothing_is_moved_before_itself_or_before_nothing() {
    var table = withThree();

    assertThat(table.decides(ANA, new MoveFinding(CLUB, CLUB)))
        .isEqualTo(Decision.refuseField("/before"));
    assertThat(table.decides(ANA, new MoveFinding(CLUB, new FindingId("none"))))
        .isEqualTo(Decision.refuseField("/before"));
  }

  @Test
  void F4_a_withdrawn_finding_keeps_its_place_and_locks_its_text() {
    var table = withThree().does(ANA, new WithdrawFinding(HALL));
    var edit = new EditText(new TextId("hall"), table.seq(), Delta.builder().insert("a").build());

    assertThat(order(table)).containsExactly(SHUTTLE, HALL, CLUB);
    assertThat(table.table().diagnosis().inOrder().get(1).isWithdrawn()).isTrue();
    assertThat(table.decides(ANA, edit)).isEqualTo(Decision.refuse(RefusalCode.TEXT_LOCKED));

    table.does(ANA, new RestoreFinding(HALL));
    assertThat(table.table().diagnosis().inOrder().get(1).isWithdrawn()).isFalse();
    assertThat(table.decides(ANA, edit)).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void F5_what_is_done_to_a_finding_that_is_not_there_is_refused() {
    var none = new FindingId("none");
    var table = withThree();

    for (var command :
        List.of(
            new RenameFinding(none, TITLE),
            new RetypeFinding(none, FindingKind.NEED),
            new SourceFinding(none, null, null, null),
            new MoveFinding(none, null),
            new WithdrawFinding(none),
            new RestoreFinding(none))) {
      assertThat(table.decides(LEA, command)).isEqualTo(Decision.refuseField("/finding"));
    }
  }

  @Test
  void F6_a_table_holds_5_000_findings() {
    var table = ATable.withMembers();
    for (int i = 0; i < DiagnosisRules.FINDINGS_MAX; i++) {
      table.does(ANA, new AddFinding(new FindingId("f" + i), FindingKind.NEED, TITLE));
    }

    assertThat(table.decides(ANA, new AddFinding(SHUTTLE, FindingKind.NEED, TITLE)))
        .isEqualTo(Decision.refuse(RefusalCode.LIST_FULL));
  }

  @Test
  void F7_a_source_is_given_and_taken_away_with_its_nature_and_its_link() {
    var source = new Line("enquête du club, 84 réponses");
    var link = new SourceLink("https://example.org/enquete");
    var table =
        withThree().does(ANA, new SourceFinding(SHUTTLE, source, SourceNature.FIGURE, link));
    assertThat(table.table().diagnosis().inOrder().getFirst().source())
        .isEqualTo(new Source(source, SourceNature.FIGURE, link));

    assertThat(table.decides(ANA, new SourceFinding(SHUTTLE, source, null, null)))
        .isEqualTo(Decision.accept(new FindingSourced(SHUTTLE, source, null, null)));
    assertThat(table.decides(ANA, new SourceFinding(SHUTTLE, null, null, null)))
        .isEqualTo(Decision.accept(new FindingSourced(SHUTTLE, null, null, null)));
    table.does(ANA, new SourceFinding(SHUTTLE, null, null, null));
    assertThat(table.table().diagnosis().inOrder().getFirst().source()).isNull();
  }

  @Test
  void a_finding_is_renamed_and_retyped() {
    var table = withThree();
    var title = new Line("La salle Jaurès");

    assertThat(table.decides(ANA, new RenameFinding(HALL, title)))
        .isEqualTo(Decision.accept(new FindingRenamed(HALL, title)));
    table.does(ANA, new RenameFinding(HALL, title));
    table.does(LEA, new RetypeFinding(HALL, FindingKind.RESOURCE));
    var hall = Objects.requireNonNull(table.table().diagnosis().find(HALL));
    assertThat(hall.title()).isEqualTo(title);
    assertThat(hall.kind()).isEqualTo(FindingKind.RESOURCE);
  }

  @Test
  void F8_every_phase_can_be_moved_to_from_every_other_and_closes_nothing() {
    for (var from : Phase.values()) {
      for (var to : Phase.values()) {
        var table = withThree().does(LEA, new MovePhase(from, null));
        var reason = new Line("On revient en arrière");

        assertThat(table.decides(LEA, new MovePhase(to, reason)))
            .isEqualTo(Decision.accept(new PhaseMoved(to, reason)));
        table.does(LEA, new MovePhase(to, reason));
        assertThat(table.table().frame().phase()).isEqualTo(to);
        assertThat(
                table.decides(ANA, new AddFinding(new FindingId("late"), FindingKind.NEED, TITLE)))
            .isInstanceOf(Decision.Accepted.class);
      }
    }
  }
}
