package org.tablee.example;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.tablee.text.AttributeValue;
import org.tablee.text.Attributes;
import org.tablee.text.Delta;
import org.tablee.text.DeltaBuilder;
import org.tablee.text.Op.Insert;
import org.tablee.text.RichText;

/**
 * Somebody at work in a text, from one place on: what is typed becomes changes of a few words each,
 * as a browser sends them while its author goes on writing.
 */
final class Typing {
  /** Units after which the next space ends a change. */
  private static final int CHANGE_UNITS = 32;

  /** A line break of a document. */
  private record LineEnd(int at, Attributes attributes) {}

  private final List<Delta> changes = new ArrayList<>();
  private Delta document;
  private int caret;
  private Delta waiting = Delta.EMPTY;

  private Typing(Delta document, int caret) {
    this.document = document;
    this.caret = caret;
  }

  /** Goes on at the end of the text. */
  static List<Delta> atEnd(Delta document, List<Stroke> strokes) {
    return new Typing(document, document.length() - 1).type(strokes);
  }

  /** Goes on behind a phrase that stands there once. */
  static List<Delta> after(Delta document, String phrase, List<Stroke> strokes) {
    return new Typing(document, find(document, phrase) + phrase.length()).type(strokes);
  }

  /** Puts other words, or another format, in the place of a phrase that stands there once. */
  static List<Delta> replace(Delta document, String phrase, List<Stroke> strokes) {
    int at = find(document, phrase);
    if (strokes.size() == 1 && strokes.getFirst() instanceof Stroke.Words(var words, var format)) {
      if (words.equals(phrase)) {
        return List.of(Delta.builder().retain(at).retain(phrase.length(), format).build());
      }
      return List.of(correct(at, phrase, words, format));
    }
    var change = Delta.builder().retain(at);
    for (var stroke : strokes) {
      if (!(stroke instanceof Stroke.Words(var words, var format))) {
        throw new IllegalArgumentException("more than words in the place of: " + phrase);
      }
      change.insert(words, format);
    }
    return List.of(change.delete(phrase.length()).build());
  }

  /** Leaves standing what both begin and end with, as a person who corrects a word does. */
  private static Delta correct(int at, String phrase, String words, Attributes format) {
    int shorter = Math.min(phrase.length(), words.length());
    int head = 0;
    int tail = 0;
    if (format.isEmpty()) {
      while (head < shorter && phrase.charAt(head) == words.charAt(head)) {
        head++;
      }
      while (tail < shorter - head
          && phrase.charAt(phrase.length() - 1 - tail) == words.charAt(words.length() - 1 - tail)) {
        tail++;
      }
    }
    return Delta.builder()
        .retain(at + head)
        .insert(words.substring(head, words.length() - tail), format)
        .delete(phrase.length() - head - tail)
        .build();
  }

  /** Where a phrase begins that stands there once. */
  static int find(Delta document, String phrase) {
    var text = RichText.plainText(document);
    int at = text.indexOf(phrase);
    if (at < 0 || text.indexOf(phrase, at + 1) >= 0) {
      throw new IllegalArgumentException("does not stand there once: " + phrase);
    }
    return at;
  }

  private List<Delta> type(List<Stroke> strokes) {
    for (var stroke : strokes) {
      switch (stroke) {
        case Stroke.Words(var words, var format) -> words(words, format);
        case Stroke.NewLine(var attributes) -> newLine(attributes);
        case Stroke.LineAs(var attributes) -> {
          var end = lineEnd();
          change(Delta.builder().retain(end.at()).retain(1, turn(end.attributes(), attributes)), 0);
        }
      }
    }
    send();
    return List.copyOf(changes);
  }

  private void words(String words, Attributes format) {
    int from = 0;
    while (from < words.length()) {
      int space = words.indexOf(' ', Math.min(from + CHANGE_UNITS, words.length()));
      int to = space < 0 ? words.length() : space + 1;
      var piece = words.substring(from, to);
      change(Delta.builder().retain(caret).insert(piece, format), piece.length());
      from = to;
    }
  }

  /** The old line keeps its attributes; the new one takes over the line break that was there. */
  private void newLine(Attributes attributes) {
    var end = lineEnd();
    if (end.at() != caret) {
      throw new IllegalArgumentException("a new line in the middle of another");
    }
    change(
        Delta.builder()
            .retain(caret)
            .insert("\n", end.attributes())
            .retain(1, turn(end.attributes(), attributes)),
        1);
  }

  private void change(DeltaBuilder builder, int typed) {
    var change = builder.chop().build();
    document = document.compose(change);
    caret += typed;
    waiting = waiting.compose(change);
    if (waiting.changeLength() >= CHANGE_UNITS) {
      send();
    }
  }

  private void send() {
    if (!waiting.ops().isEmpty()) {
      changes.add(waiting);
      waiting = Delta.EMPTY;
    }
  }

  private LineEnd lineEnd() {
    int start = 0;
    for (var op : document.ops()) {
      if (op instanceof Insert(var text, var attributes)) {
        int at = text.indexOf('\n', Math.max(0, caret - start));
        if (at >= 0) {
          return new LineEnd(start + at, attributes);
        }
      }
      start += op.length();
    }
    throw new IllegalStateException("a text without its last line break");
  }

  /** What makes a line of the one attributes one of the others. */
  private static Attributes turn(Attributes from, Attributes to) {
    var change = new HashMap<String, AttributeValue>();
    from.values().keySet().forEach(name -> change.put(name, AttributeValue.REMOVED));
    change.putAll(to.values());
    from.values().forEach(change::remove);
    return Attributes.of(change);
  }
}
