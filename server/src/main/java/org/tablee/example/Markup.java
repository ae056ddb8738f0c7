package org.tablee.example;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tablee.text.AttributeValue;
import org.tablee.text.AttributeValue.Text;
import org.tablee.text.AttributeValue.Whole;
import org.tablee.text.Attributes;

/**
 * The few signs by which the example's texts are written down. At the start of a line: {@code ##}
 * and {@code ###} for headings, {@code -} and {@code 1.} for lists with two spaces an indent,
 * {@code >} for quotes. Within it: {@code **bold**} and {@code _italic_} words, and links as {@code
 * [words](address)}.
 */
final class Markup {
  private static final Pattern LINE = Pattern.compile("((?:  )*)(##|###|-|[0-9]+\\.|>) (.*)");
  private static final Pattern INLINE =
      Pattern.compile("\\*\\*(.+?)\\*\\*|_(.+?)_|\\[(.+?)]\\((\\S+?)\\)");

  private Markup() {}

  /** The strokes that type these lines; the first goes on where the caret stands. */
  static List<Stroke> read(List<String> lines) {
    var strokes = new ArrayList<Stroke>();
    for (int i = 0; i < lines.size(); i++) {
      var line = LINE.matcher(lines.get(i));
      var isMarked = line.matches();
      var attributes =
          isMarked ? ofLine(line.group(2), line.group(1).length() / 2) : Attributes.NONE;
      if (i > 0) {
        strokes.add(new Stroke.NewLine(attributes));
      } else if (isMarked) {
        strokes.add(new Stroke.LineAs(attributes));
      }
      readInline(isMarked ? line.group(3) : lines.get(i), strokes);
    }
    return strokes;
  }

  private static Attributes ofLine(String sign, int indent) {
    var attributes = new HashMap<String, AttributeValue>();
    switch (sign) {
      case "##", "###" -> attributes.put("header", new Whole(sign.length()));
      case "-" -> attributes.put("list", new Text("bullet"));
      case ">" -> attributes.put("blockquote", AttributeValue.TRUE);
      default -> attributes.put("list", new Text("ordered"));
    }
    if (indent > 0) {
      attributes.put("indent", new Whole(indent));
    }
    return Attributes.of(attributes);
  }

  private static void readInline(String line, List<Stroke> strokes) {
    int at = 0;
    var marked = INLINE.matcher(line);
    while (marked.find()) {
      add(line.substring(at, marked.start()), Attributes.NONE, strokes);
      add(marked.group(1), Attributes.of("bold", AttributeValue.TRUE), strokes);
      add(marked.group(2), Attributes.of("italic", AttributeValue.TRUE), strokes);
      if (marked.group(4) != null) {
        add(marked.group(3), Attributes.of("link", new Text(marked.group(4))), strokes);
      }
      at = marked.end();
    }
    add(line.substring(at), Attributes.NONE, strokes);
  }

  private static void add(@Nullable String words, Attributes attributes, List<Stroke> strokes) {
    if (words != null && !words.isEmpty()) {
      strokes.add(new Stroke.Words(words, attributes));
    }
  }
}
