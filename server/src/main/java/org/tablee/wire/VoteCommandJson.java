package org.tablee.wire;

import org.jspecify.annotations.Nullable;
import org.tablee.table.Ballot;
import org.tablee.table.DeviceKey;
import org.tablee.table.Line;
import org.tablee.table.OptionId;
import org.tablee.table.ProposalId;
import org.tablee.table.VoteCommand;
import org.tablee.table.VoteCommand.CastBallot;
import org.tablee.table.VoteCommand.CloseVote;
import org.tablee.table.VoteCommand.DropVote;
import org.tablee.table.VoteCommand.OpenVote;
import org.tablee.table.VoteCommand.PublishVote;
import org.tablee.table.VoteId;
import org.tablee.table.VoteMethod;
import org.tablee.table.VoteOption;

/** Commands of votes. */
final class VoteCommandJson {
  private VoteCommandJson() {}

  /** The command of that type; {@code null} where it is none of the votes. */
  static @Nullable VoteCommand read(String type, Fields fields) {
    return switch (type) {
      case "OpenVote" -> open(fields);
      case "CastBallot" ->
          new CastBallot(
              vote(fields),
              fields.checked("key", DeviceKey::new),
              fields.inner("ballot", BallotJson::sent));
      case "CloseVote" -> new CloseVote(vote(fields));
      case "PublishVote" -> new PublishVote(vote(fields));
      case "DropVote" -> new DropVote(vote(fields));
      default -> null;
    };
  }

  private static OpenVote open(Fields fields) {
    var method = fields.word("method", VoteMethod.class);
    return new OpenVote(
        vote(fields),
        fields.checkedOrNull("about", ProposalId::new),
        fields.line("question", Line.TITLE_MAX),
        method,
        fields.inners("options", method.optionsMin(), method.optionsMax(), VoteCommandJson::option),
        fields.bool("secret"),
        method == VoteMethod.DOTS ? fields.count("dots", 1, Ballot.Dots.DOTS_MAX) : null);
  }

  private static VoteOption option(Fields fields) {
    return new VoteOption(
        fields.checked("id", OptionId::new), fields.line("title", Line.TITLE_MAX));
  }

  private static VoteId vote(Fields fields) {
    return fields.checked("vote", VoteId::new);
  }
}
