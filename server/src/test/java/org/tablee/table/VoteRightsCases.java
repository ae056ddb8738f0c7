package org.tablee.table;

import static org.tablee.table.ATable.LEA;

import java.util.List;
import org.tablee.table.VoteCommand.CastBallot;
import org.tablee.table.VoteCommand.CloseVote;
import org.tablee.table.VoteCommand.DropVote;
import org.tablee.table.VoteCommand.OpenVote;
import org.tablee.table.VoteCommand.PublishVote;
import org.tablee.table.VoteEvent.VoteClosed;

/** Who may do what in votes. */
final class VoteRightsCases {
  private static final VoteId VOTE = new VoteId("vote");
  private static final VoteId CLOSED = new VoteId("vote-closed");
  private static final DeviceKey KEY = new DeviceKey("kVf3nD0o8mQ2sX5yZ7aB1c");

  static final List<RightsCase> CASES =
      List.of(
          of("members", new CastBallot(VOTE, KEY, new Ballot.Choice(BallotChoice.YES))),
          of("facilitators", open(new VoteId("another-vote"))),
          of("facilitators", new CloseVote(VOTE)),
          of("facilitators", new PublishVote(CLOSED)),
          of("facilitators", new DropVote(VOTE)));

  private VoteRightsCases() {}

  private static RightsCase of(String who, VoteCommand command) {
    return RightsCase.of(who, null, List.of(command), List.of());
  }

  private static OpenVote open(VoteId vote) {
    return new OpenVote(
        vote, null, new Line("Un banc ?"), VoteMethod.YESNO, List.of(), false, null);
  }

  /** A vote that is open, and one that is closed. */
  static void prepare(ATable table) {
    table.does(LEA, open(VOTE)).does(LEA, open(CLOSED)).told(LEA, new VoteClosed(CLOSED));
  }
}
