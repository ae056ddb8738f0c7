package org.tablee.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.text.AttributeValue.Flag;
import org.tablee.text.AttributeValue.Text;
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

  @Test
  void an_op_does_something() {
    assertThatThrownBy(() -> new Insert("", BOLD)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Retain(0, BOLD)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Delete(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Delta.builder().insert("").retain(0).delete(-1).build()).isEqualTo(Delta.EMPTY);
  }

  @Test
  void only_a_last_retain_that_changes_nothing_is_chopped() {
    assertThat(Delta.builder().delete(1).retain(2).chop().build().ops())
        .containsExactly(new Delete(1));
    assertThat(Delta.builder().retain(2, BOLD).chop().build().ops())
        .containsExactly(new Retain(2, BOLD));
  }

  @Test
  void attributes_are_equal_by_content() {
    var one = new LinkedHashMap<String, AttributeValue>();
    one.put("link", new Text("https://example.org"));
    one.put("bold", AttributeValue.TRUE);
    var other = new LinkedHashMap<String, AttributeValue>();
    other.put("bold", new Flag(true));
    other.put("link", new Text("https://example.org"));

    assertThat(Attributes.of(one)).isEqualTo(Attributes.of(other));
    assertThat(Attributes.of(one).values().keySet()).containsExactly("bold", "link");
    assertThat(Attributes.of(Map.of())).isEqualTo(Attributes.NONE);
  }

  @Test
  void a_delta_stays_as_it_is_when_the_list_it_came_from_changes() {
    var ops = new ArrayList<Op>(List.of(new Delete(1)));
    var delta = Delta.of(ops);

    ops.clear();

    assertThat(delta.ops()).containsExactly(new Delete(1));
  }
}
