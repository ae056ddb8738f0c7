package org.tablee.table;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
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
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TalkCommand.AddComment;
import org.tablee.table.TalkCommand.Passage;
import org.tablee.table.TalkCommand.ReopenThread;
import org.tablee.table.TalkCommand.ResolveThread;
import org.tablee.table.TalkCommand.RestoreComment;
import org.tablee.table.TalkCommand.RewordComment;
import org.tablee.table.TalkCommand.WithdrawComment;
import org.tablee.table.diagnosis.Finding;
import org.tablee.text.AttributeValue;
import org.tablee.text.Attributes;
import org.tablee.text.Delta;

/** Commands that members might send, most of them sensible, from a seed. */
public final class RandomCommands {
  private static final List<String> WORDS =
      List.of("navette ", "é", "\uD83D\uDC75", "\n", "salle Jaurès", "a", " ", "مرحبا");

  private final SplittableRandom random;
  private final RandomProposals proposals;
  private final RandomVotes votes;
  private int made;

  public RandomCommands(long seed) {
    this.random = new SplittableRandom(seed);
    this.proposals = new RandomProposals(random);
    this.votes = new RandomVotes(random, "any");
  }

  /** One command, made by somebody who saw this state. */
  public ByMember next(Table seen) {
    if (random.nextInt(3) == 0) {
      return proposals.next(seen);
    }
    if (random.nextInt(25) == 0) {
      return votes.nextWithoutBallot(seen);
    }
    var known = seen.diagnosis().inOrder();
    if (known.isEmpty() || random.nextInt(12) == 0) {
      return new AddFinding(new FindingId(fresh("f")), any(FindingKind.values()), title());
    }
    // Nobody else contributes until the frame is read.
    var published = seen.frame().publication().latest();
    if (published != null && random.nextInt(12) == 0) {
      return new AcknowledgeFrame(published);
    }
    if (random.nextInt(6) == 0) {
      return ofFrame(seen);
    }
    var finding = known.get(random.nextInt(known.size())).id();
    return switch (random.nextInt(50)) {
      case 0 -> new RenameFinding(finding, title());
      case 1 -> new RetypeFinding(finding, any(FindingKind.values()));
      case 2 -> sourcing(finding);
      case 3 -> new MoveFinding(finding, other(known));
      case 4 -> new WithdrawFinding(finding);
      case 5 -> new RestoreFinding(finding);
      case 6 -> new MovePhase(any(Phase.values()), random.nextBoolean() ? title() : null);
      case 7 ->
          random.nextInt(3) == 0
              ? new PutListAside(any(ListName.values()), title())
              : new CloseList(any(ListName.values()), null);
      case 8, 9, 10 -> new OpenList(any(ListName.values()));
      case 11, 12 -> new AgreeFinding(finding);
      case 13 -> new TakeBackAgreement(finding);
      case 14 ->
          new MergeFindings(
              new FindingId(fresh("m")),
              any(FindingKind.values()),
              title(),
              List.of(finding, other(known)));
      case 15 -> new UnmergeFinding(merged(known).orElse(finding));
      case 16, 17, 18, 19, 20, 21, 22, 23, 24, 25 -> ofChallenges(seen, finding);
      case 26, 27 -> comment(seen, finding.value());
      case 28, 29 -> onComment(seen);
      case 30 -> new TakeMandate(any(Mandate.values()));
      default -> edit(seen, new TextId(finding.value()));
    };
  }

  private SourceFinding sourcing(FindingId finding) {
    return random.nextBoolean()
        ? new SourceFinding(finding, null, null, null)
        : new SourceFinding(
            finding,
            title(),
            any(SourceNature.values()),
            random.nextBoolean() ? new SourceLink("https://example.org/enquete") : null);
  }

  private ByMember ofChallenges(Table seen, FindingId finding) {
    var known = seen.challenges().inOrder();
    var rating = seen.challenges().rating();
    var latest = rating == null ? new RatingId("none") : rating.id();
    if (known.isEmpty() || random.nextInt(6) == 0) {
      return new AddChallenge(new ChallengeId(fresh("c")), title());
    }
    var challenge = known.get(random.nextInt(known.size())).id();
    return switch (random.nextInt(20)) {
      case 0 -> new RenameChallenge(challenge, title());
      case 1 -> new MoveChallenge(challenge, known.getFirst().id());
      case 2 -> new WithdrawChallenge(challenge);
      case 3 -> new RestoreChallenge(challenge);
      case 4 -> new ReleaseFindings(List.of(finding));
      case 5, 6 -> new OpenRating(new RatingId("r-" + random.nextInt(1_000)), random.nextBoolean());
      case 7, 8 -> new CloseRating(latest);
      case 9, 10, 11 -> new GatherFindings(challenge, List.of(finding));
      case 12 -> edit(seen, new TextId(challenge.value()));
      case 13 -> new RateChallenge(latest, challenge, null);
      default -> new RateChallenge(latest, challenge, new Score(1 + random.nextInt(10)));
    };
  }

