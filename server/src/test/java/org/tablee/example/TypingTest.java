package org.tablee.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.tablee.text.AttributeValue;
import org.tablee.text.AttributeValue.Text;
import org.tablee.text.AttributeValue.Whole;
import org.tablee.text.Attributes;
import org.tablee.text.Delta;
import org.tablee.text.RichText;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TypingTest {
  private static final Attributes BOLD = Attributes.of("bold", AttributeValue.TRUE);
  private static final Attributes BULLET = Attributes.of("list", new Text("bullet"));
  private static final Attributes HEADING = Attributes.of("header", new Whole(3));

  @Test
  void lines_take_the_format_of_their_own_sign_and_no_other() {
    var text = typed(RichText.EMPTY, "### Faits", "un **gros** mot", "- point", "fin");

    assertThat(text)
        .isEqualTo(
            Delta.builder()
                .insert("Faits")
                .insert("\n", HEADING)
                .insert("un ")
                .insert("gros", BOLD)
                .insert(" mot\npoint")
                .insert("\n", BULLET)
                .insert("fin\n")
                .build());
  }

  @Test
  void a_list_goes_on_in_its_middle() {
    var text = typed(RichText.EMPTY, "- un", "- trois");

    var after = after(text, Typing.after(text, "un", Markup.read(List.of("", "- deux"))));

    assertThat(after).isEqualTo(typed(RichText.EMPTY, "- un", "- deux", "- trois"));
  }

  @Test
  void a_corrected_word_keeps_what_was_right_about_it() {
    var text = Delta.document("depuis vendredi.\n");

    var changes = Typing.replace(text, "vendredi", Markup.read(List.of("vendredi midi")));

    assertThat(changes).containsExactly(Delta.builder().retain(15).insert(" midi").build());
  }

  @Test
  void the_same_words_in_another_format_stay_where_they_are() {
    var text = Delta.document("un gros mot\n");

    var changes = Typing.replace(text, "gros", Markup.read(List.of("**gros**")));

    assertThat(changes).containsExactly(Delta.builder().retain(3).retain(4, BOLD).build());
  }

  @Test
  void a_long_sentence_arrives_a_few_words_at_a_time() {
    var sentence = "Dans mon escalier, trois dames passent des journées sans parler à personne.";

    var changes = Typing.atEnd(RichText.EMPTY, Markup.read(List.of(sentence)));

    assertThat(changes).hasSize(2).allSatisfy(one -> assertThat(one.changeLength()).isPositive());
    assertThat(after(RichText.EMPTY, changes)).isEqualTo(Delta.document(sentence + "\n"));
  }

  @Test
  void a_phrase_that_is_missing_or_stands_twice_is_an_error() {
    var text = Delta.document("ici et ici\n");
    var words = Markup.read(List.of("là"));

    assertThatThrownBy(() -> Typing.replace(text, "ici", words))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Typing.after(text, "ailleurs", words))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Delta typed(Delta text, String... lines) {
    return after(text, Typing.atEnd(text, Markup.read(List.of(lines))));
  }

  private static Delta after(Delta text, List<Delta> changes) {
    var now = text;
    for (var change : changes) {
      assertThat(RichText.check(change, now)).isEmpty();
      now = now.compose(change);
    }
    return now;
  }
}
