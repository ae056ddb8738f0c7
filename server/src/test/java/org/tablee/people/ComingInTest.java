package org.tablee.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tablee.people.Reception.USERS;
import static org.tablee.people.Reception.secret;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.json.JsonValue.JsonNumber;
import org.tablee.store.MemoryStore.Lost;
import org.tablee.store.Store.Collection;
import org.tablee.store.Store.Direction;
import org.tablee.store.StoreUnavailableException;
import org.tablee.table.Participant;
import org.tablee.table.Presence;
import org.tablee.table.Refusal;
import org.tablee.table.RefusalCode;
import org.tablee.table.Role;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComingInTest {
  private static final Entry UNKNOWN =
      new Entry.Refused(new Refusal(RefusalCode.INVITATION_UNKNOWN));

  private final Reception reception = new Reception();

  @Test
  void P1_looking_at_an_invitation_consumes_nothing() {
    var table = reception.table();
    int writes = reception.store.writes();

    var opening = reception.door.look(secret(table, Role.PARTICIPANT), Reception.HERE);
    var look = ((Opening.Open) opening).invitation();

    assertThat(look.college()).isEqualTo(USERS);
    assertThat(look.table()).isEqualTo(table.table().id());
    assertThat(reception.store.writes()).isEqualTo(writes);
  }

  @Test
  void P2_unknown_revoked_expired_and_used_up_secrets_are_answered_alike() {
    var table = reception.table();
    var revoked = secret(table, Role.PARTICIPANT);
    assertThat(reception.tables.revoke(table.table(), revoked.invitation())).isTrue();
    var expired = given("expired-secret-0000", "expiresAt", reception.now.toEpochMilli());
    var usedUp = given("used-up-secret-0000", "usesLeft", 0);

    for (var secret : List.of(revoked, expired, usedUp, new Secret("never-was-one"))) {
      assertThat(reception.accept(secret, "Eve", null)).isEqualTo(UNKNOWN);
      assertThat(reception.door.look(secret, Reception.HERE))
          .isEqualTo(new Opening.Refused(new Refusal(RefusalCode.INVITATION_UNKNOWN)));
    }
  }

  private Secret given(String secret, String field, long value) {
    var table = reception.table();
    var invitation = Invitation.to(table.table().id(), Role.PARTICIPANT, USERS, new Secret(secret));
    var json = invitation.write().and(field, new JsonNumber(value));
    var entry = new org.tablee.store.Store.Entry(invitation.id().value(), json);
    var _ = reception.store.insert(Collection.INVITATIONS, entry);
    return invitation.secret();
  }

  @Test
  void P2_an_invitation_with_uses_left_opens_so_many_times() {
    var secret = given("two-uses-secret-000", "usesLeft", 2);

    assertThat(reception.accept(secret, "Ana", null)).isInstanceOf(Entry.In.class);
    assertThat(reception.accept(secret, "Bao", null)).isInstanceOf(Entry.In.class);
    assertThat(reception.accept(secret, "Eve", null)).isEqualTo(UNKNOWN);
  }

  @Test
  void P3_a_newcomer_is_in_the_register_by_name_and_in_the_log_by_id_alone() {
    var table = reception.table();
    var ana = reception.enter(secret(table, Role.PARTICIPANT), "Ana", null);

    var id = ana.seated().id();
    assertThat(ana.isNew()).isTrue();
    assertThat(reception.register.find(table.table().id(), id)).hasValue(ana.seated());
    assertThat(reception.logs.now(table.table().id()).members().inOrder())
        .containsExactly(new Participant(id, Role.PARTICIPANT, USERS, Presence.ROOM));
    assertThat(reception.named).containsExactly(table.table().id().value() + " Ana");
    assertThat(reception.store.read(Collection.TOKENS, ana.token().value())).isEmpty();
    assertThat(everything()).doesNotContain(ana.token().value());
  }

  private String everything() {
    return reception.store.range(Collection.TOKENS, " ", "~", Direction.UP, 1_000).toString();
  }

  @Test
  void P3_an_observer_is_registered_and_makes_no_commit() {
    var table = reception.table();
    var before = reception.logs.now(table.table().id());

    var omar = reception.enter(secret(table, Role.OBSERVER), "Omar", null);

    assertThat(reception.logs.now(table.table().id())).isEqualTo(before);
    assertThat(reception.door.seated(reception.held(omar).session(), table.table().id()))
        .hasValue(omar.seated());
  }

  @Test
  void P4_a_session_sits_at_a_table_once_and_keeps_the_higher_role() {
    var table = reception.table();
    var ana = reception.enter(secret(table, Role.PARTICIPANT), "Ana", null);

    var raised = reception.enter(secret(table, Role.FACILITATOR), "Anna", reception.held(ana));
    var kept = reception.enter(secret(table, Role.PARTICIPANT), "Ana", reception.held(ana));

    assertThat(raised)
        .isEqualTo(new Entry.In(ana.seated().as(Role.FACILITATOR, USERS), ana.token(), false));
    assertThat(kept).isEqualTo(raised);
    assertThat(reception.logs.now(table.table().id()).members().inOrder())
        .containsExactly(
            new Participant(ana.seated().id(), Role.FACILITATOR, USERS, Presence.ROOM));
  }

  @Test
  void P4_a_session_goes_on_to_other_tables_with_the_same_token() {
    var here = reception.table();
    var there = reception.table();
    var ana = reception.enter(secret(here, Role.PARTICIPANT), "Ana", null);

    var again = reception.enter(secret(there, Role.OBSERVER), "Ana", reception.held(ana));

    assertThat(again.isNew()).isTrue();
    assertThat(again.token()).isEqualTo(ana.token());
    assertThat(reception.held(ana).session().seats())
        .isEqualTo(
            Map.of(here.table().id(), ana.seated().id(), there.table().id(), again.seated().id()));
  }

  @Test
  void P5_an_observer_who_accepts_a_members_invitation_becomes_that_member() {
    var table = reception.table();
    var omar = reception.enter(secret(table, Role.OBSERVER), "Omar", null);

    var member = reception.enter(secret(table, Role.PARTICIPANT), "Omar", reception.held(omar));

    assertThat(member.isNew()).isFalse();
    assertThat(member.seated()).isEqualTo(omar.seated().as(Role.PARTICIPANT, USERS));
    assertThat(reception.logs.now(table.table().id()).members().find(omar.seated().id()))
        .isEqualTo(new Participant(omar.seated().id(), Role.PARTICIPANT, USERS, Presence.ROOM));
  }

  @Test
  void P6_a_full_table_refuses_newcomers_and_keeps_those_inside() {
    var small = new Reception(new DoorLimits(2, 1, 0));
    var table = small.table();
    var ana = small.enter(secret(table, Role.PARTICIPANT), "Ana", null);
    var _ = small.enter(secret(table, Role.FACILITATOR), "Bao", null);
    var omar = small.enter(secret(table, Role.OBSERVER), "Omar", null);
    var full = new Entry.Refused(new Refusal(RefusalCode.TABLE_FULL, Map.of("retryInMs", "60001")));

    assertThat(small.accept(secret(table, Role.PARTICIPANT), "Eve", null)).isEqualTo(full);
    assertThat(small.accept(secret(table, Role.OBSERVER), "Eve", null)).isEqualTo(full);
    assertThat(small.accept(secret(table, Role.PARTICIPANT), "Omar", small.held(omar)))
        .isEqualTo(full);
    assertThat(small.enter(secret(table, Role.FACILITATOR), "Ana", small.held(ana)).seated().role())
        .isEqualTo(Role.FACILITATOR);
  }

  @Test
  void P7_an_invitation_is_accepted_so_many_times_a_minute() {
    var slow = new Reception(new DoorLimits(0, 0, 3));
    var table = slow.table();
    var secret = secret(table, Role.PARTICIPANT);
    for (int i = 0; i < 3; i++) {
      assertThat(slow.accept(secret, "Ana", null)).isInstanceOf(Entry.In.class);
    }

    assertThat(slow.accept(secret, "Eve", null))
        .isEqualTo(
            new Entry.Refused(new Refusal(RefusalCode.RATE_LIMITED, Map.of("retryInMs", "20001"))));
    assertThat(slow.accept(secret(table, Role.OBSERVER), "Omar", null))
        .isInstanceOf(Entry.In.class);
    slow.now = slow.now.plus(Duration.ofSeconds(20));
    assertThat(slow.accept(secret, "Bao", null)).isInstanceOf(Entry.In.class);
  }

  @Test
  void P8_a_newcomer_cut_off_before_the_log_is_no_member_and_comes_in_anew() {
    var table = reception.table();
    reception.logs.isBroken = true;
    assertThatThrownBy(() -> reception.accept(secret(table, Role.PARTICIPANT), "Ana", null))
        .isInstanceOf(StoreUnavailableException.class);
    reception.logs.isBroken = false;

    assertThat(reception.logs.now(table.table().id()).members().count()).isZero();
    var ana = reception.enter(secret(table, Role.PARTICIPANT), "Ana", null);
    assertThat(reception.logs.now(table.table().id()).members().inOrder())
        .extracting(Participant::id)
        .containsExactly(ana.seated().id());
  }

  @Test
  void P8_a_seat_whose_commit_was_cut_off_is_completed_when_it_is_used_next() {
    var other = reception.table();
    var ana = reception.enter(secret(other, Role.PARTICIPANT), "Ana", null);
    var table = reception.table();
    reception.logs.isBroken = true;
    assertThatThrownBy(
            () -> reception.accept(secret(table, Role.PARTICIPANT), "Ana", reception.held(ana)))
        .isInstanceOf(StoreUnavailableException.class);
    reception.logs.isBroken = false;

    var session = reception.held(ana).session();
    var seated = reception.door.seated(session, table.table().id()).orElseThrow();

    assertThat(seated.id()).isEqualTo(session.at(table.table().id()));
    assertThat(reception.logs.now(table.table().id()).members().inOrder())
        .containsExactly(new Participant(seated.id(), Role.PARTICIPANT, USERS, Presence.ROOM));
  }

  @Test
  void P8_a_member_whom_the_log_cannot_take_now_is_not_taken_for_an_observer() {
    var other = reception.table();
    var ana = reception.enter(secret(other, Role.PARTICIPANT), "Ana", null);
    var table = reception.table();
    reception.logs.isAway = true;
    var held = reception.held(ana);
    assertThatThrownBy(() -> reception.accept(secret(table, Role.PARTICIPANT), "Ana", held))
        .isInstanceOf(StoreUnavailableException.class);

    var session = reception.held(ana).session();
    assertThatThrownBy(() -> reception.door.seated(session, table.table().id()))
        .isInstanceOf(StoreUnavailableException.class);
    reception.logs.isAway = false;
    assertThat(reception.door.seated(session, table.table().id()).orElseThrow().role())
        .isEqualTo(Role.PARTICIPANT);
  }

  @Test
  void P13_a_member_of_a_damaged_table_comes_in_as_an_observer() {
    var table = reception.table();
    var ana = reception.enter(secret(table, Role.FACILITATOR), "Ana", null);
    reception.logs.isDamaged = true;

    var seated = reception.door.seated(reception.held(ana).session(), table.table().id());

    assertThat(seated.orElseThrow().id()).isEqualTo(ana.seated().id());
    assertThat(seated.orElseThrow().role()).isEqualTo(Role.OBSERVER);
  }

  @Test
  void P8_whichever_answers_of_the_store_are_lost_nobody_is_in_twice() {
    for (int skipped = 0; skipped < 3; skipped++) {
      for (var lost : Lost.values()) {
        var world = new Reception();
        var table = world.table();
        world.store.loseNextWrites(skipped, lost);

        var ana = world.enter(secret(table, Role.PARTICIPANT), "Ana", null);

        assertThat(world.logs.now(table.table().id()).members().inOrder())
            .extracting(Participant::id)
            .containsExactly(ana.seated().id());
        assertThat(world.held(ana).session().at(table.table().id())).isEqualTo(ana.seated().id());
      }
    }
  }

  @Test
  void P9_the_organisers_link_stays_and_is_shown_until_it_was_accepted() {
    var first = reception.door.organiserInvitation(null);
    assertThat(first.acceptedAt()).isNull();
    assertThat(reception.door.organiserInvitation(null)).isEqualTo(first);

    var olga = reception.enter(first.secret(), "Olga", null);
    var again = reception.enter(first.secret(), "Olga", null);

    assertThat(olga.seated().role()).isEqualTo(Role.ORGANISER);
    assertThat(again.seated().id()).isNotEqualTo(olga.seated().id());
    assertThat(reception.door.organiserInvitation(null).acceptedAt()).isEqualTo(reception.now);
    assertThat(reception.enter(first.secret(), "Olga", reception.held(olga)))
        .isEqualTo(new Entry.In(olga.seated(), olga.token(), false));
  }

  @Test
  void P9_a_secret_that_is_set_closes_the_link_before_it() {
    var first = reception.door.organiserInvitation(null);
    var set = reception.door.organiserInvitation(new Secret("chosen-by-the-town"));

    assertThat(set.secret()).isEqualTo(new Secret("chosen-by-the-town"));
    assertThat(reception.accept(first.secret(), "Eve", null)).isEqualTo(UNKNOWN);
    assertThat(reception.door.organiserInvitation(null)).isEqualTo(set);
    var back = reception.door.organiserInvitation(first.secret());
    assertThat(reception.accept(back.secret(), "Olga", null)).isInstanceOf(Entry.In.class);
  }

  @Test
  void P10_the_organiser_who_joins_a_table_is_its_facilitator_by_a_commit() {
    var table = reception.table();
    var olga = reception.enter(reception.door.organiserInvitation(null).secret(), "Olga", null);
    var held = reception.held(olga);
    var organiser = java.util.Objects.requireNonNull(held.session().organiser());

    var joined = (Entry.In) reception.door.join(table.table().id(), held, organiser, Presence.ROOM);
    var again =
        (Entry.In)
            reception.door.join(table.table().id(), reception.held(olga), organiser, Presence.ROOM);

    assertThat(joined.isNew()).isTrue();
    assertThat(again).isEqualTo(new Entry.In(joined.seated(), olga.token(), false));
    assertThat(reception.logs.now(table.table().id()).members().inOrder())
        .containsExactly(
            new Participant(joined.seated().id(), Role.FACILITATOR, null, Presence.ROOM));
  }

  @Test
  void P11_an_invitation_is_written_before_the_table_points_at_it() {
    var table = reception.table();

    var more = reception.tables.invite(table.table().id(), Role.SCRIBE, null).orElseThrow();

    var card = reception.tables.find(table.table().id()).orElseThrow();
    assertThat(reception.tables.invitationsTo(card))
        .hasSize(table.invitations().size() + 1)
        .endsWith(more);
    assertThat(reception.tables.revoke(card, new InvitationId("0".repeat(64)))).isFalse();
  }

  @Test
  void P12_what_has_been_over_for_180_days_more_is_swept_and_nothing_else() {
    var table = reception.table();
    var old = reception.enter(secret(table, Role.PARTICIPANT), "Ana", null);
    for (int n = 0; n < Sessions.SWEEP_MAX; n++) {
      reception.enter(secret(table, Role.OBSERVER), "Visitor", null);
    }
    reception.now = reception.now.plus(Sessions.KEPT_MAX);
    var fresh = reception.enter(secret(table, Role.PARTICIPANT), "Bao", null);
    reception.sessions.sweep();
    reception.sessions.sweep();
    assertThat(tokens()).hasSize(Sessions.SWEEP_MAX + 2);

    reception.now = reception.now.plusMillis(1);
    reception.sessions.sweep();
    assertThat(tokens()).contains(fresh.token().session().value()).hasSizeGreaterThan(1);
    reception.sessions.sweep();

    assertThat(tokens()).containsExactly(fresh.token().session().value());
    assertThat(reception.sessions.open(old.token())).isEmpty();
    assertThat(reception.sessions.open(fresh.token())).isPresent();
  }

  private List<String> tokens() {
    return reception.store.range(Collection.TOKENS, " ", "~", Direction.UP, 2_000).stream()
        .map(org.tablee.store.Store.Entry::id)
        .toList();
  }

  @Test
  void P12_an_ended_session_opens_nothing_and_an_idle_one_is_over_after_180_days() {
    var table = reception.table();
    var ana = reception.enter(secret(table, Role.PARTICIPANT), "Ana", null);
    var bao = reception.enter(secret(table, Role.PARTICIPANT), "Bao", null);
    reception.sessions.end(reception.held(ana).session().id());
    assertThat(reception.sessions.open(ana.token())).isEmpty();

    int writes = reception.store.writes();
    for (int hour = 0; hour < 24; hour++) {
      reception.now = reception.now.plus(Duration.ofHours(1));
      assertThat(reception.sessions.open(bao.token())).isPresent();
    }
    reception.now = reception.now.plus(Duration.ofHours(1));
    assertThat(reception.sessions.open(bao.token())).isPresent();
    assertThat(reception.store.writes()).isEqualTo(writes + 1);
    reception.now = reception.now.plus(Duration.ofDays(180));
    assertThat(reception.sessions.open(bao.token())).isPresent();
    reception.now = reception.now.plus(Duration.ofDays(180)).plusMillis(1);
    assertThat(reception.sessions.open(bao.token())).isEmpty();
    assertThat(everything()).doesNotContain(bao.token().session().value());
  }
}