  /** On the item, on a passage of its text, or an answer. */
  private ByMember comment(Table seen, String on) {
    var id = new CommentId(fresh("c"));
    var kind = any(CommentKind.values());
    var words = new Prose("Remarque n° " + random.nextInt(1_000));
    var comments = seen.talk().comments().inOrder();
    if (!comments.isEmpty() && random.nextBoolean()) {
      var to = comments.get(random.nextInt(comments.size()));
      return new AddComment(id, to.on(), kind, words, to.id(), null);
    }
    var text = seen.texts().find(new TextId(on));
    if (text == null || random.nextBoolean()) {
      return new AddComment(id, on, kind, words, null, null);
    }
    int length = text.document().length();
    int index = random.nextInt(length);
    var passage = new Passage(seen.seq(), index, 1 + random.nextInt(length - index));
    return new AddComment(id, on, kind, words, null, passage);
  }

  private ByMember onComment(Table seen) {
    var comments = seen.talk().comments().inOrder();
    if (comments.isEmpty()) {
      return new TakeMandate(Mandate.OWN);
    }
    var id = comments.get(random.nextInt(comments.size())).id();
    return switch (random.nextInt(6)) {
      case 0, 5 -> new RewordComment(id, new Prose("Autrement dit"));
      case 1 -> new WithdrawComment(id);
      case 2 -> new RestoreComment(id);
      case 3 -> new ResolveThread(id);
      default -> new ReopenThread(id);
    };
  }

  private ByMember ofFrame(Table seen) {
    var frame = seen.frame();
    var term =
        frame.terms().count() == 0
            ? new TermId("t-0")
            : frame.terms().inOrder().get(random.nextInt(frame.terms().count())).id();
    var word =
        frame.glossary().count() == 0
            ? new WordId("w-0")
            : frame.glossary().inOrder().get(random.nextInt(frame.glossary().count())).id();
    var contest =
        frame.contests().all().isEmpty()
            ? new ContestId("x-0")
            : frame.contests().all().get(random.nextInt(frame.contests().all().size())).id();
    var settled =
        frame.terms().inOrder().stream()
            .filter(one -> one.status() == TermStatus.NON_NEGOTIABLE)
            .findFirst();
    if (!frame.contests().all().isEmpty() && random.nextInt(3) == 0) {
      return random.nextBoolean()
          ? new AnswerContest(contest, any(ContestOutcome.values()), title())
          : new WithdrawContest(contest);
    }
    if (settled.isPresent() && random.nextBoolean()) {
      return new ContestTerm(new ContestId(fresh("x")), settled.get().id(), title());
    }
    return switch (random.nextInt(22)) {
      case 0, 1, 2 -> new AddTerm(new TermId(fresh("t")), any(TermSection.values()), title());
      case 3 -> new RenameTerm(term, title());
      case 4 -> new MoveTerm(term, null);
      case 5 -> new WithdrawTerm(term);
      case 6 -> new RestoreTerm(term);
      case 7 -> new SettleTerm(term, any(TermStatus.values()), title(), title(), null);
      case 8, 9 -> new SettleTerm(term, TermStatus.NON_NEGOTIABLE, title(), title(), null);
      case 10 -> new ContestTerm(new ContestId(fresh("x")), term, title());
      case 11 -> new AnswerContest(contest, any(ContestOutcome.values()), title());
      case 12 -> new WithdrawContest(contest);
      case 13 -> new SayScope(random.nextBoolean() ? title() : null, title());
      case 14 -> new PublishFrame();
      case 15 -> new AddWord(new WordId(fresh("w")), title());
      case 16 -> new RewriteWord(word, title());
      case 17 -> new WithdrawWord(word);
      case 18 -> new RestoreWord(word);
      case 19 ->
          new PlanPhase(
              any(Phase.values()),
              random.nextBoolean() ? seen.at() : null,
              random.nextBoolean() ? seen.at().plusMillis(random.nextInt(9)) : null);
      default -> {
        var text = new TextId(random.nextBoolean() ? term.value() : word.value());
        yield seen.texts().find(text) == null ? new PublishFrame() : edit(seen, text);
      }
    };
  }

  private static Optional<FindingId> merged(List<Finding> known) {
    return known.stream()
        .filter(one -> !one.lineage().parents().isEmpty())
        .map(Finding::id)
        .findAny();
  }

  private FindingId other(List<Finding> known) {
    return known.get(random.nextInt(known.size())).id();
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  /** An id that those who ask beside this one do not make as well. */
  private String fresh(String letter) {
    return letter + "-" + random.nextInt(1_000_000) + "-" + made++;
  }

  private Line title() {
    return new Line("Constat n° " + random.nextInt(1_000));
  }

  private EditText edit(Table seen, TextId id) {
    return new EditText(id, seen.seq(), change(seen, id, random));
  }

  /** A small change of a text. */
  static Delta change(Table seen, TextId id, SplittableRandom random) {
    var text = seen.texts().find(id);
    if (text == null) {
      throw new IllegalStateException("no text " + id.value());
    }
    int length = text.document().length();
    int at = random.nextInt(length);
    var delta = Delta.builder();
    if (at > 0) {
      delta.retain(at);
    }
    if (random.nextInt(3) == 0 && at < length - 1) {
      delta.delete(1 + random.nextInt(Math.min(5, length - 1 - at)));
    } else if (random.nextInt(5) == 0 && at < length - 1) {
      delta.retain(1, Attributes.of("bold", AttributeValue.TRUE));
    } else {
      delta.insert(WORDS.get(random.nextInt(WORDS.size())));
    }
    return delta.build();
  }
}
