package org.tablee.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.NOBODY;
import static org.tablee.table.ATable.TAB;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tablee.table.FrameCommand.CloseList;
import org.tablee.table.FrameCommand.MovePhase;
import org.tablee.table.FrameCommand.PutListAside;
import org.tablee.table.FrameEvent.FrameAcknowledged;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TableEvent.RoleChanged;
import org.tablee.text.Delta;

/**
 * Every command, for every role, in every phase, with its list in every state, by somebody who has
 * read the frame and by somebody who has not.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MemberRightsTest {
  private static final Decision BY_ROLE = Decision.refuse(RefusalCode.RIGHTS_ROLE);
  private static final Decision NOT_OWN = Decision.refuse(RefusalCode.RIGHTS_OWN);
  private static final Decision UNREAD = Decision.refuse(RefusalCode.FRAME_UNACKNOWLEDGED);

  static Stream<RightsCase> cases() {
    return Stream.of(
            List.of(editing()),
            FrameRightsCases.CASES,
            DiagnosisRightsCases.CASES,
            ChallengeRightsCases.CASES,
            RoundRightsCases.CASES,
            VoteRightsCases.CASES,
            TalkRightsCases.CASES,
            ProposalRightsCases.CASES)
        .flatMap(List::stream);
  }

  private static RightsCase editing() {
    return new RightsCase(
        EditText.class,
        "members",
        ListName.FINDINGS,
        RefusalCode.TEXT_LOCKED,
        true,
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
  void R1_R2_R3_R4_FR9_each_role_may_do_what_the_table_of_rights_says(RightsCase one) {
    for (var role : Role.values()) {
      for (var phase : Phase.values()) {
        for (var state : ListState.values()) {
          for (var hasRead : List.of(true, false)) {
            check(one, role, phase, state, hasRead);
          }
        }
      }
    }
  }

  private static void check(
      RightsCase one, Role role, Phase phase, ListState state, boolean hasRead) {
    var table = tableOf(role, phase, one, state, hasRead);
    var isOpen = one.list() == null || state == ListState.OPEN;
    var mayContribute = hasRead || !one.isContribution();
    var where = "%s, %s, %s, %s, ".formatted(role, phase, state, hasRead ? "read" : "unread");
    for (var command : one.onOwn()) {
      assertThat(table.decides(NOBODY, command))
          .as(where + "own")
          .satisfies(decision ->
              check(
                  decision, one.reach(role), mayContribute, isOpen ? null : one.refusal(), "own"));
    }
    for (var command : one.onOthers()) {
      assertThat(table.decides(NOBODY, command))
          .as(where + "others")
          .satisfies(decision ->
              check(
                  decision, one.reach(role), mayContribute, isOpen ? null : one.refusal(), "any"));
    }
  }

  /**
   * @param closed what the list answers; {@code null} where it is open
   * @param needed how far one must reach for this item
   */
  private static void check(
      Decision decision,
      String reach,
      boolean mayContribute,
      @Nullable RefusalCode closed,
      String needed) {
    if (reach.equals("nothing")) {
      assertThat(decision).isEqualTo(BY_ROLE);
    } else if (!mayContribute) {
      assertThat(decision).isEqualTo(UNREAD);
    } else if (closed != null) {
      assertThat(decision).isEqualTo(Decision.refuse(closed));
    } else if (needed.equals("any") && reach.equals("own")) {
      assertThat(decision).isEqualTo(NOT_OWN);
    } else {
      assertThat(decision).isInstanceOfAny(Decision.Accepted.class, Decision.OnBox.class);
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
  private static ATable tableOf(
      Role role, Phase phase, RightsCase one, ListState state, boolean hasRead) {
    var table = ATable.withMembers().joined(NOBODY, Role.PARTICIPANT);
    FrameRightsCases.prepare(table);
    DiagnosisRightsCases.prepare(table);
    ChallengeRightsCases.prepare(table, one);
    TalkRightsCases.prepare(table);
    ProposalRightsCases.prepare(table);
    RoundRightsCases.prepare(table);
    VoteRightsCases.prepare(table);
    table.does(LEA, new MovePhase(phase, new Line("Pour voir")));
    var list = one.list();
    if (list != null) {
      switch (state) {
        case OPEN -> {}
        case CLOSED -> table.does(LEA, new CloseList(list, null));
        case ASIDE -> table.does(LEA, new PutListAside(list, null));
      }
    }
    var made = with(table.table(), ParticipantId.SYSTEM, new RoleChanged(NOBODY, role));
    // What somebody read before the frame of now counts for nothing.
    return ATable.from(hasRead ? made : with(made, NOBODY, new FrameAcknowledged(new Seq(1))));
  }

  private static Table with(Table table, ParticipantId by, TableEvent event) {
    var seq = table.seq().next();
    var id = new CommandId(TAB, seq.value());
    return table.after(new Commit(seq, ATable.NOON, by, id, List.of(event)));
  }

  private static EditText edit(FindingId finding) {
    return new EditText(
        new TextId(finding.value()), new Seq(18), Delta.builder().insert("a").build());
  }
}
