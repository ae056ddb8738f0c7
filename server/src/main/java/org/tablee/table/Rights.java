package org.tablee.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.DiagnosisCommand.AgreeFinding;
import org.tablee.table.DiagnosisCommand.MergeFindings;
import org.tablee.table.DiagnosisCommand.MoveFinding;
import org.tablee.table.DiagnosisCommand.RenameFinding;
import org.tablee.table.DiagnosisCommand.RestoreFinding;
import org.tablee.table.DiagnosisCommand.RetypeFinding;
import org.tablee.table.DiagnosisCommand.SourceFinding;
import org.tablee.table.DiagnosisCommand.TakeBackAgreement;
import org.tablee.table.DiagnosisCommand.UnmergeFinding;
import org.tablee.table.DiagnosisCommand.WithdrawFinding;
import org.tablee.table.FrameCommand.AcknowledgeFrame;
import org.tablee.table.FrameCommand.AddTerm;
import org.tablee.table.FrameCommand.AddWord;
import org.tablee.table.FrameCommand.AnswerContest;
import org.tablee.table.FrameCommand.CloseList;
import org.tablee.table.FrameCommand.ContestTerm;
import org.tablee.table.FrameCommand.MovePhase;
import org.tablee.table.FrameCommand.MoveTerm;
import org.tablee.table.FrameCommand.OpenList;
import org.tablee.table.FrameCommand.PlanPhase;
import org.tablee.table.FrameCommand.PublishFrame;
import org.tablee.table.FrameCommand.PutListAside;
import org.tablee.table.FrameCommand.RenameTerm;
import org.tablee.table.FrameCommand.RestoreTerm;
import org.tablee.table.FrameCommand.RestoreWord;
import org.tablee.table.FrameCommand.RewriteWord;
import org.tablee.table.FrameCommand.SayScope;
import org.tablee.table.FrameCommand.SettleTerm;
import org.tablee.table.FrameCommand.WithdrawContest;
import org.tablee.table.FrameCommand.WithdrawTerm;
import org.tablee.table.FrameCommand.WithdrawWord;
import org.tablee.table.MemberCommand.TakeMandate;
import org.tablee.table.ProposalCommand.AcceptAmendment;
import org.tablee.table.ProposalCommand.AddProposal;
import org.tablee.table.ProposalCommand.CarryProposal;
import org.tablee.table.ProposalCommand.DeclineAmendment;
import org.tablee.table.ProposalCommand.LiftDisagreement;
import org.tablee.table.ProposalCommand.LinkProposal;
import org.tablee.table.ProposalCommand.MaintainDisagreement;
import org.tablee.table.ProposalCommand.MoveProposal;
import org.tablee.table.ProposalCommand.NameCarrier;
import org.tablee.table.ProposalCommand.ProposeDeclined;
import org.tablee.table.ProposalCommand.RecordDissent;
import org.tablee.table.ProposalCommand.RenameProposal;
import org.tablee.table.ProposalCommand.RestoreProposal;
import org.tablee.table.ProposalCommand.SetCompetence;
import org.tablee.table.ProposalCommand.SetMeans;
import org.tablee.table.ProposalCommand.ShowStrip;
import org.tablee.table.ProposalCommand.StopCarrying;
import org.tablee.table.ProposalCommand.SuggestAmendment;
import org.tablee.table.ProposalCommand.TakePosition;
import org.tablee.table.ProposalCommand.UnlinkProposal;
import org.tablee.table.ProposalCommand.WithdrawAmendment;
import org.tablee.table.ProposalCommand.WithdrawProposal;
import org.tablee.table.RoundCommand.CloseRound;
import org.tablee.table.RoundCommand.DropRound;
import org.tablee.table.RoundCommand.HandIn;
import org.tablee.table.RoundCommand.OpenRound;
import org.tablee.table.RoundCommand.RevealRound;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TalkCommand.AddComment;
import org.tablee.table.TalkCommand.ReopenThread;
import org.tablee.table.TalkCommand.ResolveThread;
import org.tablee.table.TalkCommand.RestoreComment;
import org.tablee.table.TalkCommand.RewordComment;
import org.tablee.table.TalkCommand.WithdrawComment;
import org.tablee.table.VoteCommand.CastBallot;
import org.tablee.table.VoteCommand.CloseVote;
import org.tablee.table.VoteCommand.DropVote;
import org.tablee.table.VoteCommand.OpenVote;
import org.tablee.table.VoteCommand.PublishVote;

/**
 * Who may do what: the one table, a row a command, checked on each command (I8). A phase refuses
 * nothing; a list that is not open refuses whatever would change an item of it.
 */
public final class Rights {
  /** What a role may do to an item. */
  public enum Reach {
    NOTHING,
    /** Its own only. */
    OWN,
    ANY
  }

