package org.tablee.table;

import org.jspecify.annotations.Nullable;
import org.tablee.table.DiagnosisEvent.FindingsMerged;
import org.tablee.table.TableEvent.MandateTaken;
import org.tablee.table.TableEvent.ParticipantJoined;
import org.tablee.table.TableEvent.RoleChanged;
import org.tablee.table.TableEvent.TableCreated;
import org.tablee.table.TableEvent.TextEdited;
import org.tablee.table.challenge.Challenges;
import org.tablee.table.diagnosis.Diagnosis;
import org.tablee.table.frame.Frame;
import org.tablee.table.proposal.Proposals;
import org.tablee.table.round.Rounds;
import org.tablee.table.talk.Talk;
import org.tablee.table.vote.Votes;

/** One commit on its way into a state: hands each event to the area it concerns. */
final class Folding {
  private final Table before;
  private @Nullable Header header;
  private Members members;
  private Frame frame;
  private Diagnosis diagnosis;
  private Challenges challenges;
  private Rounds rounds;
  private Talk talk;
  private Proposals proposals;
  private Votes votes;
  private Texts texts;

  Folding(Table before) {
    this.before = before;
    this.header = before.header();
    this.members = before.members();
    this.frame = before.frame();
    this.diagnosis = before.diagnosis();
    this.challenges = before.challenges();
    this.talk = before.talk();
    this.proposals = before.proposals();
    this.rounds = before.rounds();
    this.votes = before.votes();
    this.texts = before.texts();
  }

  void take(TableEvent event, Commit commit) {
    switch (event) {
      case TableCreated created -> create(created);
      case ParticipantJoined(var id, var role, var college, var presence) ->
          members = members.and(new Participant(id, role, college, presence));
      case RoleChanged(var id, var role) -> members = members.withRole(id, role);
      case MandateTaken(var mandate) -> members = members.withMandate(commit.by(), mandate);
      case TextEdited edited -> {
        texts = texts.edit(edited.text(), commit.seq(), edited.delta());
        talk = talk.after(edited);
        frame = frame.edited(edited.text());
        proposals = proposals.edited(edited.text(), commit.seq(), edited.delta());
      }
      case FrameEvent of -> frame = frame.after(of, commit);
      case DiagnosisEvent of -> {
        diagnosis = diagnosis.after(of, commit, frame.phase());
        if (of instanceof FindingsMerged merged) {
          challenges = challenges.after(merged);
        }
      }
      case ChallengeEvent of -> challenges = challenges.after(of, commit, frame.phase());
      case TalkEvent of -> talk = talk.after(of, commit);
      case ProposalEvent of -> proposals = proposals.after(of, commit, frame.phase());
      case RoundEvent of -> rounds = rounds.after(of, commit);
      case VoteEvent of -> votes = votes.after(of, commit);
    }
    var newText = event.newText();
    if (newText != null) {
      texts = texts.and(newText, commit.seq());
    }
  }

  Table end(Commit commit) {
    if (header == null) {
      throw new CorruptHistoryException("the table was not created");
    }
    return new Table(
        commit.seq(),
        commit.at(),
        header,
        members,
        frame,
        diagnosis,
        challenges,
        rounds,
        talk,
        proposals,
        votes,
        texts,
        before.contributions().after(commit),
        before.memory().after(commit));
  }

  private void create(TableCreated created) {
    if (header != null) {
      throw new CorruptHistoryException("created twice");
    }
    header =
        new Header(
            created.title(),
            created.territory(),
            created.theme(),
            created.locale(),
            created.colleges());
  }
}
