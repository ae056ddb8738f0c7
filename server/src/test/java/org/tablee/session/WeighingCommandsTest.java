package org.tablee.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tablee.table.ATable.ANA;
import static org.tablee.table.ATable.YANN;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.table.ATable;
import org.tablee.table.DiagnosisCommand.AddFinding;
import org.tablee.table.FindingId;
import org.tablee.table.FindingKind;
import org.tablee.table.Line;
import org.tablee.table.Seq;
import org.tablee.table.TableCommand.EditText;
import org.tablee.table.TextId;
import org.tablee.text.AttributeValue;
import org.tablee.text.Attributes;
import org.tablee.text.Delta;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WeighingCommandsTest {
  private static final TextId TEXT = new TextId("shuttle");

  private static AddFinding add(String id) {
    return new AddFinding(new FindingId(id), FindingKind.NEED, new Line("La navette"));
  }

  private static EditText edit(Seq base, Delta delta) {
    return new EditText(TEXT, base, delta);
  }

  private static Delta ofOps(int count) {
    var bold = Attributes.of("bold", AttributeValue.TRUE);
    var delta = Delta.builder();
    for (int i = 0; i < count / 2; i++) {
      delta.insert("a").insert("b", bold);
    }
    return delta.build();
  }

  @Test
  void L33_the_ops_of_the_changes_count_as_well_as_those_of_the_edit() {
    var table = ATable.withMembers().does(ANA, add("shuttle"));
    var base = table.seq();
    for (int i = 0; i < 25; i++) {
      table.does(YANN, edit(table.seq(), ofOps(100)));
    }
    var now = table.table();

    assertThat(Weight.of(edit(table.seq(), ofOps(4_000)), now)).isEqualTo(1);
    assertThat(Weight.of(edit(base, ofOps(3_890)), now)).isEqualTo(1);
    // 25 times 3,990 is less than 100,000; with the 2,500 of the changes it is more.
    assertThat(Weight.of(edit(base, ofOps(3_990)), now)).isEqualTo(2);
  }

  @Test
  void L33_what_an_edit_deletes_counts_by_the_pieces_that_the_changes_can_break_it_into() {
    var table = ATable.withMembers().does(ANA, add("shuttle"));
    table.does(ANA, edit(table.seq(), Delta.builder().insert("y".repeat(10_000)).build()));
    var base = table.seq();
    for (int i = 0; i < 300; i++) {
      table.does(YANN, edit(table.seq(), Delta.builder().retain(1).insert("x").build()));
    }
    var now = table.table();

    assertThat(Weight.of(edit(base, Delta.builder().delete(1).build()), now)).isEqualTo(1);
    assertThat(Weight.of(edit(base, Delta.builder().delete(10_000).build()), now)).isEqualTo(4);
  }

  @Test
  void L33_a_hundred_commits_that_have_to_be_read_back_count_as_one_command() {
    var table = ATable.withMembers().does(ANA, add("shuttle"));
    var base = table.seq();
    var large = Delta.builder().insert("y".repeat(40_000)).build();
    for (int i = 0; i < 30; i++) {
      table.does(YANN, edit(table.seq(), large));
      table.does(YANN, edit(table.seq(), Delta.builder().delete(40_000).build()));
    }
    for (int i = 0; i < 140; i++) {
      table.does(ANA, add("f" + i));
    }

    assertThat(Weight.of(edit(base, ofOps(2)), table.table())).isEqualTo(3);
  }
}
