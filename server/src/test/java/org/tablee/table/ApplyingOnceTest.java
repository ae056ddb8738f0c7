package org.tablee.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.TAB;
import static org.tablee.table.ATable.YANN;

import java.util.ArrayList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.FrameCommand.MovePhase;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ApplyingOnceTest {
  private static AddFinding add(String id) {
    return new AddFinding(new FindingId(id), FindingKind.NEED, new Line("La navette"));
  }

  @Test
  void G1_a_stored_id_is_answered_with_its_commit_whatever_it_holds_now() {
    var id = new CommandId(TAB, 100);
    var table = ATable.withMembers().does(ANA, id, add("f1"));
    var stored = table.seq();
    table.does(ANA, add("f2"));

    assertThat(table.decides(ANA, id, add("f1"))).isEqualTo(new Decision.Repeated(stored));
    assertThat(table.decides(ANA, id, new MovePhase(Phase.DEBATE, null)))
        .isEqualTo(new Decision.Repeated(stored));
  }

  @Test
  void G2_a_number_below_the_last_thousand_is_stale() {
    var table =
        ATable.withMembers()
            .does(ANA, new CommandId(TAB, 5_000), add("f1"))
            .does(ANA, new CommandId(TAB, 6_000), add("f2"));

    assertThat(table.decides(ANA, new CommandId(TAB, 5_000), add("f1")))
        .isEqualTo(Decision.refuse(RefusalCode.COMMAND_STALE));
    assertThat(table.decides(ANA, new CommandId(TAB, 5_001), add("f3")))
        .isInstanceOf(Decision.Accepted.class);
    assertThat(table.decides(ANA, new CommandId(TAB, 6_000), add("f2")))
        .isInstanceOf(Decision.Repeated.class);
  }

  @Test
  void G3_numbers_may_leap_and_come_late() {
    var table =
        ATable.withMembers()
            .does(ANA, new CommandId(TAB, 7), add("f1"))
            .does(ANA, new CommandId(TAB, 900), add("f2"));
    table.does(ANA, new CommandId(TAB, 8), add("f3"));
    var late = table.seq();

    assertThat(table.decides(ANA, new CommandId(TAB, 8), add("f3")))
        .isEqualTo(new Decision.Repeated(late));
    assertThat(table.decides(ANA, new CommandId(TAB, 9), add("f4")))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void G3_another_participants_client_of_the_same_name_is_another_client() {
    var table = ATable.withMembers().does(ANA, new CommandId(TAB, 5_000), add("f1"));

    assertThat(table.decides(YANN, new CommandId(TAB, 5_000), add("f2")))
        .isInstanceOf(Decision.Accepted.class);
    assertThat(table.decides(YANN, new CommandId(TAB, 1), add("f2")))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void G4_a_client_is_forgotten_90_days_after_its_last_commit() {
    var id = new CommandId(TAB, 1_000);
    var table = ATable.withMembers().does(ANA, id, add("f1"));
    var other = new CommandId(new ClientId("other-01"), 1);

    var within = ATable.NOON.plus(IdMemory.IDLE_MAX);
    table.at(within).does(YANN, other, add("f2"));
    assertThat(table.decides(ANA, id, add("f3"))).isInstanceOf(Decision.Repeated.class);

    table.at(within.plusMillis(1)).does(YANN, add("f4"));
    assertThat(table.decides(ANA, id, add("f3"))).isInstanceOf(Decision.Accepted.class);
    assertThat(table.decides(YANN, other, add("f5"))).isInstanceOf(Decision.Repeated.class);
  }

  @Test
  void G4_beyond_10_000_clients_whoever_has_most_loses_the_one_unused_longest() {
    var clients = new ArrayList<CommandId>();
    var table = ATable.withMembers().does(ANA, new CommandId(TAB, 1), add("f1"));
    table.does(YANN, new CommandId(TAB, 1), add("f2"));
    for (int i = 0; i < IdMemory.CLIENTS_MAX; i++) {
      var id = new CommandId(new ClientId("client-" + (10_000 + i)), 1);
      clients.add(id);
      table.does(LEA, id, new MovePhase(Phase.DEBATE, null));
    }

    assertThat(table.table().memory().all()).hasSize(IdMemory.CLIENTS_MAX);
    assertThat(table.decides(ANA, new CommandId(TAB, 1), add("f3")))
        .isInstanceOf(Decision.Repeated.class);
    assertThat(table.decides(YANN, new CommandId(TAB, 1), add("f3")))
        .isInstanceOf(Decision.Repeated.class);
    assertThat(table.decides(LEA, clients.get(1), new MovePhase(Phase.DEBATE, null)))
        .isInstanceOf(Decision.Accepted.class);
    assertThat(table.decides(LEA, clients.get(2), new MovePhase(Phase.DEBATE, null)))
        .isInstanceOf(Decision.Repeated.class);
  }
}
