package org.tablee.wire;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tablee.table.Ballot;
import org.tablee.table.CollegeId;
import org.tablee.table.DeviceKey;
import org.tablee.table.Line;
import org.tablee.table.OptionId;
import org.tablee.table.ParticipantId;
import org.tablee.table.ProposalId;
import org.tablee.table.Tally.OfOptions;
import org.tablee.table.Tally.OptionTally;
import org.tablee.table.VoteCommand;
import org.tablee.table.VoteCommand.CastBallot;
import org.tablee.table.VoteCommand.CloseVote;
import org.tablee.table.VoteCommand.DropVote;
import org.tablee.table.VoteCommand.OpenVote;
import org.tablee.table.VoteCommand.PublishVote;
import org.tablee.table.VoteEvent;
import org.tablee.table.VoteEvent.BallotCast;
import org.tablee.table.VoteEvent.NamedBallot;
import org.tablee.table.VoteEvent.VoteClosed;
import org.tablee.table.VoteEvent.VoteDropped;
import org.tablee.table.VoteEvent.VoteOpened;
import org.tablee.table.VoteEvent.VotePublished;
import org.tablee.table.VoteId;
import org.tablee.table.VoteMethod;
import org.tablee.table.VoteOption;
import org.tablee.table.VoteResults;
import org.tablee.table.VoteResults.OfCollege;

/** What the files of the votes say, as values. */
final class GoldenVotes {
  private static final VoteId V1 = new VoteId("v1");
  private static final ProposalId P1 = new ProposalId("p1");
  private static final ParticipantId ANA = new ParticipantId("ana");
  private static final ParticipantId BEN = new ParticipantId("ben");
  private static final Line QUESTION = new Line("Où poser les bancs ?");
  private static final OptionId O1 = new OptionId("o1");
  private static final OptionId O2 = new OptionId("o2");
  private static final List<VoteOption> OPTIONS =
      List.of(
          new VoteOption(O1, new Line("Un banc au parc")),
          new VoteOption(O2, new Line("Un banc sur la place")));
  private static final Ballot ANAS = new Ballot.Dots(new TreeMap<>(Map.of(O1, 3, O2, 2)));

  static final List<VoteCommand> COMMANDS =
      List.of(
          new OpenVote(V1, P1, QUESTION, VoteMethod.DOTS, OPTIONS, true, 5),
          new CastBallot(V1, new DeviceKey("kVf3nD0o8mQ2sX5yZ7aB1c"), ANAS),
          new CloseVote(V1),
          new PublishVote(V1),
          new DropVote(V1));

  static final List<VoteEvent> EVENTS =
      List.of(
          new VoteOpened(V1, P1, QUESTION, VoteMethod.DOTS, OPTIONS, true, 5),
          new BallotCast(V1, ANA),
          new VoteClosed(V1),
          new VotePublished(
              V1,
              new VoteResults(
                  tally(2, new OptionTally(O1, List.of(2), 7, 1)),
                  List.of(
                      new OfCollege(
                          new CollegeId("users"),
                          tally(1, new OptionTally(O1, List.of(1), 3, 1))))),
              List.of(
                  new NamedBallot(ANA, ANAS),
                  new NamedBallot(BEN, new Ballot.Dots(new TreeMap<>(Map.of(O1, 4)))))),
          new VoteDropped(V1));

  private GoldenVotes() {}

  private static OfOptions tally(int ballots, OptionTally first) {
    return new OfOptions(ballots, List.of(first, new OptionTally(O2, List.of(1), 2, 2)));
  }
}