  /** Which roles may, and how far. Observers and guarantors do nothing. */
  enum Who {
    /** Participants, scribes and facilitators alike. */
    MEMBERS(Reach.ANY, Reach.ANY, Reach.ANY),
    /** Participants on what is their own; scribes and facilitators on any. */
    AUTHORS(Reach.OWN, Reach.ANY, Reach.ANY),
    /** Scribes and facilitators. */
    SCRIBES(Reach.NOTHING, Reach.ANY, Reach.ANY),
    /**
     * Like authors, but for the scribe: what is decided in somebody's place is the facilitator's.
     */
    HOLDERS(Reach.OWN, Reach.OWN, Reach.ANY),
    /** Everyone on what is their own, and nobody on what is another's. */
    ONESELF(Reach.OWN, Reach.OWN, Reach.OWN),
    FACILITATORS(Reach.NOTHING, Reach.NOTHING, Reach.ANY);

    private final Reach participant;
    private final Reach scribe;
    private final Reach facilitator;

    Who(Reach participant, Reach scribe, Reach facilitator) {
      this.participant = participant;
      this.scribe = scribe;
      this.facilitator = facilitator;
    }

    Reach reach(Role role) {
      return switch (role) {
        case PARTICIPANT -> participant;
        case SCRIBE -> scribe;
        case FACILITATOR -> facilitator;
        case OBSERVER, GUARANTOR, ORGANISER -> Reach.NOTHING;
      };
    }
  }

  /**
   * A row of the table.
   *
   * @param list the list of which an item would change; {@code null} where it is none, or depends
   *     on the command ({@link EditText})
   * @param isContribution whether one must have read the frame that was last published
   */
  record Right(
      Class<? extends ByMember> command, Who who, @Nullable ListName list, boolean isContribution) {
    Right(Class<? extends ByMember> command, Who who, @Nullable ListName list) {
      this(command, who, list, true);
    }

    /** Reading the frame, and what a facilitator does to frame, lists and phases. */
    static Right beforeReading(
        Class<? extends ByMember> command, Who who, @Nullable ListName list) {
      return new Right(command, who, list, false);
    }
  }

  private static final Map<Class<?>, Right> TABLE = new HashMap<>();

  static {
    var rows = new ArrayList<Right>();
    rows.add(new Right(EditText.class, Who.MEMBERS, null));
    rows.add(new Right(TakeMandate.class, Who.MEMBERS, null));
    rows.addAll(frame());
    rows.addAll(diagnosis());
    rows.addAll(challenges());
    rows.addAll(talk());
    rows.addAll(proposals());
    rows.addAll(discussion());
    rows.addAll(rounds());
    rows.addAll(votes());
    rows.forEach(row -> TABLE.put(row.command(), row));
  }

  private Rights() {}

  private static List<Right> frame() {
    return List.of(
        Right.beforeReading(MovePhase.class, Who.FACILITATORS, null),
        Right.beforeReading(PlanPhase.class, Who.FACILITATORS, null),
        Right.beforeReading(OpenList.class, Who.FACILITATORS, null),
        Right.beforeReading(CloseList.class, Who.FACILITATORS, null),
        Right.beforeReading(PutListAside.class, Who.FACILITATORS, null),
        new Right(AddTerm.class, Who.MEMBERS, ListName.TERMS),
        new Right(MoveTerm.class, Who.MEMBERS, ListName.TERMS),
        new Right(RenameTerm.class, Who.AUTHORS, ListName.TERMS),
        new Right(WithdrawTerm.class, Who.AUTHORS, ListName.TERMS),
        new Right(RestoreTerm.class, Who.AUTHORS, ListName.TERMS),
        Right.beforeReading(SettleTerm.class, Who.FACILITATORS, ListName.TERMS),
        new Right(ContestTerm.class, Who.MEMBERS, null),
        new Right(WithdrawContest.class, Who.ONESELF, null),
        Right.beforeReading(AnswerContest.class, Who.FACILITATORS, null),
        Right.beforeReading(SayScope.class, Who.FACILITATORS, null),
        Right.beforeReading(PublishFrame.class, Who.FACILITATORS, null),
        Right.beforeReading(AcknowledgeFrame.class, Who.MEMBERS, null),
        new Right(AddWord.class, Who.MEMBERS, ListName.GLOSSARY),
        new Right(RewriteWord.class, Who.AUTHORS, ListName.GLOSSARY),
        new Right(WithdrawWord.class, Who.AUTHORS, ListName.GLOSSARY),
        new Right(RestoreWord.class, Who.AUTHORS, ListName.GLOSSARY));
  }

  private static List<Right> diagnosis() {
    return List.of(
        new Right(AddFinding.class, Who.MEMBERS, ListName.FINDINGS),
        new Right(MoveFinding.class, Who.MEMBERS, ListName.FINDINGS),
        new Right(RenameFinding.class, Who.AUTHORS, ListName.FINDINGS),
        new Right(RetypeFinding.class, Who.AUTHORS, ListName.FINDINGS),
        new Right(SourceFinding.class, Who.AUTHORS, ListName.FINDINGS),
        new Right(WithdrawFinding.class, Who.AUTHORS, ListName.FINDINGS),
        new Right(RestoreFinding.class, Who.AUTHORS, ListName.FINDINGS),
        new Right(AgreeFinding.class, Who.MEMBERS, ListName.FINDINGS),
        new Right(TakeBackAgreement.class, Who.MEMBERS, ListName.FINDINGS),
        new Right(MergeFindings.class, Who.SCRIBES, ListName.FINDINGS),
        new Right(UnmergeFinding.class, Who.SCRIBES, ListName.FINDINGS));
  }

