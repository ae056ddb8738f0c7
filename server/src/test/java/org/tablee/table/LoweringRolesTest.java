package org.tablee.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.YANN;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.DiagnosisCommand.RenameFinding;
import org.tablee.table.DiagnosisCommand.WithdrawFinding;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TableEvent.RoleChanged;
import org.tablee.text.Delta;

/** A role that is lowered while something is on its way: the order of the log decides. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LoweringRolesTest {
  private static final FindingId SHUTTLE = new FindingId("shuttle");

  private static ATable withFinding() {
    return ATable.withMembers()
        .does(ANA, new AddFinding(SHUTTLE, FindingKind.NEED, new Line("La navette")));
  }

  private static ATable lowered(ATable table, ParticipantId who, Role role) {
    var event = new RoleChanged(who, role);
    var commit =
        new Commit(
            table.seq().next(),
            ATable.NOON,
            ParticipantId.SYSTEM,
            new CommandId(new ClientId("server-0001"), 900),
            List.of(event));
    return ATable.from(table.table().after(commit));
  }

  private static EditText edit(ATable table) {
    return new EditText(
        new TextId("shuttle"), table.seq(), Delta.builder().insert("le soir").build());
  }

  @Test
  void B23_an_edit_in_flight_is_stored_where_it_comes_before_the_lowered_role() {
    var table = withFinding();
    var inFlight = edit(table);
    var stored = table.does(YANN, inFlight);

    var texts = lowered(stored, YANN, Role.OBSERVER).table().texts();

    assertThat(Objects.requireNonNull(texts.find(new TextId("shuttle"))).document())
        .isEqualTo(Delta.document("le soir\n"));
  }

  @Test
  void B23_an_edit_in_flight_is_refused_where_it_comes_behind_the_lowered_role() {
    var table = withFinding();
    var inFlight = edit(table);

    assertThat(lowered(table, YANN, Role.OBSERVER).decides(YANN, inFlight))
        .isEqualTo(Decision.refuse(RefusalCode.RIGHTS_ROLE));
    assertThat(lowered(table, YANN, Role.OBSERVER).decides(ANA, inFlight))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void B23_who_no_longer_leads_moderates_nothing_any_more() {
    var table = withFinding();
    List<ByMember> moderating =
        List.of(new RenameFinding(SHUTTLE, new Line("Un banc")), new WithdrawFinding(SHUTTLE));
    for (var command : moderating) {
      assertThat(table.decides(LEA, command)).isInstanceOf(Decision.Accepted.class);
      assertThat(lowered(table, LEA, Role.PARTICIPANT).decides(LEA, command))
          .isEqualTo(Decision.refuse(RefusalCode.RIGHTS_OWN));
    }
  }

  @Test
  void B23_what_was_stored_before_is_still_answered_as_stored() {
    var table = withFinding();
    var id = table.nextId();
    var stored = table.does(YANN, id, edit(table));

    assertThat(lowered(stored, YANN, Role.OBSERVER).decides(YANN, id, edit(table)))
        .isInstanceOf(Decision.Repeated.class);
  }
}
