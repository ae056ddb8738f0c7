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
import org.pcollections.TreePVector;
import org.tablee.table.ChallengeCommand.AddChallenge;
import org.tablee.table.ChallengeCommand.CloseRating;
import org.tablee.table.ChallengeCommand.GatherFindings;
import org.tablee.table.ChallengeCommand.MoveChallenge;
import org.tablee.table.ChallengeCommand.OpenRating;
import org.tablee.table.ChallengeCommand.RateChallenge;
import org.tablee.table.ChallengeCommand.ReleaseFindings;
import org.tablee.table.ChallengeCommand.RenameChallenge;
import org.tablee.table.ChallengeCommand.RestoreChallenge;
import org.tablee.table.ChallengeCommand.WithdrawChallenge;
import org.tablee.table.ChallengeEvent.ChallengeAdded;
import org.tablee.table.ChallengeEvent.ChallengeRated;
import org.tablee.table.ChallengeEvent.FindingsGathered;
import org.tablee.table.ChallengeEvent.FindingsReleased;
import org.tablee.table.ChallengeEvent.RatingClosed;
import org.tablee.table.ChallengeEvent.RatingOpened;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.DiagnosisCommand.MergeFindings;
import org.tablee.table.DiagnosisCommand.UnmergeFinding;
import org.tablee.table.DiagnosisCommand.WithdrawFinding;
import org.tablee.table.FrameCommand.CloseList;
import org.tablee.table.FrameCommand.MovePhase;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.challenge.Challenge;
import org.tablee.table.challenge.ChallengeRules;
import org.tablee.table.challenge.Rated;
import org.tablee.text.Delta;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GatheringUnderChallengesTest {
  private static final ChallengeId TRAVEL = new ChallengeId("travel");
  private static final ChallengeId COMPANY = new ChallengeId("company");
  private static final ChallengeId NONE = new ChallengeId("none");
  private static final FindingId SHUTTLE = new FindingId("shuttle");
  private static final FindingId HALL = new FindingId("hall");
  private static final FindingId CLUB = new FindingId("club");
  private static final RatingId FIRST = new RatingId("first");
  private static final RatingId SECOND = new RatingId("second");
  private static final Line TITLE = new Line("Se déplacer sans voiture");
  private static final Decision NO_CHALLENGE = Decision.refuseField("/challenge");
  private static final Decision NO_FINDING = Decision.refuseField("/findings");
  private static final Decision OVER = Decision.refuse(RefusalCode.RATING_CLOSED);

  private static ATable withTwo() {
    var table = ATable.withMembers();
    for (var id : List.of(SHUTTLE, HALL, CLUB)) {
      table.does(ANA, new AddFinding(id, FindingKind.NEED, TITLE));
    }
    return table
        .does(ANA, new AddChallenge(TRAVEL, TITLE))
        .does(ANA, new AddChallenge(COMPANY, TITLE));
  }

  private static Challenge find(ATable table, ChallengeId id) {
    return Objects.requireNonNull(table.table().challenges().find(id));
  }

  private static List<ChallengeId> order(ATable table) {
    return table.table().challenges().inOrder().stream().map(Challenge::id).toList();
  }

  private static EditText edit(ATable table) {
    return new EditText(new TextId("travel"), table.seq(), Delta.builder().insert("a").build());
  }

  @Test
  void CH1_a_challenge_is_added_at_the_end_with_a_text_of_its_own() {
    var table = withTwo();

    assertThat(table.decides(YANN, new AddChallenge(NONE, TITLE)))
        .isEqualTo(Decision.accept(new ChallengeAdded(NONE, TITLE, new TextId("none"))));
    assertThat(order(table)).containsExactly(TRAVEL, COMPANY);
    assertThat(find(table, COMPANY))
        .isEqualTo(
            new Challenge(
                COMPANY,
                TITLE,
                new TextId("company"),
                ANA,
                NOON,
                TreePVector.empty(),
                TreePVector.empty(),
                false,
                false));
    assertThat(table.decides(YANN, edit(table))).isInstanceOf(Decision.Accepted.class);
    for (var taken : List.of("travel", "shuttle", "ana")) {
      assertThat(table.decides(YANN, new AddChallenge(new ChallengeId(taken), TITLE)))
          .isEqualTo(NO_CHALLENGE);
    }
  }

  @Test
  void CH1_a_challenge_is_renamed_moved_withdrawn_and_restored() {
    var title = new Line("Voir du monde");
    var table =
        withTwo()
            .does(ANA, new RenameChallenge(COMPANY, title))
            .does(YANN, new MoveChallenge(COMPANY, TRAVEL))
            .does(ANA, new WithdrawChallenge(TRAVEL));

    assertThat(order(table)).containsExactly(COMPANY, TRAVEL);
    assertThat(find(table, COMPANY).title()).isEqualTo(title);
    assertThat(find(table, TRAVEL).isWithdrawn()).isTrue();
    assertThat(table.decides(ANA, edit(table))).isEqualTo(Decision.refuse(RefusalCode.TEXT_LOCKED));
    table.does(ANA, new RestoreChallenge(TRAVEL));
    assertThat(find(table, TRAVEL).isWithdrawn()).isFalse();
    for (var command :
        List.of(
            new RenameChallenge(NONE, TITLE),
            new MoveChallenge(NONE, null),
            new WithdrawChallenge(NONE),
            new RestoreChallenge(NONE))) {
      assertThat(table.decides(LEA, command)).isEqualTo(NO_CHALLENGE);
    }
  }

  @Test
  void CH1_a_table_holds_1_000_challenges() {
    var table = ATable.withMembers();
    for (int i = 0; i < ChallengeRules.CHALLENGES_MAX; i++) {
      table.does(ANA, new AddChallenge(new ChallengeId("c" + i), TITLE));
    }

    assertThat(table.decides(ANA, new AddChallenge(TRAVEL, TITLE)))
        .isEqualTo(Decision.refuse(RefusalCode.LIST_FULL));
  }

  @Test
  void PH3_a_challenge_that_is_added_after_the_debate_is_late() {
    var reason = new Line("Pour voir");
    var table =
        ATable.withMembers()
            .does(LEA, new MovePhase(Phase.DEBATE, reason))
            .does(ANA, new AddChallenge(TRAVEL, TITLE))
            .does(LEA, new MovePhase(Phase.PROPOSALS, reason))
            .does(ANA, new AddChallenge(COMPANY, TITLE));

    assertThat(find(table, TRAVEL).isLate()).isFalse();
    assertThat(find(table, COMPANY).isLate()).isTrue();
  }

  @Test
  void CH2_a_finding_stands_under_one_challenge_and_gathering_moves_it() {
    var table = withTwo();

    assertThat(table.decides(YANN, new GatherFindings(TRAVEL, List.of(SHUTTLE, HALL))))
        .isEqualTo(Decision.accept(new FindingsGathered(TRAVEL, List.of(SHUTTLE, HALL))));
    table.does(YANN, new GatherFindings(TRAVEL, List.of(SHUTTLE, HALL)));
    table.does(YANN, new GatherFindings(TRAVEL, List.of(CLUB)));
    assertThat(find(table, TRAVEL).findings()).containsExactly(SHUTTLE, HALL, CLUB);

    table.does(YANN, new GatherFindings(COMPANY, List.of(CLUB, SHUTTLE)));
    assertThat(find(table, TRAVEL).findings()).containsExactly(HALL);
    assertThat(find(table, COMPANY).findings()).containsExactly(CLUB, SHUTTLE);
    assertThat(table.table().challenges().under()).hasSize(3).containsEntry(CLUB, COMPANY);
  }

  @Test
  void CH2_what_is_released_stands_under_no_challenge() {
    var table = withTwo().does(YANN, new GatherFindings(TRAVEL, List.of(SHUTTLE, HALL)));

    assertThat(table.decides(YANN, new ReleaseFindings(List.of(HALL, CLUB))))
        .isEqualTo(Decision.accept(new FindingsReleased(List.of(HALL, CLUB))));
    table.does(YANN, new ReleaseFindings(List.of(HALL, CLUB)));
    assertThat(find(table, TRAVEL).findings()).containsExactly(SHUTTLE);
    assertThat(table.table().challenges().under()).containsOnlyKeys(SHUTTLE);
  }

  @Test
  void CH3_what_is_not_there_or_is_withdrawn_is_not_gathered() {
    var table =
        withTwo().does(ANA, new WithdrawFinding(HALL)).does(ANA, new WithdrawChallenge(COMPANY));

    assertThat(table.decides(ANA, new GatherFindings(TRAVEL, List.of(SHUTTLE, HALL))))
        .isEqualTo(NO_FINDING);
    assertThat(table.decides(ANA, new GatherFindings(TRAVEL, List.of(new FindingId("none")))))
        .isEqualTo(NO_FINDING);
    assertThat(table.decides(ANA, new ReleaseFindings(List.of(new FindingId("none")))))
        .isEqualTo(NO_FINDING);
    for (var id : List.of(COMPANY, NONE)) {
      assertThat(table.decides(ANA, new GatherFindings(id, List.of(SHUTTLE))))
          .isEqualTo(NO_CHALLENGE);
    }
  }

  @Test
  void CH4_what_is_merged_stands_under_the_challenge_of_the_first_parent_that_was_gathered() {
    var one = new FindingId("one");
    var table =
        withTwo()
            .does(YANN, new GatherFindings(TRAVEL, List.of(HALL, CLUB)))
            .does(LEA, new MergeFindings(one, FindingKind.NEED, TITLE, List.of(SHUTTLE, CLUB)));

    assertThat(find(table, TRAVEL).findings()).containsExactly(HALL, one, CLUB);
    assertThat(table.table().challenges().under()).containsEntry(one, TRAVEL);
    assertThat(table.decides(ANA, new GatherFindings(COMPANY, List.of(CLUB))))
        .isEqualTo(Decision.refuse(RefusalCode.FINDING_MERGED));
    table.does(LEA, new UnmergeFinding(one)).does(ANA, new GatherFindings(COMPANY, List.of(CLUB)));
    assertThat(find(table, COMPANY).findings()).containsExactly(CLUB);
  }

  @Test
  void CH5_one_rating_is_open_at_a_time_and_closed_by_name() {
    var table = withTwo();

    assertThat(table.decides(LEA, new OpenRating(FIRST, false)))
        .isEqualTo(Decision.accept(new RatingOpened(FIRST, false)));
    assertThat(table.decides(LEA, new CloseRating(FIRST)))
        .isEqualTo(Decision.refuseField("/rating"));
    table.does(LEA, new OpenRating(FIRST, false));
    assertThat(table.decides(LEA, new OpenRating(SECOND, false)))
        .isEqualTo(Decision.refuseField("/rating"));
    assertThat(table.decides(LEA, new CloseRating(SECOND)))
        .isEqualTo(Decision.refuseField("/rating"));
    assertThat(table.decides(LEA, new CloseRating(FIRST)))
        .isEqualTo(Decision.accept(new RatingClosed(FIRST, null)));
    table.does(LEA, new CloseRating(FIRST));
    assertThat(table.decides(LEA, new CloseRating(FIRST))).isEqualTo(OVER);
  }

  @Test
  void CH5_with_the_next_rating_the_values_of_the_one_before_are_gone_and_its_id_stays_taken() {
    var table =
        withTwo()
            .does(LEA, new OpenRating(FIRST, false))
            .does(YANN, new RateChallenge(FIRST, TRAVEL, new Score(9)))
            .does(LEA, new CloseRating(FIRST));
    assertThat(find(table, TRAVEL).ratings()).hasSize(1);

    table.does(LEA, new OpenRating(SECOND, false));
    assertThat(find(table, TRAVEL).ratings()).isEmpty();
    table.does(LEA, new CloseRating(SECOND));
    for (var taken : List.of(FIRST, SECOND)) {
      assertThat(table.decides(LEA, new OpenRating(taken, false)))
          .isEqualTo(Decision.refuseField("/rating"));
      assertThat(table.decides(LEA, new AddChallenge(new ChallengeId(taken.value()), TITLE)))
          .isEqualTo(NO_CHALLENGE);
    }
  }

  @Test
  void CH6_the_last_word_of_a_member_counts_and_not_knowing_is_one() {
    var table = withTwo().does(LEA, new OpenRating(FIRST, false));

    assertThat(table.decides(YANN, new RateChallenge(FIRST, TRAVEL, new Score(10))))
        .isEqualTo(Decision.accept(new ChallengeRated(TRAVEL, new Score(10))));
    table
        .does(YANN, new RateChallenge(FIRST, TRAVEL, new Score(3)))
        .does(LEA, new RateChallenge(FIRST, TRAVEL, null))
        .does(YANN, new RateChallenge(FIRST, TRAVEL, new Score(8)));
    assertThat(find(table, TRAVEL).ratings())
        .containsExactly(new Rated(YANN, new Score(8), NOON), new Rated(LEA, null, NOON));
    assertThat(find(table, COMPANY).ratings()).isEmpty();
  }

  @Test
  void CH6_nothing_is_rated_before_a_rating_opens_or_after_it_closed() {
    var rate = new RateChallenge(FIRST, TRAVEL, new Score(5));
    var table = withTwo();
    assertThat(table.decides(YANN, rate)).isEqualTo(OVER);

    table.does(LEA, new OpenRating(FIRST, false)).does(ANA, new WithdrawChallenge(COMPANY));
    for (var id : List.of(COMPANY, NONE)) {
      assertThat(table.decides(YANN, new RateChallenge(FIRST, id, null))).isEqualTo(NO_CHALLENGE);
    }
    table.does(YANN, rate).does(LEA, new CloseRating(FIRST));
    assertThat(table.decides(YANN, rate)).isEqualTo(OVER);
    assertThat(find(table, TRAVEL).ratings()).hasSize(1);
    table.does(LEA, new OpenRating(SECOND, false));
    assertThat(table.decides(YANN, rate)).isEqualTo(OVER);
  }

  @Test
  void CH7_a_closed_list_locks_the_texts_of_challenges_and_leaves_a_rating_alone() {
    var table = withTwo().does(LEA, new CloseList(ListName.CHALLENGES, null));

    assertThat(table.decides(LEA, edit(table))).isEqualTo(Decision.refuse(RefusalCode.TEXT_LOCKED));
    assertThat(table.decides(LEA, new ReleaseFindings(List.of(HALL))))
        .isEqualTo(Decision.refuse(RefusalCode.LIST_CLOSED));
    table
        .does(LEA, new OpenRating(FIRST, false))
        .does(YANN, new RateChallenge(FIRST, TRAVEL, new Score(1)))
        .does(LEA, new CloseRating(FIRST));
    assertThat(find(table, TRAVEL).ratings()).hasSize(1);
  }
}
