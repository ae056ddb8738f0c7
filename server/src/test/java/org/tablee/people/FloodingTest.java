package org.tablee.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.people.Reception.secret;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.table.RefusalCode;
import org.tablee.table.Role;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FloodingTest {
  @Test
  void B21_of_10_000_acceptances_in_a_minute_60_come_in_and_the_rest_costs_nothing() {
    var reception = new Reception(new DoorLimits(0, 0, 60));
    var table = reception.table();
    var secret = secret(table, Role.PARTICIPANT);
    var first = reception.enter(secret, "Ana", null);
    for (int n = 0; n < 59; n++) {
      var _ = reception.enter(secret, "Eve", null);
    }
    int writes = reception.store.writes();

    for (int n = 0; n < 9_940; n++) {
      var answer = reception.accept(secret, "Eve", null);
      assertThat(((Entry.Refused) answer).refusal().code()).isEqualTo(RefusalCode.RATE_LIMITED);
    }

    assertThat(reception.store.writes()).isEqualTo(writes);
    assertThat(reception.logs.now(table.table().id()).members().count()).isEqualTo(60);
    assertThat(reception.door.seated(reception.held(first).session(), table.table().id()))
        .hasValue(first.seated());
  }

  @Test
  void B22_secrets_that_open_nothing_leave_nothing_behind() {
    var reception = new Reception(new DoorLimits(0, 0, 60));
    int writes = reception.store.writes();

    for (int n = 0; n < 10_000; n++) {
      var answer = reception.accept(new Secret("guessed-secret-" + n), "Eve", null);
      assertThat(((Entry.Refused) answer).refusal().code())
          .isEqualTo(RefusalCode.INVITATION_UNKNOWN);
    }

    assertThat(reception.store.writes()).isEqualTo(writes);
  }
}
