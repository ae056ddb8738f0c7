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
  void B22_P14_secrets_that_open_nothing_leave_nothing_behind_and_are_tried_60_times_a_minute() {
    var reception = new Reception(new DoorLimits(0, 0, 60));
    int writes = reception.store.writes();

    for (int n = 0; n < 10_000; n++) {
      assertThat(guess(reception, n, Reception.HERE))
          .isEqualTo(n < 60 ? RefusalCode.INVITATION_UNKNOWN : RefusalCode.RATE_LIMITED);
    }

    assertThat(reception.store.writes()).isEqualTo(writes);
    reception.now = reception.now.plusSeconds(1);
    assertThat(guess(reception, 0, Reception.HERE)).isEqualTo(RefusalCode.INVITATION_UNKNOWN);
    assertThat(guess(reception, 0, Reception.HERE)).isEqualTo(RefusalCode.RATE_LIMITED);
  }

  private static RefusalCode guess(Reception reception, int n, Source source) {
    var answer = reception.accept(new Secret("guessed-secret-" + n), "Eve", null, source);
    return ((Entry.Refused) answer).refusal().code();
  }

  @Test
  void P14_who_guessed_too_often_does_not_learn_whether_the_organisers_secret_is_right() {
    var reception = new Reception(new DoorLimits(0, 0, 0));
    var right = reception.door.organiserInvitation(new Secret("a-town-of-long-ago")).secret();
    for (int n = 0; n < 60; n++) {
      var _ = guess(reception, n, Reception.HERE);
    }

    var refused = (Entry.Refused) reception.accept(right, "Eve", null);
    assertThat(refused.refusal().code()).isEqualTo(RefusalCode.RATE_LIMITED);
    assertThat(reception.door.look(right, Reception.HERE))
        .isEqualTo(new Opening.Refused(refused.refusal()));
    reception.now = reception.now.plusSeconds(2);
    assertThat(reception.accept(right, "Odile", null)).isInstanceOf(Entry.In.class);
  }

  @Test
  void P14_those_who_have_an_invitation_come_in_beside_one_who_guesses_and_so_do_others() {
    var reception = new Reception(new DoorLimits(0, 0, 0));
    var table = reception.table();
    var organisers = reception.door.organiserInvitation(null).secret();
    for (int n = 0; n < 1_000; n++) {
      var _ = guess(reception, n, Reception.HERE);
    }

    // The same address: that of a town hall, or of a proxy.
    assertThat(reception.accept(secret(table, Role.PARTICIPANT), "Ana", null))
        .isInstanceOf(Entry.In.class);
    var elsewhere = new Source("192.0.2.2");
    assertThat(guess(reception, 0, elsewhere)).isEqualTo(RefusalCode.INVITATION_UNKNOWN);
    assertThat(reception.accept(organisers, "Odile", null, elsewhere)).isInstanceOf(Entry.In.class);
  }

  @Test
  void P14_from_many_addresses_600_secrets_a_minute_are_tried() {
    var reception = new Reception(new DoorLimits(0, 0, 0));
    int tried = 0;
    for (int n = 0; n < 2_000; n++) {
      var code = guess(reception, n, new Source("192.0.2." + n % 100));
      tried += code == RefusalCode.INVITATION_UNKNOWN ? 1 : 0;
    }

    assertThat(tried).isEqualTo(600);
  }

  @Test
  void P14_all_addresses_of_a_network_of_ipv6_are_one_source() {
    assertThat(Source.of("2001:db8:1:2:3:4:5:6")).isEqualTo(Source.of("2001:db8:1:2:0:0:0:9"));
    assertThat(Source.of("2001:db8:1:2:3:4:5:6")).isNotEqualTo(Source.of("2001:db8:1:3:3:4:5:6"));
    assertThat(Source.of("192.0.2.1")).isNotEqualTo(Source.of("192.0.2.2"));
  }
}
