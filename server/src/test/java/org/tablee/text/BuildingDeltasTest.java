package org.tablee.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.text.Op.Delete;
import org.tablee.text.Op.Insert;
import org.tablee.text.Op.Retain;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BuildingDeltasTest {
  private static final Attributes BOLD = Attributes.of("bold", AttributeValue.TRUE);

  @Test
  void neighbours_that_are_alike_become_one() {
    var delta =
        Delta.builder().retain(1).retain(2).delete(1).insert("a").insert("b").delete(3).build();

    assertThat(delta.ops())
        .containsExactly(
            new Retain(3, Attributes.NONE), new Insert("ab", Attributes.NONE), new Delete(4));
  }

  @Test
  void ops_given_as_they_are_stay_as_they_are() {
    List<Op> ops = List.of(new Delete(1), new Delete(1), new Insert("a", BOLD));

    assertThat(Delta.of(ops).ops()).isEqualTo(ops);
  }

  @Test
  void a_change_composed_onto_a_text_is_the_changed_text() {
    var change = Delta.builder().retain(3).insert("ou").delete(1).retain(1, BOLD).build();

    assertThat(Delta.document("banc x\n").compose(change))
        .isEqualTo(Delta.builder().insert("banou").insert(" ", BOLD).insert("x\n").build());
  }

  @Test
  void what_is_too_long_for_one_op_stays_two() {
    var delta = Delta.builder().delete(Integer.MAX_VALUE).delete(2).build();

    assertThat(delta.ops()).containsExactly(new Delete(Integer.MAX_VALUE), new Delete(2));
  }
}
