package org.tablee.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.NOBODY;
import static org.tablee.table.ATable.TAB;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tablee.table.FrameCommand.CloseList;
import org.tablee.table.FrameCommand.MovePhase;
import org.tablee.table.FrameCommand.PutListAside;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TableEvent.RoleChanged;
import org.tablee.text.Delta;

/** Every command, for every role, in every phase, with its list in every state. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MemberRightsTest {
  private static final Decision BY_ROLE = Decision.refuse(RefusalCode.RIGHTS_ROLE);
  private static final Decision NOT_OWN = Decision.refuse(RefusalCode.RIGHTS_OWN);

  static Stream<RightsCase> cases() {
    return Stream.of(
            List.of(editing()),
            FrameRightsCases.CASES,
            DiagnosisRightsCases.CASES,
            ChallengeRightsCases.CASES,
            TalkRightsCases.CASES)
        .flatMap(List::stream);
  }

  private static RightsCase editing() {
    return new RightsCase(
        EditText.class,
        "members",
        ListName.FINDINGS,
        RefusalCode.TEXT_LOCKED,
        List.of(edit(DiagnosisRightsCases.OWN)),
        List.of(edit(DiagnosisRightsCases.OTHERS)));
  }

  @Test
  void every_command_of_a_member_has_its_case() {
    assertThat(cases().map(RightsCase::command))
        .containsExactlyInAnyOrderElementsOf(
            Leaves.of(ByMember.class).stream()
                .<Class<? extends ByMember>>map(one -> one.asSubclass(ByMember.class))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void R1_R2_R3_R4_each_role_may_do_what_the_table_of_rights_says(RightsCase one) {
    for (var role : Role.values()) {
      for (var phase : Phase.values()) {
        for (var state : ListState.values()) {
          var table = tableOf(role, phase, one, state);
          var isOpen = one.list() == null || state == ListState.OPEN;
          var where = "%s, %s, %s, ".formatted(role, phase, state);
          for (var command : one.onOwn()) {
            check(where + "own", table.decides(NOBODY, command), one, role, isOpen, false);
          }
          for (var command : one.onOthers()) {
            check(where + "others", table.decides(NOBODY, command), one, role, isOpen, true);
          }
        }
      }
    }
  }

  private static void check(
      String what, Decision decision, RightsCase one, Role role, boolean isOpen, boolean isOther) {
    var reach = one.reach(role);
    if (reach.equals("nothing")) {
      assertThat(decision).as(what).isEqualTo(BY_ROLE);
    } else if (!isOpen) {
      assertThat(decision).as(what).isEqualTo(Decision.refuse(one.refusal()));
    } else if (isOther && reach.equals("own")) {
      assertThat(decision).as(what).isEqualTo(NOT_OWN);
    } else {
      assertThat(decision).as(what).isInstanceOf(Decision.Accepted.class);
    }
  }

  @Test
  void R3_whoever_is_no_member_does_nothing() {
    var table = ATable.withMembers();

    cases()
        .flatMap(one -> one.onOwn().stream())
        .forEach(command -> assertThat(table.decides(NOBODY, command)).isEqualTo(BY_ROLE));
  }

  /** A table at which NOBODY has the role and items from the time as a participant. */
  private static ATable tableOf(Role role, Phase phase, RightsCase one, ListState state) {
    var table = ATable.withMembers().joined(NOBODY, Role.PARTICIPANT);
    DiagnosisRightsCases.prepare(table);
    ChallengeRightsCases.prepare(table, one);
    TalkRightsCases.prepare(table);
    table.does(LEA, new MovePhase(phase, new Line("Pour voir")));
    var list = one.list();
    if (list != null) {
      switch (state) {
        case OPEN -> {}
        case CLOSED -> table.does(LEA, new CloseList(list, null));
        case ASIDE -> table.does(LEA, new PutListAside(list, null));
      }
    }
    var demoted =
        table
            .table()
            .after(
                new Commit(
                    table.seq().next(),
                    ATable.NOON,
                    ParticipantId.SYSTEM,
                    new CommandId(TAB, 1),
                    List.of(new RoleChanged(NOBODY, role))));
    return ATable.from(demoted);
  }

  private static EditText edit(FindingId finding) {
    return new EditText(
        new TextId(finding.value()), new Seq(7), Delta.builder().insert("a").build());
  }
}
