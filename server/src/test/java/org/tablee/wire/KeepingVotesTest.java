package org.tablee.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.LEA;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tablee.table.ATable;
import org.tablee.table.Ballot;
import org.tablee.table.BallotChoice;
import org.tablee.table.Chance;
import org.tablee.table.CollegeId;
import org.tablee.table.DeviceKey;
import org.tablee.table.Given;
import org.tablee.table.Hand;
import org.tablee.table.Inside;
import org.tablee.table.Line;
import org.tablee.table.OptionId;
import org.tablee.table.Score;
import org.tablee.table.SealedBallot;
import org.tablee.table.Slot;
import org.tablee.table.TableRules;
import org.tablee.table.VoteCommand.CastBallot;
import org.tablee.table.VoteCommand.OpenVote;
import org.tablee.table.VoteCommand.PublishVote;
import org.tablee.table.VoteEvent.BallotCast;
import org.tablee.table.VoteEvent.VoteClosed;
import org.tablee.table.VoteId;
import org.tablee.table.VoteMethod;
import org.tablee.table.VoteOption;

/** Votes of every method, in every state, as events, as states and in a box. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingVotesTest {
  private static final VoteId VOTE = new VoteId("v1");
  private static final OptionId O1 = new OptionId("o1");
  private static final OptionId O2 = new OptionId("o2");

  private static OpenVote open(VoteMethod method, boolean secret) {
    var options =
        method.hasOptions()
            ? List.of(
                new VoteOption(O1, new Line("Au parc")), new VoteOption(O2, new Line("Ailleurs")))
            : List.<VoteOption>of();
    return new OpenVote(
        VOTE,
        null,
        new Line("Où ?"),
        method,
        options,
        secret,
        method == VoteMethod.DOTS ? 5 : null);
  }

  private static Ballot ballot(VoteMethod method) {
    return switch (method) {
      case CONSENT -> new Ballot.Choice(BallotChoice.OBJECT);
      case YESNO -> new Ballot.Choice(BallotChoice.NO);
      case JUDGMENT -> new Ballot.Grades(new TreeMap<>(Map.of(O1, 6, O2, 0)));
      case DOTS -> new Ballot.Dots(new TreeMap<>(Map.of(O2, 5)));
      case RANKING -> new Ballot.Order(List.of(O2, O1));
      case SCALE -> new Ballot.Value(new Score(7));
    };
  }

  @ParameterizedTest
  @EnumSource(VoteMethod.class)
  void a_state_with_a_vote_is_read_as_it_was_written(VoteMethod method) {
    for (var secret : List.of(true, false)) {
      var table = ATable.withMembers().does(LEA, open(method, secret));
      same(table);
      same(table.told(LEA, new BallotCast(VOTE, LEA)));
      same(table.told(LEA, new VoteClosed(VOTE)));
      var given = new Given(LEA, Slot.ONLY);
      var content = new SealedBallot(ballot(method), null);
      var inside =
          new Inside(
              List.of(given),
              List.of(
                  secret
                      ? new Inside.Content.Unsigned(content)
                      : new Inside.Content.Signed(given, "salt", "commitment", content)));
      var published = TableRules.open(table.table(), new PublishVote(VOTE), inside, new NoChance());
      assertThat(EventJson.read(EventJson.write(published))).isEqualTo(published);
      same(table.told(LEA, published));
    }
  }

  private static void same(ATable table) {
    var now = table.table();
    var written = StateJson.write(now);
    var read = StateJson.read(written, now.seq(), now.at(), now.texts(), now.memory());
    assertThat(read.votes().inOrder()).isEqualTo(now.votes().inOrder());
    assertThat(StateJson.write(read)).isEqualTo(written);
  }

  @ParameterizedTest
  @EnumSource(VoteMethod.class)
  void a_ballot_is_read_from_a_box_as_it_was_put_in_and_says_nothing_of_itself(VoteMethod method) {
    for (var college : new CollegeId[] {new CollegeId("users"), null}) {
      var sealed = new SealedBallot(ballot(method), college);

      assertThat(BoxContentJson.read(BoxContentJson.write(sealed))).isEqualTo(sealed);
      var key = new DeviceKey("kVf3nD0o8mQ2sX5yZ7aB1c");
      var cast = new CastBallot(VOTE, key, sealed.ballot());
      for (var told :
          List.of(
              sealed, sealed.ballot(), cast, new Hand.Unsigned(new Given(LEA, Slot.ONLY), key))) {
        assertThat(told.toString())
            .doesNotContain("o1", "o2", "OBJECT", "NO", "Score", "7", "users", key.value());
      }
    }
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
