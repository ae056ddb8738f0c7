package org.tablee.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.YANN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.table.Inside.Content;
import org.tablee.table.ProposalCommand.AddProposal;
import org.tablee.table.ProposalCommand.WithdrawProposal;
import org.tablee.table.TableCommand.Join;
import org.tablee.table.Tally.OfChoices;
import org.tablee.table.VoteCommand.CastBallot;
import org.tablee.table.VoteCommand.CloseVote;
import org.tablee.table.VoteCommand.DropVote;
import org.tablee.table.VoteCommand.OpenVote;
import org.tablee.table.VoteCommand.PublishVote;
import org.tablee.table.VoteEvent.BallotCast;
import org.tablee.table.VoteEvent.NamedBallot;
import org.tablee.table.VoteEvent.VoteClosed;
import org.tablee.table.VoteEvent.VoteDropped;
import org.tablee.table.VoteEvent.VoteOpened;
import org.tablee.table.VoteEvent.VotePublished;
import org.tablee.table.VoteResults.OfCollege;
import org.tablee.table.vote.Vote;
import org.tablee.table.vote.VoteState;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HoldingVotesTest {
  private static final VoteId VOTE = new VoteId("bench");
  private static final BoxId BOX = new BoxId("bench");
  private static final ProposalId PROPOSAL = new ProposalId("benches");
  private static final Line QUESTION = new Line("Un banc à l’ombre ?");
  private static final DeviceKey KEY = new DeviceKey("kVf3nD0o8mQ2sX5yZ7aB1c");
  private static final OptionId PARK = new OptionId("park");
  private static final OptionId SQUARE = new OptionId("square");
  private static final Ballot YES = new Ballot.Choice(BallotChoice.YES);
  private static final Ballot NO = new Ballot.Choice(BallotChoice.NO);
  private static final Decision CLOSED = Decision.refuse(RefusalCode.VOTE_CLOSED);

  private static OpenVote open(VoteMethod method, boolean secret) {
    var options =
        method.hasOptions()
            ? List.of(
                new VoteOption(PARK, new Line("Au parc")),
                new VoteOption(SQUARE, new Line("Sur la place")))
            : List.<VoteOption>of();
    return new OpenVote(
        VOTE, null, QUESTION, method, options, secret, method == VoteMethod.DOTS ? 3 : null);
  }

  private static ATable withVote(VoteMethod method, boolean secret) {
    return ATable.withMembers().does(LEA, open(method, secret));
  }

  private static CastBallot cast(Ballot ballot) {
    return new CastBallot(VOTE, KEY, ballot);
  }

  private static Vote vote(ATable table) {
    return Objects.requireNonNull(table.table().votes().find(VOTE));
  }

  private static Given given(ParticipantId who) {
    return new Given(who, Slot.ONLY);
  }

  /** What a host does once the box is seen to. */
  private static ATable marked(ATable table, ParticipantId... who) {
    for (var one : who) {
      table.told(ParticipantId.SYSTEM, new BallotCast(VOTE, one));
    }
    return table;
  }

  private static ATable closed(ATable table) {
    return table.told(LEA, new VoteClosed(VOTE));
  }

  /** Members of a college, by the names {@code prefix-0} and so on. */
  private static List<ParticipantId> seat(ATable table, String prefix, int count) {
    var college = prefix.equals("h") ? ATable.INHABITANTS : ATable.USERS;
    return IntStream.range(0, count)
        .mapToObj(number -> new ParticipantId(prefix + "-" + number))
        .peek(who -> table.act(new Join(who, Role.PARTICIPANT, college, Presence.REMOTE)))
        .toList();
  }

  private static ATable emptyTable() {
    return new ATable()
        .created()
        .act(new Join(LEA, Role.FACILITATOR, null, Presence.ROOM))
        .does(LEA, open(VoteMethod.YESNO, true));
  }

  @Test
  void VO1_a_vote_is_opened_for_everyone_to_see_secret_or_named_by_each_method() {
    for (var method : VoteMethod.values()) {
      for (var secret : List.of(true, false)) {
        var table = ATable.withMembers();
        var open = open(method, secret);

        assertThat(table.decides(LEA, open))
            .isEqualTo(
                Decision.accept(
                    new VoteOpened(
                        VOTE, null, QUESTION, method, open.options(), secret, open.dots())));
        table.does(LEA, open);
        assertThat(vote(table).isSecret()).isEqualTo(secret);
        assertThat(vote(table).state()).isEqualTo(VoteState.OPEN);
        assertThat(table.decides(LEA, open)).isEqualTo(Decision.refuseField("/vote"));
      }
    }
  }

  @Test
  void VO1_options_bear_ids_of_their_own_that_stay_taken() {
    var table = withVote(VoteMethod.DOTS, false);
    var again = new ArrayList<>(open(VoteMethod.RANKING, false).options());

    assertThat(table.decides(LEA, open(new VoteId("v2"), again)))
        .isEqualTo(Decision.refuseField("/options/0/id"));
    again.set(0, new VoteOption(new OptionId("v2"), QUESTION));
    assertThat(table.decides(LEA, open(new VoteId("v2"), again)))
        .isEqualTo(Decision.refuseField("/options/0/id"));
    again.set(0, new VoteOption(new OptionId("o2"), QUESTION));
    again.set(1, new VoteOption(new OptionId("o2"), QUESTION));
    assertThat(table.decides(LEA, open(new VoteId("v2"), again)))
        .isEqualTo(Decision.refuseField("/options/1/id"));
  }

  private static OpenVote open(VoteId vote, List<VoteOption> options) {
    return new OpenVote(vote, null, QUESTION, VoteMethod.RANKING, options, false, null);
  }

  @Test
  void VO1_a_vote_is_about_a_proposal_that_stands_or_about_none() {
    var table = ATable.withMembers();
    var about = new OpenVote(VOTE, PROPOSAL, QUESTION, VoteMethod.CONSENT, List.of(), false, null);

    assertThat(table.decides(LEA, about)).isEqualTo(Decision.refuseField("/about"));
    table.does(ANA, new AddProposal(PROPOSAL, QUESTION));
    assertThat(table.decides(LEA, about)).isInstanceOf(Decision.Accepted.class);
    table.does(ANA, new WithdrawProposal(PROPOSAL));
    assertThat(table.decides(LEA, about)).isEqualTo(Decision.refuseField("/about"));
  }

  @Test
  void VO1_a_table_has_100_votes_at_most() {
    var table = ATable.withMembers();
    for (int i = 0; i < 100; i++) {
      table.does(
          LEA,
          new OpenVote(
              new VoteId("v" + i), null, QUESTION, VoteMethod.SCALE, List.of(), true, null));
    }

    assertThat(table.decides(LEA, open(VoteMethod.YESNO, true)))
        .isEqualTo(Decision.refuse(RefusalCode.LIST_FULL));
  }

  @Test
  void VO2_a_ballot_goes_into_the_box_by_name_or_by_the_secret_alone() {
    var sealed = new SealedBallot(YES, null);

    assertThat(withVote(VoteMethod.YESNO, true).decides(ANA, cast(YES)))
        .isEqualTo(
            new Decision.PutIn(
                BOX, new Hand.Unsigned(given(ANA), KEY), sealed, RefusalCode.VOTE_CLOSED));
    assertThat(withVote(VoteMethod.YESNO, false).decides(LEA, cast(YES)))
        .isEqualTo(
            new Decision.PutIn(BOX, new Hand.Signed(given(LEA)), sealed, RefusalCode.VOTE_CLOSED));
    assertThat(ATable.withMembers().decides(ANA, cast(YES)))
        .isEqualTo(Decision.refuseField("/vote"));
  }

  @Test
  void VO2_a_closed_vote_takes_no_ballot_save_that_one_who_voted_may_be_asking_again() {
    var table = closed(marked(withVote(VoteMethod.YESNO, true), ANA));

    assertThat(table.decides(YANN, cast(YES))).isEqualTo(CLOSED);
    assertThat(table.decides(ANA, cast(YES))).isInstanceOf(Decision.PutIn.class);
  }

  @Test
  void VO3_a_ballot_says_what_its_method_asks_of_the_options_there_are() {
    fits(VoteMethod.CONSENT, new Ballot.Choice(BallotChoice.RESERVE), null);
    fits(VoteMethod.CONSENT, YES, "/ballot/choice");
    fits(VoteMethod.YESNO, new Ballot.Choice(BallotChoice.ABSTAIN), null);
    fits(VoteMethod.YESNO, new Ballot.Choice(BallotChoice.OBJECT), "/ballot/choice");
    fits(VoteMethod.JUDGMENT, grades(Map.of(PARK, 6, SQUARE, 0)), null);
    fits(VoteMethod.JUDGMENT, grades(Map.of(PARK, 6)), "/ballot/grades");
    fits(VoteMethod.DOTS, dots(Map.of(PARK, 2, SQUARE, 1)), null);
    fits(VoteMethod.DOTS, dots(Map.of()), null);
    fits(VoteMethod.DOTS, dots(Map.of(PARK, 2, SQUARE, 2)), "/ballot/dots");
    fits(VoteMethod.DOTS, dots(Map.of(new OptionId("river"), 1)), "/ballot/dots");
    fits(VoteMethod.RANKING, new Ballot.Order(List.of(SQUARE)), null);
    fits(
        VoteMethod.RANKING,
        new Ballot.Order(List.of(SQUARE, new OptionId("river"))),
        "/ballot/order");
    fits(VoteMethod.SCALE, new Ballot.Value(new Score(7)), null);
    fits(VoteMethod.SCALE, new Ballot.Value(null), null);
    fits(VoteMethod.DOTS, new Ballot.Value(null), "/ballot");
    fits(VoteMethod.SCALE, dots(Map.of()), "/ballot/dots");
  }

  private static void fits(VoteMethod method, Ballot ballot, @Nullable String refused) {
    var decision = withVote(method, true).decides(ANA, cast(ballot));
    if (refused == null) {
      assertThat(decision).as("%s", method).isInstanceOf(Decision.PutIn.class);
    } else {
      assertThat(decision).as("%s", method).isEqualTo(Decision.refuseField(refused));
    }
  }

  private static Ballot grades(Map<OptionId, Integer> grades) {
    return new Ballot.Grades(new TreeMap<>(grades));
  }

  private static Ballot dots(Map<OptionId, Integer> dots) {
    return new Ballot.Dots(new TreeMap<>(dots));
  }

  @Test
  void VO4_nobody_gets_at_the_result_of_a_vote_that_is_open_and_closing_does_not_tell_it() {
    for (var secret : List.of(true, false)) {
      var table = marked(withVote(VoteMethod.YESNO, secret), ANA, YANN);

      assertThat(table.decides(LEA, new PublishVote(VOTE)))
          .isEqualTo(Decision.refuse(RefusalCode.RIGHTS_RESULT));
      assertThat(table.decides(LEA, new CloseVote(VOTE)))
          .isEqualTo(new Decision.CloseBox(BOX, List.of(new VoteClosed(VOTE))));
      closed(table);
      assertThat(vote(table).results()).isNull();
      assertThat(table.table().boxState(BOX)).isEqualTo(BoxState.CLOSED);
    }
  }

  @Test
  void VO5_a_vote_is_dropped_unread_and_what_is_over_stays_over() {
    var table = withVote(VoteMethod.YESNO, false);
    var drop = new DropVote(VOTE);

    assertThat(table.decides(LEA, drop))
        .isEqualTo(new Decision.CloseBox(BOX, List.of(new VoteDropped(VOTE))));
    closed(table);
    assertThat(table.decides(LEA, new CloseVote(VOTE))).isEqualTo(CLOSED);
    assertThat(table.decides(LEA, drop)).isInstanceOf(Decision.CloseBox.class);
    table.told(LEA, new VoteDropped(VOTE));
    for (var late : List.of(new CloseVote(VOTE), new PublishVote(VOTE), drop)) {
      assertThat(table.decides(LEA, late)).isEqualTo(CLOSED);
    }
    assertThat(table.table().boxState(BOX)).isEqualTo(BoxState.EMPTIED);
  }

  @Test
  void VO6_a_secret_vote_of_four_ballots_is_not_told_and_one_of_five_is() {
    var table = emptyTable();
    var users = seat(table, "u", 5);
    marked(table, users.subList(0, 4).toArray(ParticipantId[]::new));
    closed(table);

    assertThat(table.decides(LEA, new PublishVote(VOTE)))
        .isEqualTo(Decision.refuse(RefusalCode.VOTE_FEW));
    marked(table, users.get(4));
    assertThat(table.decides(LEA, new PublishVote(VOTE))).isEqualTo(new Decision.OpenBox(BOX));
    assertThat(
            closed(marked(withVote(VoteMethod.YESNO, false), ANA))
                .decides(LEA, new PublishVote(VOTE)))
        .isEqualTo(new Decision.OpenBox(BOX));
  }

  @Test
  void VO6_of_a_secret_vote_counts_are_told_and_no_ballot() {
    var table = emptyTable();
    var users = seat(table, "u", 5);

    var published = publish(table, users, ballots(ATable.USERS, YES, YES, NO, YES, YES));

    var tally = tally(5, 4, 1, 0);
    assertThat(published)
        .isEqualTo(
            new VotePublished(
                VOTE, new VoteResults(tally, List.of(new OfCollege(ATable.USERS, tally))), null));
  }

  @Test
  void VO7_a_college_of_four_is_in_the_total_alone_and_what_is_left_over_is_never_under_five() {
    var table = emptyTable();
    var all = new ArrayList<>(seat(table, "u", 5));
    all.addAll(seat(table, "h", 4));
    var contents = new ArrayList<>(ballots(ATable.USERS, YES, YES, YES, YES, YES));
    contents.addAll(ballots(null, NO, NO, NO, NO));

    // Nine less the five of the users would tell the four inhabitants.
    assertThat(publish(table, all, contents).results())
        .isEqualTo(new VoteResults(tally(9, 5, 4, 0), List.of()));
  }

  @Test
  void VO7_of_two_colleges_told_the_smaller_hides_the_few_of_a_third() {
    var table = emptyTable();
    var all = new ArrayList<>(seat(table, "u", 6));
    all.addAll(seat(table, "h", 5));
    all.add(LEA);
    var contents = new ArrayList<>(ballots(ATable.USERS, YES, YES, YES, YES, YES, YES));
    contents.addAll(ballots(ATable.INHABITANTS, NO, NO, NO, NO, NO));
    contents.addAll(ballots(null, YES));

    assertThat(publish(table, all, contents).results())
        .isEqualTo(
            new VoteResults(
                tally(12, 7, 5, 0), List.of(new OfCollege(ATable.USERS, tally(6, 6, 0, 0)))));
  }

  @Test
  void VO7_five_that_are_left_over_hide_each_other_and_nothing_more_is_kept_back() {
    var table = emptyTable();
    var all = new ArrayList<>(seat(table, "u", 5));
    all.addAll(seat(table, "h", 4));
    all.add(LEA);
    var contents = new ArrayList<>(ballots(ATable.USERS, YES, YES, YES, YES, YES));
    contents.addAll(ballots(null, NO, NO, NO, NO, YES));

    assertThat(publish(table, all, contents).results().colleges())
        .isEqualTo(List.of(new OfCollege(ATable.USERS, tally(5, 5, 0, 0))));
  }

  @Test
  void VO7_a_college_is_not_told_where_ballots_of_it_do_not_bear_it() {
    var table = emptyTable();
    var users = seat(table, "u", 6);
    var contents = new ArrayList<>(ballots(ATable.USERS, YES, YES, YES, YES, YES));
    contents.addAll(ballots(null, NO));

    assertThat(publish(table, users, contents).results().colleges()).isEmpty();
  }

  @Test
  void VO8_a_secret_ballot_bears_its_college_where_five_of_it_may_vote_and_no_name_ever() {
    var table = emptyTable();
    seat(table, "u", 4);
    table.act(new Join(new ParticipantId("o"), Role.OBSERVER, ATable.USERS, Presence.REMOTE));
    var voter = new ParticipantId("u-0");

    assertThat(table.decides(voter, cast(YES))).isEqualTo(put(voter, null));
    table.act(new Join(new ParticipantId("s"), Role.SCRIBE, ATable.USERS, Presence.REMOTE));
    assertThat(table.decides(voter, cast(YES))).isEqualTo(put(voter, ATable.USERS));
    assertThat(table.decides(LEA, cast(YES))).isEqualTo(put(LEA, null));
  }

  private static Decision put(ParticipantId who, @Nullable CollegeId college) {
    return new Decision.PutIn(
        BOX,
        new Hand.Unsigned(given(who), KEY),
        new SealedBallot(YES, college),
        RefusalCode.VOTE_CLOSED);
  }

  @Test
  void VO9_a_named_vote_is_told_with_its_ballots_and_by_every_college_that_voted() {
    var table = closed(marked(withVote(VoteMethod.YESNO, false), YANN, ANA));
    var inside =
        new Inside(
            List.of(given(ANA), given(YANN)),
            List.of(
                new Content.Signed(given(YANN), "salt", "commitment", new SealedBallot(NO, null)),
                new Content.Signed(given(ANA), "salt", "commitment", new SealedBallot(YES, null))));

    assertThat(TableRules.open(table.table(), new PublishVote(VOTE), inside, new NoChance()))
        .isEqualTo(
            new VotePublished(
                VOTE,
                new VoteResults(
                    tally(2, 1, 1, 0),
                    List.of(
                        new OfCollege(ATable.USERS, tally(1, 1, 0, 0)),
                        new OfCollege(ATable.INHABITANTS, tally(1, 0, 1, 0)))),
                List.of(new NamedBallot(ANA, YES), new NamedBallot(YANN, NO))));
  }

  @Test
  void VO9_what_is_published_stays_in_the_state() {
    var table = closed(withVote(VoteMethod.YESNO, false));
    var results = new VoteResults(tally(0, 0, 0, 0), List.of());

    table.told(LEA, new VotePublished(VOTE, results, List.of()));

    assertThat(vote(table).state()).isEqualTo(VoteState.PUBLISHED);
    assertThat(vote(table).results()).isEqualTo(results);
    assertThat(vote(table).ballots()).isEmpty();
    assertThat(table.table().boxState(BOX)).isEqualTo(BoxState.EMPTIED);
  }

  @Test
  void SB6_the_marks_that_the_log_lacks_are_those_of_whoever_is_in_the_box_alone() {
    var table = marked(withVote(VoteMethod.YESNO, true), ANA);
    var inside = new Inside(List.of(given(ANA), given(LEA), given(YANN)), List.of());

    assertThat(table.table().marks(BOX, inside))
        .isEqualTo(List.of(new BallotCast(VOTE, LEA), new BallotCast(VOTE, YANN)));
  }

  private static List<Content> ballots(@Nullable CollegeId college, Ballot... ballots) {
    var contents = new ArrayList<Content>();
    for (var ballot : ballots) {
      contents.add(new Content.Unsigned(new SealedBallot(ballot, college)));
    }
    return contents;
  }

  private static VotePublished publish(
      ATable table, List<ParticipantId> voters, List<Content> contents) {
    var inside = new Inside(voters.stream().map(HoldingVotesTest::given).toList(), contents);
    return (VotePublished)
        TableRules.open(table.table(), new PublishVote(VOTE), inside, new NoChance());
  }

  private static OfChoices tally(int ballots, int yes, int no, int abstain) {
    return new OfChoices(
        ballots,
        List.of(
            new OfChoices.Count(BallotChoice.YES, yes),
            new OfChoices.Count(BallotChoice.NO, no),
            new OfChoices.Count(BallotChoice.ABSTAIN, abstain)));
  }

  /** Nothing in a vote is left to chance. */
  private static final class NoChance implements Chance {
    @Override
    public <T> List<T> shuffled(List<T> things) {
      throw new AssertionError("shuffled");
    }

    @Override
    public String newId() {
      throw new AssertionError("an id");
    }
  }
}
