package org.tablee.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.INHABITANTS;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.NOON;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.table.FrameCommand.MovePhase;
import org.tablee.table.FrameCommand.PlanPhase;
import org.tablee.table.FrameEvent.PhaseMoved;
import org.tablee.table.FrameEvent.PhasePlanned;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.frame.Planned;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MovingThroughPhasesTest {
  private static final Line REASON = new Line("Les habitants arrivent en mars");

  private static ATable ofOneCollege() {
    return new ATable().created().joined(ANA, Role.PARTICIPANT).joined(LEA, Role.FACILITATOR);
  }

  @Test
  void PH4_a_phase_is_planned_and_its_plan_taken_back() {
    var table = ATable.withMembers();
    var later = NOON.plus(Duration.ofDays(30));

    assertThat(table.decides(LEA, new PlanPhase(Phase.DEBATE, NOON, later)))
        .isEqualTo(Decision.accept(new PhasePlanned(Phase.DEBATE, NOON, later)));
    table.does(LEA, new PlanPhase(Phase.DEBATE, NOON, later));
    table.does(LEA, new PlanPhase(Phase.REVIEW, null, later));
    assertThat(table.table().frame().calendar())
        .isEqualTo(
            Map.of(Phase.DEBATE, new Planned(NOON, later), Phase.REVIEW, new Planned(null, later)));
    assertThat(table.table().frame().phase()).isEqualTo(Phase.FRAME);
    table.does(LEA, new PlanPhase(Phase.DEBATE, null, null));
    assertThat(table.table().frame().calendar())
        .isEqualTo(Map.of(Phase.REVIEW, new Planned(null, later)));
  }

  @Test
  void PH4_a_plan_ends_after_it_begins() {
    var table = ATable.withMembers();

    assertThat(table.decides(LEA, new PlanPhase(Phase.DEBATE, NOON, NOON)))
        .isEqualTo(Decision.refuseField("/until"));
    assertThat(table.decides(LEA, new PlanPhase(Phase.DEBATE, NOON, NOON.minusMillis(1))))
        .isEqualTo(Decision.refuseField("/until"));
  }

  @Test
  void PH5_the_frame_is_left_by_two_colleges_or_with_a_reason_that_is_kept() {
    var table = ofOneCollege();

    assertThat(table.decides(LEA, new MovePhase(Phase.DIAGNOSIS, null)))
        .isEqualTo(Decision.refuse(RefusalCode.PHASE_COLLEGES));
    assertThat(table.decides(LEA, new MovePhase(Phase.DIAGNOSIS, REASON)))
        .isEqualTo(Decision.accept(new PhaseMoved(Phase.DIAGNOSIS, REASON)));
    assertThat(table.decides(LEA, new MovePhase(Phase.FRAME, null)))
        .isInstanceOf(Decision.Accepted.class);
    table.act(new Join(new ParticipantId("sam"), Role.PARTICIPANT, INHABITANTS, Presence.REMOTE));
    assertThat(table.decides(LEA, new MovePhase(Phase.DIAGNOSIS, null)))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void PH5_whoever_has_no_college_counts_for_none() {
    var table = ofOneCollege();
    table.act(new Join(new ParticipantId("sam"), Role.PARTICIPANT, null, Presence.REMOTE));

    assertThat(table.decides(LEA, new MovePhase(Phase.DIAGNOSIS, null)))
        .isEqualTo(Decision.refuse(RefusalCode.PHASE_COLLEGES));
  }

  @Test
  void PH5_the_other_phases_are_left_freely() {
    var table = ofOneCollege().does(LEA, new MovePhase(Phase.DIAGNOSIS, REASON));

    assertThat(table.decides(LEA, new MovePhase(Phase.DEBATE, null)))
        .isInstanceOf(Decision.Accepted.class);
  }
}
