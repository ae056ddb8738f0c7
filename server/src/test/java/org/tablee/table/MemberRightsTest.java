package org.tablee.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.NOBODY;
import static org.tablee.table.ATable.TAB;
import static org.tablee.table.ATable.YANN;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tablee.table.TableCommand.AddFinding;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TableCommand.MoveFinding;
import org.tablee.table.TableCommand.MovePhase;
import org.tablee.table.TableCommand.RenameFinding;
import org.tablee.table.TableCommand.RestoreFinding;
import org.tablee.table.TableCommand.RetypeFinding;
import org.tablee.table.TableCommand.SourceFinding;
import org.tablee.table.TableCommand.WithdrawFinding;
import org.tablee.table.TableEvent.RoleChanged;
import org.tablee.text.Delta;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MemberRightsTest {
  private static final FindingId OWN = new FindingId("own");
  private static final FindingId OTHERS = new FindingId("others");
  private static final Line TITLE = new Line("Un titre");
  private static final Decision BY_ROLE = Decision.refuse(RefusalCode.RIGHTS_ROLE);
  private static final Decision NOT_OWN = Decision.refuse(RefusalCode.RIGHTS_OWN);

  /** A command, and whether it may touch its own and others' findings, by role. */
  record Case(String name, List<ByMember> onOwn, List<ByMember> onOthers, Map<Role, String> reach) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    var any = Map.of(Role.PARTICIPANT, "any", Role.SCRIBE, "any", Role.FACILITATOR, "any");
    var own = Map.of(Role.PARTICIPANT, "own", Role.SCRIBE, "any", Role.FACILITATOR, "any");
    var add = new AddFinding(new FindingId("new"), FindingKind.NEED, TITLE);
    return Stream.of(
        new Case("AddFinding", List.of(add), List.of(), any),
        new Case("EditText", List.of(edit(OWN)), List.of(edit(OTHERS)), any),
        new Case(
            "MoveFinding",
            List.of(new MoveFinding(OWN, null)),
            List.of(new MoveFinding(OTHERS, null)),
            any),
        new Case(
            "RenameFinding",
            List.of(new RenameFinding(OWN, TITLE)),
            List.of(new RenameFinding(OTHERS, TITLE)),
            own),
        new Case(
            "RetypeFinding",
            List.of(new RetypeFinding(OWN, FindingKind.ACTOR)),
            List.of(new RetypeFinding(OTHERS, FindingKind.ACTOR)),
            own),
        new Case(
            "SourceFinding",
            List.of(new SourceFinding(OWN, TITLE)),
            List.of(new SourceFinding(OTHERS, TITLE)),
            own),
        new Case(
            "WithdrawFinding",
            List.of(new WithdrawFinding(OWN)),
            List.of(new WithdrawFinding(OTHERS)),
            own),
        new Case(
            "RestoreFinding",
            List.of(new RestoreFinding(OWN)),
            List.of(new RestoreFinding(OTHERS)),
            own),
        new Case(
            "MovePhase",
            List.of(new MovePhase(Phase.DEBATE, null)),
            List.of(),
            Map.of(Role.FACILITATOR, "any")));
  }

  @Test
  void every_command_of_a_member_has_its_case() {
    assertThat(cases().map(Case::name))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ByMember.class.getPermittedSubclasses()).map(Class::getSimpleName).toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void R1_R2_R3_each_role_may_do_what_the_table_of_rights_says(Case one) {
    for (var role : Role.values()) {
      var reach = one.reach().getOrDefault(role, "nothing");
      for (var command : one.onOwn()) {
        var decision = tableOf(role).decides(NOBODY, command);
        if (reach.equals("nothing")) {
          assertThat(decision).as("%s, own", role).isEqualTo(BY_ROLE);
        } else {
          assertThat(decision).as("%s, own", role).isInstanceOf(Decision.Accepted.class);
        }
      }
      for (var command : one.onOthers()) {
        var decision = tableOf(role).decides(NOBODY, command);
        switch (reach) {
          case "any" ->
              assertThat(decision).as("%s, other", role).isInstanceOf(Decision.Accepted.class);
          case "own" -> assertThat(decision).as("%s, other", role).isEqualTo(NOT_OWN);
          default -> assertThat(decision).as("%s, other", role).isEqualTo(BY_ROLE);
        }
      }
    }
  }

  @Test
  void R3_whoever_is_no_member_does_nothing() {
    var table = ATable.withMembers();

    cases()
        .flatMap(one -> one.onOwn().stream())
        .forEach(command -> assertThat(table.decides(NOBODY, command)).isEqualTo(BY_ROLE));
  }

  /** A table at which NOBODY has the role and a finding from the time as a participant. */
  private static ATable tableOf(Role role) {
    var table = ATable.withMembers().joined(NOBODY, Role.PARTICIPANT);
    table.does(NOBODY, new AddFinding(OWN, FindingKind.NEED, TITLE));
    table.does(YANN, new AddFinding(OTHERS, FindingKind.NEED, TITLE));
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
