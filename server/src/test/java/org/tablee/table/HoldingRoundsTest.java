package org.tablee.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.NOON;
import static org.tablee.table.ATable.YANN;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.table.Inside.Content;
import org.tablee.table.RoundCommand.CloseRound;
import org.tablee.table.RoundCommand.DropRound;
import org.tablee.table.RoundCommand.HandIn;
import org.tablee.table.RoundCommand.OpenRound;
import org.tablee.table.RoundCommand.RevealRound;
import org.tablee.table.RoundEvent.Entry;
import org.tablee.table.RoundEvent.RoundClosed;
import org.tablee.table.RoundEvent.RoundDropped;
import org.tablee.table.RoundEvent.RoundOpened;
import org.tablee.table.RoundEvent.RoundRevealed;
import org.tablee.table.RoundEvent.SheetHandedIn;
import org.tablee.table.round.Round;
import org.tablee.table.round.RoundState;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HoldingRoundsTest {
  private static final RoundId ROUND = new RoundId("doubts");
  private static final BoxId BOX = new BoxId("doubts");
  private static final Line QUESTION = new Line("Qu’est-ce qui inquiète ?");
  private static final Line SUNDAY = new Line("Le dimanche");
  private static final Line BUS = new Line("Le bus");
  private static final DeviceKey KEY = new DeviceKey("kVf3nD0o8mQ2sX5yZ7aB1c");
  private static final HandIn SHEET = new HandIn(ROUND, KEY, List.of(SUNDAY, BUS));
  private static final Decision CLOSED = Decision.refuse(RefusalCode.ROUND_CLOSED);

  private static OpenRound open(boolean anonymous) {
    return new OpenRound(ROUND, RoundKind.DOUBTS, QUESTION, anonymous, 300);
  }

  private static ATable withRound(boolean anonymous) {
    return ATable.withMembers().does(LEA, open(anonymous));
  }

  private static Round round(ATable table) {
    return Objects.requireNonNull(table.table().rounds().find(ROUND));
  }

  private static Given given(ParticipantId who) {
    return new Given(who, Slot.ONLY);
  }

  /** What a host does once the box is seen to. */
  private static ATable marked(ATable table, ParticipantId... who) {
    for (var one : who) {
      table.told(ParticipantId.SYSTEM, new SheetHandedIn(ROUND, one));
    }
    return table;
  }

  @Test
  void RO1_a_round_is_opened_for_everyone_to_see_anonymous_or_named() {
    for (var anonymous : List.of(true, false)) {
      var table = ATable.withMembers();

      assertThat(table.decides(LEA, open(anonymous)))
          .isEqualTo(
              Decision.accept(new RoundOpened(ROUND, RoundKind.DOUBTS, QUESTION, anonymous, 300)));
      table.does(LEA, open(anonymous));
      assertThat(round(table).isAnonymous()).isEqualTo(anonymous);
      assertThat(round(table).state()).isEqualTo(RoundState.OPEN);
      assertThat(table.decides(LEA, open(true))).isEqualTo(Decision.refuseField("/round"));
    }
  }

  @Test
  void RO1_a_table_has_200_rounds_at_most() {
    var table = ATable.withMembers();
    for (int i = 0; i < 200; i++) {
      table.does(LEA, new OpenRound(new RoundId("r" + i), RoundKind.IDEAS, QUESTION, true, null));
    }

    assertThat(table.decides(LEA, open(true))).isEqualTo(Decision.refuse(RefusalCode.LIST_FULL));
  }

  @Test
  void RO2_the_clock_ends_where_the_time_of_the_opening_says_and_closes_nothing() {
    var table = withRound(true).at(NOON.plusSeconds(4_000));

    assertThat(round(table).endsAt()).isEqualTo(NOON.plusSeconds(300));
    assertThat(table.decides(ANA, SHEET)).isInstanceOf(Decision.PutIn.class);
  }

  @Test
  void RO3_a_sheet_goes_into_the_box_by_name_or_by_the_secret_alone() {
    var sheet = new Sheet(List.of(SUNDAY, BUS));

    assertThat(withRound(true).decides(ANA, SHEET))
        .isEqualTo(
            new Decision.PutIn(
                BOX, new Hand.Unsigned(given(ANA), KEY), sheet, RefusalCode.ROUND_CLOSED));
    assertThat(withRound(false).decides(LEA, SHEET))
        .isEqualTo(
            new Decision.PutIn(BOX, new Hand.Signed(given(LEA)), sheet, RefusalCode.ROUND_CLOSED));
    assertThat(ATable.withMembers().decides(ANA, SHEET)).isEqualTo(Decision.refuseField("/round"));
  }

  @Test
  void RO3_a_closed_round_takes_no_sheet_save_that_one_with_a_sheet_in_may_be_asking_again() {
    var table = marked(withRound(true), ANA).told(LEA, new RoundClosed(ROUND));

    assertThat(table.decides(YANN, SHEET)).isEqualTo(CLOSED);
    assertThat(table.decides(ANA, SHEET)).isInstanceOf(Decision.PutIn.class);
  }

  @Test
  void RO4_an_anonymous_round_of_two_sheets_is_not_revealed_and_one_of_three_is() {
    var table = marked(withRound(true), ANA, YANN);

    assertThat(table.decides(LEA, new RevealRound(ROUND)))
        .isEqualTo(Decision.refuse(RefusalCode.ROUND_FEW));
    assertThat(table.decides(LEA, new DropRound(ROUND))).isInstanceOf(Decision.CloseBox.class);
    assertThat(marked(table, LEA).decides(LEA, new RevealRound(ROUND)))
        .isEqualTo(new Decision.OpenBox(BOX));
    assertThat(withRound(false).decides(LEA, new RevealRound(ROUND)))
        .isEqualTo(new Decision.OpenBox(BOX));
  }

  @Test
  void RO5_a_round_is_closed_then_revealed_or_dropped_and_then_over() {
    var table = withRound(false);
    var close = new CloseRound(ROUND);
    var reveal = new RevealRound(ROUND);
    var drop = new DropRound(ROUND);

    assertThat(table.decides(LEA, close))
        .isEqualTo(new Decision.CloseBox(BOX, List.of(new RoundClosed(ROUND))));
    assertThat(table.decides(LEA, drop))
        .isEqualTo(new Decision.CloseBox(BOX, List.of(new RoundDropped(ROUND))));
    table.told(LEA, new RoundClosed(ROUND));
    assertThat(table.decides(LEA, close)).isEqualTo(CLOSED);
    assertThat(table.decides(LEA, reveal)).isEqualTo(new Decision.OpenBox(BOX));
    assertThat(table.table().boxState(BOX)).isEqualTo(BoxState.CLOSED);
    table.told(LEA, new RoundDropped(ROUND));
    for (var late : List.of(close, reveal, drop)) {
      assertThat(table.decides(LEA, late)).isEqualTo(CLOSED);
    }
    assertThat(table.table().boxState(BOX)).isEqualTo(BoxState.EMPTIED);
  }

  @Test
  void RO6_lines_are_told_one_by_one_in_an_order_of_chance_and_named_where_that_was_said() {
    var reveal = new RevealRound(ROUND);
    var first = new Sheet(List.of(SUNDAY, BUS));
    var second = new Sheet(List.of(new Line("Tout")));
    var givers = List.of(given(ANA), given(YANN));

    assertThat(
            TableRules.open(
                Table.EMPTY,
                reveal,
                new Inside(
                    givers,
                    List.of(
                        new Content.Signed(given(ANA), "salt", "commitment", first),
                        new Content.Signed(given(YANN), "salt", "commitment", second))),
                new Backwards()))
        .isEqualTo(
            new RoundRevealed(
                ROUND,
                List.of(
                    new Entry(new EntryId("id-3"), new Line("Tout"), YANN),
                    new Entry(new EntryId("id-2"), BUS, ANA),
                    new Entry(new EntryId("id-1"), SUNDAY, ANA))));
    assertThat(
            TableRules.open(
                Table.EMPTY,
                reveal,
                new Inside(givers, List.of(new Content.Unsigned(second))),
                new Backwards()))
        .isEqualTo(
            new RoundRevealed(
                ROUND, List.of(new Entry(new EntryId("id-1"), new Line("Tout"), null))));
  }

  @Test
  void SB6_the_marks_that_the_log_lacks_are_those_of_whoever_is_in_the_box_alone() {
    var table = marked(withRound(true), ANA);
    var inside = new Inside(List.of(given(ANA), given(LEA), given(YANN)), List.of());

    assertThat(table.table().marks(BOX, inside))
        .isEqualTo(List.of(new SheetHandedIn(ROUND, LEA), new SheetHandedIn(ROUND, YANN)));
  }

  /** Chance that turns everything round. */
  private static final class Backwards implements Chance {
    private int ids;

    @Override
    public <T> List<T> shuffled(List<T> things) {
      return things.reversed();
    }

    @Override
    public String newId() {
      ids++;
      return "id-" + ids;
    }
  }
}
