package org.tablee.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.YANN;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.FrameCommand.AcknowledgeFrame;
import org.tablee.table.FrameCommand.AddTerm;
import org.tablee.table.FrameCommand.AddWord;
import org.tablee.table.FrameCommand.MoveTerm;
import org.tablee.table.FrameCommand.PublishFrame;
import org.tablee.table.FrameCommand.RenameTerm;
import org.tablee.table.FrameCommand.RestoreTerm;
import org.tablee.table.FrameCommand.SayScope;
import org.tablee.table.FrameCommand.SettleTerm;
import org.tablee.table.FrameCommand.WithdrawTerm;
import org.tablee.table.FrameEvent.FrameAcknowledged;
import org.tablee.table.FrameEvent.FramePublished;
import org.tablee.table.FrameEvent.ScopeSaid;
import org.tablee.table.TableCommand.ByMember;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.frame.Scope;
import org.tablee.text.Delta;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingTheFrameTest {
  private static final TermId HOURS = new TermId("hours");
  private static final Line TITLE = new Line("Séances le soir");
  private static final Line DECIDES = new Line("Ses constats et ses propositions");
  private static final Line LEAVES = new Line("Le budget");
  private static final AddFinding ADD =
      new AddFinding(new FindingId("hall"), FindingKind.NEED, new Line("La salle est froide"));
  private static final Decision UNREAD = Decision.refuse(RefusalCode.FRAME_UNACKNOWLEDGED);

  private static ATable withTerm() {
    return ATable.withMembers().does(ANA, new AddTerm(HOURS, TermSection.METHOD, TITLE));
  }

  private static ATable published() {
    return withTerm().does(LEA, new PublishFrame());
  }

  private static Seq latest(ATable table) {
    return Objects.requireNonNull(table.table().frame().publication().latest());
  }

  @Test
  void FR7_the_table_says_what_it_decides_and_what_it_leaves() {
    var table = ATable.withMembers();

    assertThat(table.decides(LEA, new SayScope(DECIDES, LEAVES)))
        .isEqualTo(Decision.accept(new ScopeSaid(DECIDES, LEAVES)));
    table.does(LEA, new SayScope(DECIDES, LEAVES));
    assertThat(table.table().frame().scope()).isEqualTo(new Scope(DECIDES, LEAVES));
    table.does(LEA, new SayScope(null, LEAVES));
    assertThat(table.table().frame().scope()).isEqualTo(new Scope(null, LEAVES));
  }

  @Test
  void FR8_a_frame_without_a_term_that_stands_is_not_published() {
    var table = ATable.withMembers();

    assertThat(table.decides(LEA, new PublishFrame()))
        .isEqualTo(Decision.refuse(RefusalCode.FRAME_EMPTY));
    table.does(ANA, new AddTerm(HOURS, TermSection.METHOD, TITLE));
    table.does(ANA, new WithdrawTerm(HOURS));
    assertThat(table.decides(LEA, new PublishFrame()))
        .isEqualTo(Decision.refuse(RefusalCode.FRAME_EMPTY));
    table.does(ANA, new RestoreTerm(HOURS));
    assertThat(table.decides(LEA, new PublishFrame()))
        .isEqualTo(Decision.accept(new FramePublished()));
  }

  @Test
  void FR8_who_publishes_has_read_the_frame() {
    var table = published();

    assertThat(latest(table)).isEqualTo(table.seq());
    assertThat(table.decides(LEA, ADD)).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void FR9_who_has_not_read_the_frame_contributes_nothing_and_then_anything() {
    var table = withTerm();
    assertThat(table.decides(ANA, ADD)).isInstanceOf(Decision.Accepted.class);

    table.does(LEA, new PublishFrame());
    var edit = new EditText(new TextId("hours"), table.seq(), Delta.builder().insert("a").build());
    for (ByMember command :
        List.of(ADD, edit, new AddTerm(new TermId("new"), TermSection.RULES, TITLE))) {
      assertThat(table.decides(ANA, command)).isEqualTo(UNREAD);
    }
    table.does(ANA, new AcknowledgeFrame(latest(table)));
    for (ByMember command :
        List.of(ADD, edit, new AddTerm(new TermId("new"), TermSection.RULES, TITLE))) {
      assertThat(table.decides(ANA, command)).isInstanceOf(Decision.Accepted.class);
    }
    assertThat(table.decides(YANN, ADD)).isEqualTo(UNREAD);
  }

  @Test
  void FR9_who_joins_later_reads_the_frame_first() {
    var later = new ParticipantId("later");
    var table = published().joined(later, Role.SCRIBE);

    assertThat(table.decides(later, ADD)).isEqualTo(UNREAD);
    table.does(later, new AcknowledgeFrame(latest(table)));
    assertThat(table.decides(later, ADD)).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void FR10_the_latest_publication_is_read_and_no_other() {
    var table = withTerm();
    assertThat(table.decides(ANA, new AcknowledgeFrame(table.seq())))
        .isEqualTo(Decision.refuseField("/frame"));

    table.does(LEA, new PublishFrame());
    var first = latest(table);
    table.does(LEA, new PublishFrame());
    assertThat(table.decides(ANA, new AcknowledgeFrame(first)))
        .isEqualTo(Decision.refuseField("/frame"));
    assertThat(table.decides(ANA, new AcknowledgeFrame(latest(table))))
        .isEqualTo(Decision.accept(new FrameAcknowledged(latest(table))));
  }

  @Test
  void FR11_a_frame_published_again_is_read_again() {
    var table = published();
    table.does(ANA, new AcknowledgeFrame(latest(table)));
    var before = latest(table);

    table.does(LEA, new PublishFrame());
    assertThat(table.decides(ANA, ADD)).isEqualTo(UNREAD);
    assertThat(table.table().frame().publication().acknowledged()).containsEntry(ANA, before);
  }

  @Test
  void FR11_whatever_changes_the_frame_marks_it_until_it_is_published_again() {
    var table = withTerm();
    table.does(ANA, new RenameTerm(HOURS, LEAVES));
    assertThat(table.table().frame().publication().isChanged()).isFalse();

    for (var change :
        List.<ByMember>of(
            new RenameTerm(HOURS, TITLE),
            new AddTerm(new TermId("new"), TermSection.RULES, TITLE),
            new MoveTerm(HOURS, null),
            new SettleTerm(HOURS, TermStatus.NEGOTIABLE, null, null, null),
            new SayScope(DECIDES, null),
            new EditText(new TextId("hours"), table.seq(), Delta.builder().insert("a").build()),
            new WithdrawTerm(HOURS),
            new RestoreTerm(HOURS))) {
      table.does(LEA, new PublishFrame());
      assertThat(table.table().frame().publication().isChanged()).isFalse();
      table.does(LEA, change);
      assertThat(table.table().frame().publication().isChanged()).as("%s", change).isTrue();
    }
  }

  @Test
  void FR11_what_is_not_of_the_frame_leaves_it_as_published() {
    var table = published().does(LEA, ADD).does(LEA, new AddWord(new WordId("w"), TITLE));
    table.does(
        LEA, new EditText(new TextId("hall"), table.seq(), Delta.builder().insert("a").build()));

    assertThat(table.table().frame().publication().isChanged()).isFalse();
  }
}
