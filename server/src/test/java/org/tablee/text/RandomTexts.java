package org.tablee.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.tablee.text.AttributeValue.Text;
import org.tablee.text.AttributeValue.Whole;
import org.tablee.text.Op.Delete;
import org.tablee.text.Op.Insert;
import org.tablee.text.Op.Retain;

/** Texts and changes that a seed makes. */
public final class RandomTexts {
  private static final List<String> WORDS =
      List.of(
          "a",
          "banc ",
          "l’été",
          "🙂",
          "👨‍👩‍👧‍👦",
          "𝒳",
          "e\u0301",
          "مرحبا",
          "c’hwec’h",
          "Tiếng Việt",
          "⠃⠗⠁");
  private static final List<String> INLINE = List.of("bold", "italic", "link");
  private static final List<String> LINE = List.of("header", "list", "indent", "blockquote");
  private static final Map<String, List<AttributeValue>> VALUES =
      Map.of(
          "bold", List.of(AttributeValue.TRUE),
          "italic", List.of(AttributeValue.TRUE),
          "link", List.of(new Text("https://example.org/a"), new Text("mailto:ana@example.org")),
          "header", List.of(new Whole(2), new Whole(3)),
          "list", List.of(new Text("bullet"), new Text("ordered")),
          "indent", List.of(new Whole(1), new Whole(4)),
          "blockquote", List.of(AttributeValue.TRUE));

  private final SplittableRandom random;

  public RandomTexts(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Three hundred, or the one that {@code -Dseed=} names. */
  static LongStream seeds() {
    var one = Long.getLong("seed");
    return one == null ? LongStream.range(0, 300) : LongStream.of(one);
  }

  Delta document() {
    var document = RichText.EMPTY;
    for (int edits = random.nextInt(5); edits > 0; edits--) {
      document = document.compose(change(document));
    }
    return document;
  }

  /** One that rich text allows, in normal form or not. */
  public Delta change(Delta document) {
    var text = RichText.plainText(document);
    var ops = new ArrayList<Op>();
    int at = 0;
    for (int steps = random.nextInt(7); steps > 0 && at < text.length(); steps--) {
      if (random.nextInt(3) == 0) {
        ops.add(insert());
      }
      int to = boundary(text, at + 1 + random.nextInt(steps == 1 ? text.length() : 6));
      switch (random.nextInt(5)) {
        case 0 -> ops.add(new Retain(to - at, some(INLINE, true)));
        case 1, 2 -> {
          to = Math.min(to, text.length() - 1);
          if (to > at) {
            ops.add(new Delete(to - at));
          }
        }
        case 3 -> {
          int lineBreak = text.indexOf('\n', at);
          if (lineBreak > at) {
            ops.add(new Retain(lineBreak - at, Attributes.NONE));
          }
          ops.add(new Retain(1, some(random.nextInt(4) == 0 ? INLINE : LINE, true)));
          to = lineBreak + 1;
        }
        default -> ops.add(new Retain(to - at, Attributes.NONE));
      }
      at = to;
    }
    return inSomeForm(ops);
  }

  /** One that rich text mostly refuses: any lengths, any attribute anywhere. */
  Delta wildChange() {
    var ops = new ArrayList<Op>();
    for (int steps = random.nextInt(5); steps > 0; steps--) {
      var names = random.nextBoolean() ? INLINE : LINE;
      ops.add(
          switch (random.nextInt(4)) {
            case 0 -> insert();
            case 1 -> new Delete(1 + random.nextInt(4));
            case 2 -> new Retain(1 + random.nextInt(4), some(names, true));
            default -> new Retain(1 + random.nextInt(9), Attributes.NONE);
          });
    }
    return inSomeForm(ops);
  }

  private Delta inSomeForm(List<Op> ops) {
    if (random.nextInt(3) == 0) {
      return Delta.of(ops);
    }
    var built = Delta.builder();
    ops.forEach(built::push);
    return random.nextBoolean() ? built.build() : built.chop().build();
  }

  private Insert insert() {
    if (random.nextInt(3) == 0) {
      return new Insert("\n".repeat(1 + random.nextInt(2)), some(LINE, false));
    }
    var words = WORDS.get(random.nextInt(WORDS.size())) + WORDS.get(random.nextInt(WORDS.size()));
    return new Insert(random.nextInt(4) == 0 ? words + "\n" : words, some(INLINE, false));
  }

  private Attributes some(List<String> names, boolean removals) {
    var attributes = new TreeMap<String, AttributeValue>();
    for (int count = random.nextInt(3); count > 0; count--) {
      var name = names.get(random.nextInt(names.size()));
      var values = VALUES.getOrDefault(name, List.of());
      attributes.put(
          name,
          removals && random.nextInt(3) == 0
              ? AttributeValue.REMOVED
              : values.get(random.nextInt(values.size())));
    }
    return Attributes.of(attributes);
  }

  /** The next place that parts no surrogate pair. */
  private static int boundary(String text, int at) {
    if (at >= text.length()) {
      return text.length();
    }
    return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
  }

  /** Said in other words than those of {@link RichText}. */
  static void assertIsText(Delta document) {
    assertThat(RichText.plainText(document)).endsWith("\n");
    for (var op : document.ops()) {
      assertThat(op).isInstanceOf(Insert.class);
      var text = ((Insert) op).text();
      assertThat(new String(text.getBytes(UTF_8), UTF_8)).isEqualTo(text);
      op.attributes()
          .values()
          .forEach((name, value) -> {
            assertThat(VALUES.getOrDefault(name, List.of())).as(name).contains(value);
            if (LINE.contains(name)) {
              assertThat(text).matches("\n+");
            }
          });
    }
  }
}
