package org.tablee.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.FrameCommand.CloseList;
import org.tablee.table.FrameCommand.MovePhase;
import org.tablee.table.FrameCommand.OpenList;
import org.tablee.table.FrameCommand.PutListAside;
import org.tablee.table.FrameEvent.ListClosed;
import org.tablee.table.FrameEvent.ListOpened;
import org.tablee.table.FrameEvent.ListPutAside;
import org.tablee.table.TableCommand.EditText;
import org.tablee.text.Delta;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClosingListsTest {
  private static final FindingId SHUTTLE = new FindingId("shuttle");
  private static final Line TITLE = new Line("La navette s’arrête à 13 h");
  private static final Line REASON = new Line("Le diagnostic est partagé");
  private static final AddFinding ADD =
      new AddFinding(new FindingId("hall"), FindingKind.NEED, TITLE);

  private static ATable withFinding() {
    return ATable.withMembers().does(ANA, new AddFinding(SHUTTLE, FindingKind.NEED, TITLE));
  }

  private static EditText edit(ATable table) {
    return new EditText(
        new TextId("shuttle"), table.seq(), Delta.builder().insert("Oui. ").build());
  }

  @Test
  void PH1_a_list_is_closed_put_aside_and_opened_again() {
    var table = withFinding();

    assertThat(table.decides(LEA, new CloseList(ListName.FINDINGS, REASON)))
        .isEqualTo(Decision.accept(new ListClosed(ListName.FINDINGS, REASON)));
    table.does(LEA, new CloseList(ListName.FINDINGS, REASON));
    assertThat(table.decides(LEA, new PutListAside(ListName.FINDINGS, null)))
        .isEqualTo(Decision.accept(new ListPutAside(ListName.FINDINGS, null)));
    table.does(LEA, new PutListAside(ListName.FINDINGS, null));
    assertThat(table.decides(LEA, new OpenList(ListName.FINDINGS)))
        .isEqualTo(Decision.accept(new ListOpened(ListName.FINDINGS)));
    table.does(LEA, new OpenList(ListName.FINDINGS));
    assertThat(table.decides(ANA, ADD)).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void PH2_nothing_of_a_list_that_is_not_open_changes_for_the_facilitator_either() {
    for (var shut :
        List.of(
            new CloseList(ListName.FINDINGS, null), new PutListAside(ListName.FINDINGS, null))) {
      var table = withFinding().does(LEA, shut);

      assertThat(table.decides(LEA, ADD)).isEqualTo(Decision.refuse(RefusalCode.LIST_CLOSED));
      assertThat(table.decides(LEA, edit(table)))
          .isEqualTo(Decision.refuse(RefusalCode.TEXT_LOCKED));
    }
  }

  @Test
  void PH2_a_closed_list_leaves_the_others_open() {
    var table = withFinding().does(LEA, new CloseList(ListName.PROPOSALS, null));

    assertThat(table.decides(ANA, ADD)).isInstanceOf(Decision.Accepted.class);
    assertThat(table.decides(ANA, edit(table))).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void PH3_what_is_added_after_the_phase_of_its_list_is_late() {
    var table = withFinding().does(LEA, new MovePhase(Phase.DEBATE, REASON)).does(ANA, ADD);

    var findings = table.table().diagnosis();
    assertThat(Objects.requireNonNull(findings.find(SHUTTLE)).isLate()).isFalse();
    assertThat(Objects.requireNonNull(findings.find(new FindingId("hall"))).isLate()).isTrue();
  }
}