  /** A rating is opened and closed by itself: the state of the list refuses it nothing. */
  private static List<Right> challenges() {
    return List.of(
        new Right(AddChallenge.class, Who.MEMBERS, ListName.CHALLENGES),
        new Right(MoveChallenge.class, Who.MEMBERS, ListName.CHALLENGES),
        new Right(RenameChallenge.class, Who.AUTHORS, ListName.CHALLENGES),
        new Right(WithdrawChallenge.class, Who.AUTHORS, ListName.CHALLENGES),
        new Right(RestoreChallenge.class, Who.AUTHORS, ListName.CHALLENGES),
        new Right(GatherFindings.class, Who.MEMBERS, ListName.CHALLENGES),
        new Right(ReleaseFindings.class, Who.MEMBERS, ListName.CHALLENGES),
        new Right(OpenRating.class, Who.FACILITATORS, null),
        new Right(RateChallenge.class, Who.MEMBERS, null),
        new Right(CloseRating.class, Who.FACILITATORS, null));
  }

  /** One may talk about an item whatever the state of its list. */
  private static List<Right> talk() {
    return List.of(
        new Right(AddComment.class, Who.MEMBERS, null),
        new Right(RewordComment.class, Who.ONESELF, null),
        new Right(WithdrawComment.class, Who.AUTHORS, null),
        new Right(RestoreComment.class, Who.AUTHORS, null),
        new Right(ResolveThread.class, Who.MEMBERS, null),
        new Right(ReopenThread.class, Who.MEMBERS, null));
  }

  /** What carriers share with the author of a proposal is their own as well. */
  private static List<Right> proposals() {
    return List.of(
        new Right(AddProposal.class, Who.MEMBERS, ListName.PROPOSALS),
        new Right(MoveProposal.class, Who.MEMBERS, ListName.PROPOSALS),
        new Right(RenameProposal.class, Who.AUTHORS, ListName.PROPOSALS),
        new Right(WithdrawProposal.class, Who.AUTHORS, ListName.PROPOSALS),
        new Right(RestoreProposal.class, Who.AUTHORS, ListName.PROPOSALS),
        new Right(LinkProposal.class, Who.AUTHORS, ListName.PROPOSALS),
        new Right(UnlinkProposal.class, Who.AUTHORS, ListName.PROPOSALS),
        new Right(CarryProposal.class, Who.MEMBERS, ListName.PROPOSALS),
        new Right(StopCarrying.class, Who.MEMBERS, ListName.PROPOSALS),
        new Right(NameCarrier.class, Who.AUTHORS, ListName.PROPOSALS),
        new Right(SetCompetence.class, Who.AUTHORS, ListName.PROPOSALS),
        new Right(SetMeans.class, Who.AUTHORS, ListName.PROPOSALS));
  }

  private static List<Right> discussion() {
    return List.of(
        new Right(SuggestAmendment.class, Who.MEMBERS, ListName.PROPOSALS),
        new Right(AcceptAmendment.class, Who.HOLDERS, ListName.PROPOSALS),
        new Right(DeclineAmendment.class, Who.HOLDERS, ListName.PROPOSALS),
        new Right(WithdrawAmendment.class, Who.ONESELF, ListName.PROPOSALS),
        new Right(ProposeDeclined.class, Who.MEMBERS, ListName.PROPOSALS),
        new Right(TakePosition.class, Who.MEMBERS, ListName.PROPOSALS),
        new Right(ShowStrip.class, Who.MEMBERS, null),
        new Right(MaintainDisagreement.class, Who.MEMBERS, ListName.PROPOSALS),
        new Right(LiftDisagreement.class, Who.HOLDERS, ListName.PROPOSALS),
        new Right(RecordDissent.class, Who.MEMBERS, ListName.PROPOSALS));
  }

  private static List<Right> rounds() {
    return List.of(
        new Right(HandIn.class, Who.MEMBERS, null),
        new Right(OpenRound.class, Who.FACILITATORS, null),
        new Right(CloseRound.class, Who.FACILITATORS, null),
        new Right(RevealRound.class, Who.FACILITATORS, null),
        new Right(DropRound.class, Who.FACILITATORS, null));
  }

  private static List<Right> votes() {
    return List.of(
        new Right(CastBallot.class, Who.MEMBERS, null),
        new Right(OpenVote.class, Who.FACILITATORS, null),
        new Right(CloseVote.class, Who.FACILITATORS, null),
        new Right(PublishVote.class, Who.FACILITATORS, null),
        new Right(DropVote.class, Who.FACILITATORS, null));
  }

  /** Every row. */
  static Collection<Right> table() {
    return TABLE.values();
  }

  static Right of(ByMember command) {
    var right = TABLE.get(command.getClass());
    if (right == null) {
      throw new IllegalStateException("no right for " + command.getClass().getSimpleName());
    }
    return right;
  }
}
