package org.tablee.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tablee.text.AttributeValue.Flag;
import org.tablee.text.AttributeValue.Text;
import org.tablee.text.AttributeValue.Whole;
import org.tablee.text.Op.Delete;
import org.tablee.text.Op.Retain;
import org.tablee.text.TextFault.Reason;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangingTextsTest {
  private static final Delta BENCH = Delta.document("un banc\nà l’ombre 🙂\n");
  private static final int END = BENCH.length();

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a\uD83D", "\uDE42a", "\uDE42\uD83D", "\uFFFE", "\uFFFF", "\uFDD0"})
  void T6_what_is_no_character_is_not_inserted(String text) {
    assertRefused(insert(text, Attributes.NONE), Reason.CHARACTER, 1);
  }

  @Test
  void T6_noncharacters_of_the_other_planes_are_not_inserted() {
    for (int plane = 1; plane <= 16; plane++) {
      assertRefused(
          insert(Character.toString(plane << 16 | 0xFFFE), Attributes.NONE), Reason.CHARACTER, 1);
      assertRefused(
          insert(Character.toString(plane << 16 | 0xFFFF), Attributes.NONE), Reason.CHARACTER, 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/\uD83D", "https://example.org/\uFFFF"})
  void T6_a_link_holds_whole_characters(String link) {
    assertRefused(insert("a", link(link)), Reason.CHARACTER, 1);
    assertRefused(retain(3, link(link)), Reason.CHARACTER, 0);
  }

  @Test
  void T6_characters_are_checked_before_all_else() {
    var beyond = Delta.builder().retain(9_999).insert("\0", line("header", 7)).build();

    assertRefused(beyond, Reason.CHARACTER, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👨‍👩‍👧‍👦",
        "👩🏽‍⚕️",
        "🇫🇷",
        "مرحبا",
        "\u200Fبلدية",
        "c’hwec’h",
        "Tiếng Việt",
        "⠃⠗⠁",
        "e\u0301",
        "\uFFFD",
        "\uFDCF\uFDF0",
        "\uE000",
        "\t",
        "\r",
        "\uDBFF\uDFFD"
      })
  void T6_every_script_is_inserted_as_it_is(String text) {
    assertThat(RichText.check(insert(text, Attributes.NONE), BENCH)).isEmpty();
    assertThat(RichText.plainText(BENCH.compose(insert(text, Attributes.NONE)))).contains(text);
  }

  @Test
  void T7_no_op_parts_a_surrogate_pair() {
    int inside = END - 2;

    assertRefused(Delta.builder().retain(inside).insert("a").build(), Reason.CHARACTER, 0);
    assertRefused(Delta.builder().retain(inside).delete(1).build(), Reason.CHARACTER, 0);
    assertRefused(Delta.builder().retain(inside - 1).delete(1).build(), Reason.CHARACTER, 1);
    assertRefused(
        Delta.builder().retain(inside - 1).retain(1, bold()).build(), Reason.CHARACTER, 1);
    assertThat(RichText.check(Delta.builder().retain(inside - 1).delete(2).build(), BENCH))
        .isEmpty();
  }

  @Test
  void T8_a_change_reaches_no_further_than_the_text() {
    assertRefused(Delta.builder().retain(END + 1).build(), Reason.LENGTH, 0);
    assertRefused(Delta.builder().retain(3).retain(END, bold()).build(), Reason.LENGTH, 1);
    assertRefused(Delta.builder().delete(END + 1).build(), Reason.LENGTH, 0);
    assertRefused(
        Delta.of(List.of(new Retain(END, Attributes.NONE), new Delete(Integer.MAX_VALUE))),
        Reason.LENGTH,
        1);
    assertThat(RichText.check(Delta.builder().retain(END, bold()).build(), BENCH)).isEmpty();
    assertThat(RichText.check(Delta.EMPTY, BENCH)).isEmpty();
  }

  @Test
  void T9_the_last_line_break_stays_last() {
    assertRefused(Delta.builder().delete(END).build(), Reason.LENGTH, 0);
    assertRefused(Delta.builder().retain(END - 1).delete(1).build(), Reason.LENGTH, 1);
    assertRefused(Delta.builder().retain(END).insert("a").build(), Reason.LENGTH, 1);
    assertRefused(
        Delta.builder().retain(END - 1).insert("a\n").delete(1).build(), Reason.LENGTH, 2);
    assertThat(RichText.check(Delta.builder().delete(END - 1).build(), BENCH)).isEmpty();
    assertThat(RichText.check(Delta.builder().retain(END - 1).insert("a\n").build(), BENCH))
        .isEmpty();
    assertThat(
            RichText.check(
                Delta.builder().retain(END - 1).retain(1, line("header", 2)).build(), BENCH))
        .isEmpty();
  }

  static Stream<Attributes> unknown() {
    return Stream.of(
        Attributes.of("underline", AttributeValue.TRUE),
        Attributes.of("__proto__", AttributeValue.TRUE),
        Attributes.of("", AttributeValue.TRUE),
        Attributes.of("color", AttributeValue.REMOVED),
        Attributes.of("bold", new Flag(false)),
        Attributes.of("bold", new Whole(1)),
        Attributes.of("italic", new Text("true")),
        Attributes.of("link", AttributeValue.TRUE),
        Attributes.of("link", new Text("")),
        Attributes.of("blockquote", new Flag(false)),
        line("header", 1),
        line("header", 7),
        Attributes.of("header", new Text("2")),
        line("indent", 0),
        line("indent", 5),
        line("indent", 200),
        line("indent", (1L << 32) + 1),
        Attributes.of("list", new Text("x")),
        Attributes.of("list", new Text("checked")),
        Attributes.of(Map.of("bold", AttributeValue.TRUE, "font", new Text("serif"))));
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void T10_unknown_attributes_and_values_are_refused(Attributes attributes) {
    assertRefused(insert("\n", attributes), Reason.FORMAT, 1);
    assertRefused(Delta.builder().retain(7).retain(1, attributes).build(), Reason.FORMAT, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org",
        "HTTPS://Example.org:8443/a?b=c&d=%20#e",
        "https://mairie.évry.fr/été/日本語",
        "https://example.org?q=a@b",
        "https://example.org/@ana",
        "http://[2001:db8::1]/",
        "http://localhost:8080/",
        "mailto:ana@example.org",
        "mailto:ana.b+c@example.org?subject=Banc",
        "mailto:ana@example.org,bea@example.org"
      })
  void T11_links_of_the_web_and_of_mail_are_allowed(String link) {
    assertThat(RichText.check(insert("a", link(link)), BENCH)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        " javascript:alert(1)",
        "\0javascript:alert(1)",
        "data:text/html,a",
        "vbscript:a",
        "file:///etc/passwd",
        "//evil.example",
        "/a",
        "a",
        "https:",
        "https://",
        "https:///evil.example",
        "https:/evil.example",
        "https:evil.example",
        "https:\\\\evil.example",
        "https://example.org\\@evil.example",
        "https://ana@example.org",
        "https://ana:secret@example.org",
        "https://:@example.org",
        "https://ana%40example.org@evil.example",
        "https://example.org:80a",
        " https://example.org",
        "https://example.org ",
        "https://example.org/a b",
        "https://example.org/\u00A0",
        "https://example.org/\u2028",
        "https://example.org/\u202Egro",
        "https://exam\u200Bple.org",
        "https://example.org/\n",
        "ht\ttps://example.org",
        "h\0ttps://example.org",
        "https\0://example.org",
        "https://example.org/\0",
        "mailto:",
        "mailto:ana",
        "mailto://ana@example.org",
        "mailto:ana@example.org\nbcc:all@example.org"
      })
  void T11_every_other_link_is_refused(String link) {
    assertRefused(insert("a", link(link)), Reason.FORMAT, 1);
    assertRefused(retain(3, link(link)), Reason.FORMAT, 0);
  }

  @Test
  void T11_a_link_has_its_length() {
    var longest = "https://example.org/" + "a".repeat(RichText.LINK_UNITS_MAX - 20);

    assertThat(RichText.check(insert("a", link(longest)), BENCH)).isEmpty();
    assertRefused(insert("a", link(longest + "a")), Reason.FORMAT, 1);
  }

  static Stream<Attributes> ofLines() {
    return Stream.of(
        line("header", 2),
        line("header", 3),
        Attributes.of("list", new Text("bullet")),
        Attributes.of("list", new Text("ordered")),
        line("indent", 1),
        line("indent", 4),
        Attributes.of("blockquote", AttributeValue.TRUE),
        Attributes.of(
            Map.of("header", new Whole(2), "list", new Text("bullet"), "bold", new Flag(true))));
  }

  @ParameterizedTest
  @MethodSource("ofLines")
  void T12_attributes_of_a_line_are_set_on_line_breaks_alone(Attributes attributes) {
    assertThat(RichText.check(insert("\n\n", attributes), BENCH)).isEmpty();
    assertThat(RichText.check(Delta.builder().retain(7).retain(1, attributes).build(), BENCH))
        .isEmpty();
    assertRefused(insert("a\n", attributes), Reason.FORMAT, 1);
    assertRefused(insert("a", attributes), Reason.FORMAT, 1);
    assertRefused(retain(8, attributes), Reason.FORMAT, 0);
    assertRefused(Delta.builder().retain(7).retain(2, attributes).build(), Reason.FORMAT, 1);
  }

  @Test
  void T12_the_place_of_a_line_break_is_counted_over_what_is_deleted_and_inserted() {
    var change = Delta.builder().insert("Ici\n").delete(7).retain(1, line("header", 2)).build();

    assertThat(RichText.check(change, BENCH)).isEmpty();
  }

  @Test
  void T12_inline_attributes_may_stand_on_line_breaks() {
    assertThat(RichText.check(retain(9, bold()), BENCH)).isEmpty();
    assertThat(RichText.check(insert("a\n", bold()), BENCH)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bold", "italic", "link", "header", "list", "indent", "blockquote"})
  void T13_an_attribute_is_removed_where_text_stands(String name) {
    var removal = Attributes.of(name, AttributeValue.REMOVED);

    assertThat(RichText.check(retain(9, removal), BENCH)).isEmpty();
    assertRefused(insert("\n", removal), Reason.FORMAT, 1);
  }

  @Test
  void T14_a_text_has_50_000_units_at_most() {
    var nearlyFull = Delta.document("x".repeat(49_990) + "\n");

    assertThat(RichText.check(insert("123456789", Attributes.NONE), nearlyFull)).isEmpty();
    assertThat(RichText.check(insert("1234567890", Attributes.NONE), nearlyFull))
        .contains(new TextFault(Reason.SIZE, 1));
    assertThat(
            RichText.check(
                Delta.builder().retain(1).insert("1234567890").delete(1).build(), nearlyFull))
        .isEmpty();
  }

  @Test
  void T14_a_text_has_2_000_lines_at_most() {
    var nearlyFull = Delta.document("x\n".repeat(1_999));

    assertThat(RichText.check(insert("\n", Attributes.NONE), nearlyFull)).isEmpty();
    assertThat(RichText.check(insert("\n\n", line("header", 2)), nearlyFull))
        .contains(new TextFault(Reason.SIZE, 1));
    assertThat(
            RichText.check(Delta.builder().retain(1).insert("\n\n").delete(1).build(), nearlyFull))
        .isEmpty();
    assertThat(RichText.check(Delta.builder().insert("\n".repeat(2_000)).build(), RichText.EMPTY))
        .contains(new TextFault(Reason.SIZE, 0));
  }

  @Test
  void T15_a_change_as_sent_has_4_000_ops_at_most() {
    var most = Collections.<Op>nCopies(4_000, new Retain(1, bold()));
    var more = Collections.<Op>nCopies(4_001, new Retain(1, bold()));

    assertThat(RichText.checkSent(Delta.of(most))).isEmpty();
    assertThat(RichText.checkSent(Delta.of(more))).contains(new TextFault(Reason.SIZE, 4_000));
  }

  @Test
  void what_no_text_could_allow_is_refused_as_it_comes_in() {
    assertThat(RichText.checkSent(insert("\0", Attributes.NONE)))
        .contains(new TextFault(Reason.CHARACTER, 1));
    assertThat(RichText.checkSent(insert("a", line("header", 2))))
        .contains(new TextFault(Reason.FORMAT, 1));
    assertThat(RichText.checkSent(retain(9_999_999, bold()))).isEmpty();
  }

  @Test
  void T19_the_plain_text_is_what_was_written() {
    var document =
        Delta.builder().insert(" un ", bold()).insert("banc 🙂").insert("\n", line("header", 2));

    assertThat(RichText.plainText(document.build())).isEqualTo(" un banc 🙂\n");
  }

  private static void assertRefused(Delta change, Reason reason, int op) {
    assertThat(RichText.check(change, BENCH)).isEqualTo(Optional.of(new TextFault(reason, op)));
  }

  private static Delta insert(String text, Attributes attributes) {
    return Delta.builder().retain(1).insert(text, attributes).build();
  }

  private static Delta retain(int length, Attributes attributes) {
    return Delta.builder().retain(length, attributes).build();
  }

  private static Attributes bold() {
    return Attributes.of("bold", AttributeValue.TRUE);
  }

  private static Attributes line(String name, long value) {
    return Attributes.of(name, new Whole(value));
  }

  private static Attributes link(String link) {
    return Attributes.of("link", new Text(link));
  }
}
