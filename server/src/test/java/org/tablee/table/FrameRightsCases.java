package org.tablee.table;

import java.util.List;
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

/** Who may do what to the frame. */
final class FrameRightsCases {
  private static final TermId OWN = new TermId("own-term");
  private static final TermId OTHERS = new TermId("others-term");
  private static final TermId LOCKED = new TermId("locked-term");
  private static final WordId OWN_WORD = new WordId("own-word");
  private static final WordId OTHERS_WORD = new WordId("others-word");
  private static final ContestId OWN_CONTEST = new ContestId("own-contest");
  private static final ContestId OTHERS_CONTEST = new ContestId("others-contest");
  private static final Line WORDS = new Line("Des mots");

  /** The commit by which {@link #prepare} publishes the frame. */
  private static final Seq PUBLISHED = new Seq(14);

  static final List<RightsCase> CASES =
      List.of(
          lead(new MovePhase(Phase.DEBATE, WORDS)),
          lead(new PlanPhase(Phase.DEBATE, ATable.NOON, null)),
          lead(new OpenList(ListName.FINDINGS)),
          lead(new CloseList(ListName.FINDINGS, null)),
          lead(new PutListAside(ListName.FINDINGS, null)),
          lead(new SayScope(WORDS, WORDS)),
          lead(new PublishFrame()),
          lead(new AnswerContest(OTHERS_CONTEST, ContestOutcome.KEPT, WORDS)),
          RightsCase.of(
                  "facilitators",
                  ListName.TERMS,
                  List.of(new SettleTerm(OWN, TermStatus.NEGOTIABLE, null, null, null)),
                  List.of(new SettleTerm(OTHERS, TermStatus.NON_NEGOTIABLE, WORDS, WORDS, null)))
              .beforeReading(),
          RightsCase.of("members", null, List.of(new AcknowledgeFrame(PUBLISHED)), List.of())
              .beforeReading(),
          RightsCase.of(
              "members",
              null,
              List.of(new ContestTerm(new ContestId("new"), LOCKED, WORDS)),
              List.of()),
          RightsCase.of(
              "oneself",
              null,
              List.of(new WithdrawContest(OWN_CONTEST)),
              List.of(new WithdrawContest(OTHERS_CONTEST))),
          RightsCase.of(
              "members",
              ListName.TERMS,
              List.of(new AddTerm(new TermId("new"), TermSection.RULES, WORDS)),
              List.of()),
          terms("members", new MoveTerm(OWN, null), new MoveTerm(OTHERS, OWN)),
          terms("authors", new RenameTerm(OWN, WORDS), new RenameTerm(OTHERS, WORDS)),
          terms("authors", new WithdrawTerm(OWN), new WithdrawTerm(OTHERS)),
          terms("authors", new RestoreTerm(OWN), new RestoreTerm(OTHERS)),
          RightsCase.of(
              "members",
              ListName.GLOSSARY,
              List.of(new AddWord(new WordId("new"), WORDS)),
              List.of()),
          words(new RewriteWord(OWN_WORD, WORDS), new RewriteWord(OTHERS_WORD, WORDS)),
          words(new WithdrawWord(OWN_WORD), new WithdrawWord(OTHERS_WORD)),
          words(new RestoreWord(OWN_WORD), new RestoreWord(OTHERS_WORD)));

  private FrameRightsCases() {}

  /** Terms, words and contests of NOBODY and of Yann, and a frame that both have read. */
  static void prepare(ATable table) {
    table.does(ATable.NOBODY, new AddTerm(OWN, TermSection.RULES, WORDS));
    table.does(ATable.YANN, new AddTerm(OTHERS, TermSection.RULES, WORDS));
    table.does(ATable.YANN, new AddTerm(LOCKED, TermSection.SCOPE, WORDS));
    table.does(ATable.LEA, new SettleTerm(LOCKED, TermStatus.NON_NEGOTIABLE, WORDS, WORDS, null));
    table.does(ATable.NOBODY, new AddWord(OWN_WORD, WORDS));
    table.does(ATable.YANN, new AddWord(OTHERS_WORD, WORDS));
    table.does(ATable.NOBODY, new ContestTerm(OWN_CONTEST, LOCKED, WORDS));
    table.does(ATable.YANN, new ContestTerm(OTHERS_CONTEST, LOCKED, WORDS));
    table.does(ATable.LEA, new PublishFrame());
    table.does(ATable.NOBODY, new AcknowledgeFrame(PUBLISHED));
    table.does(ATable.YANN, new AcknowledgeFrame(PUBLISHED));
  }

  private static RightsCase lead(FrameCommand command) {
    return RightsCase.of("facilitators", null, List.of(command), List.of()).beforeReading();
  }

  private static RightsCase terms(String who, FrameCommand own, FrameCommand others) {
    return RightsCase.of(who, ListName.TERMS, List.of(own), List.of(others));
  }

  private static RightsCase words(FrameCommand own, FrameCommand others) {
    return RightsCase.of("authors", ListName.GLOSSARY, List.of(own), List.of(others));
  }
}
