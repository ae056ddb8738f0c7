package org.tablee.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.LEA;
import static org.tablee.table.ATable.NOON;
import static org.tablee.table.ATable.YANN;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.table.FrameCommand.AddWord;
import org.tablee.table.FrameCommand.MovePhase;
import org.tablee.table.FrameCommand.RestoreWord;
import org.tablee.table.FrameCommand.RewriteWord;
import org.tablee.table.FrameCommand.WithdrawWord;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.frame.FrameRules;
import org.tablee.table.frame.GlossaryWord;
import org.tablee.text.Delta;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingTheGlossaryTest {
  private static final WordId AGED = new WordId("aged");
  private static final Line WRITTEN = new Line("aîné");
  private static final Line REWRITTEN = new Line("personne âgée");

  private static ATable withWord() {
    return ATable.withMembers().does(ANA, new AddWord(AGED, WRITTEN));
  }

  private static EditText edit(ATable table) {
    return new EditText(
        new TextId("aged"), table.seq(), Delta.builder().insert("Plus de 65 ans").build());
  }

  @Test
  void GL1_a_word_is_added_at_the_end_with_an_empty_text_that_everyone_may_write() {
    var table = withWord();

    assertThat(table.table().frame().glossary().inOrder())
        .containsExactly(
            new GlossaryWord(AGED, WRITTEN, new TextId("aged"), ANA, NOON, false, false));
    assertThat(table.decides(YANN, edit(table))).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void GL1_a_word_of_a_later_phase_is_late() {
    var table =
        ATable.withMembers()
            .does(LEA, new MovePhase(Phase.DEBATE, null))
            .does(ANA, new AddWord(AGED, WRITTEN));

    assertThat(table.table().frame().glossary().existing("aged").isLate()).isTrue();
  }

  @Test
  void GL1_a_taken_id_and_a_word_that_is_not_there_are_pointed_at() {
    var table = withWord();
    var nothing = new WordId("nothing");

    assertThat(table.decides(ANA, new AddWord(AGED, WRITTEN)))
        .isEqualTo(Decision.refuseField("/word"));
    for (var command :
        List.of(
            new RewriteWord(nothing, WRITTEN),
            new WithdrawWord(nothing),
            new RestoreWord(nothing))) {
      assertThat(table.decides(LEA, command)).isEqualTo(Decision.refuseField("/word"));
    }
  }

  @Test
  void GL2_a_word_is_rewritten_withdrawn_and_restored_in_its_place() {
    var table =
        withWord().does(ANA, new RewriteWord(AGED, REWRITTEN)).does(ANA, new WithdrawWord(AGED));

    assertThat(table.table().frame().glossary().existing("aged").written()).isEqualTo(REWRITTEN);
    assertThat(table.decides(ANA, edit(table))).isEqualTo(Decision.refuse(RefusalCode.TEXT_LOCKED));
    table.does(ANA, new RestoreWord(AGED));
    assertThat(table.decides(ANA, edit(table))).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void GL3_a_glossary_holds_so_many_words_at_most() {
    var table = ATable.withMembers();
    for (int i = 0; i < FrameRules.WORDS_MAX; i++) {
      table.does(ANA, new AddWord(new WordId("w" + i), WRITTEN));
    }

    assertThat(table.decides(LEA, new AddWord(AGED, WRITTEN)))
        .isEqualTo(Decision.refuse(RefusalCode.LIST_FULL));
  }
}
