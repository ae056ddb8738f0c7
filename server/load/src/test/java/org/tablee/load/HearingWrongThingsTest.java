package org.tablee.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.text.Delta;

/** A check that finds nothing must be one that could have found something. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HearingWrongThingsTest {
  private static final String WELCOME = "{\"type\":\"welcome\",\"seq\":4,\"hash\":\"h4\"}";

  private final Faults faults = new Faults();
  private final TableTalk talk = new TableTalk("load0001", "text-1", faults);

  @Test
  void an_edit_is_heard_with_its_author_and_its_change() {
    talk.hear(WELCOME);

    var heard = talk.hear(commits(5, 100));

    assertThat(heard).containsExactly(new Talk.Heard("load-0002", 7, Delta.document("a")));
    assertThat(talk.position()).isEqualTo(5);
    assertThat(talk.hash()).isEqualTo("h5");
    assertThat(faults.told()).isEmpty();
  }

  @Test
  void a_gap_is_found() {
    talk.hear(WELCOME);
    talk.hear(commits(6, 100));

    assertThat(faults.told()).containsExactly("load0001 was sent seq 6 after 4");
  }

  @Test
  void a_commit_that_comes_twice_is_found() {
    talk.hear(WELCOME);
    talk.hear(commits(5, 100));
    talk.hear(commits(5, 100));

    assertThat(faults.told()).containsExactly("load0001 was sent seq 5 after 5");
  }

  @Test
  void a_time_that_runs_backwards_is_found() {
    talk.hear(WELCOME);
    talk.hear(commits(5, 100));
    talk.hear(commits(6, 99));

    assertThat(faults.told())
        .containsExactly("load0001 was sent a time that runs backwards at seq 6");
  }

  @Test
  void a_refusal_is_found() {
    var refused = "{\"type\":\"refused\",\"id\":\"load0001-1\",\"code\":\"rate.limited\"}";
    talk.hear(refused);

    assertThat(faults.told()).containsExactly("load0001 was told " + refused);
  }

  @Test
  void a_frame_that_cannot_be_read_is_found() {
    talk.hear("{");

    assertThat(faults.isEmpty()).isFalse();
  }

  private static String commits(long seq, long at) {
    return """
    {"type":"commits","commits":[{"seq":%d,"at":%d,"by":"p2","id":"load-0002-7","events":[\
    {"type":"TextEdited","text":"text-1","delta":{"ops":[{"insert":"a"}]}}]}],"hash":"h%d"}\
    """
        .formatted(seq, at, seq);
  }
}
